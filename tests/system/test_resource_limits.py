"""What a process may take is limited where the system can do that."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

MEMORY = """
import sys
from pathlib import Path
from gaohang_viewer.system.resource_limits import limit_memory
limit_memory(1 << 30)
try:
    bytearray(2 << 30)
except MemoryError:
    limit_memory(4 << 30)
    bytearray(2 << 30)
    sys.exit(0)
sys.exit(1)
"""
FILES = """
import sys
from pathlib import Path
from gaohang_viewer.system.resource_limits import limit_file_size
limit_file_size(1000)
with open(sys.argv[1], "wb") as file:
    file.write(bytes(2000))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="Windows has no such limits, macOS does not keep them")
def test_memory_and_files_are_limited(tmp_path: Path) -> None:
    assert subprocess.run([sys.executable, "-c", MEMORY], check=False).returncode == 0
    path = str(tmp_path / "large")
    assert (
        subprocess.run([sys.executable, "-c", FILES, path], check=False, capture_output=True).returncode != 0
    )
