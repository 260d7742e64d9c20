"""The child that converts compound files touches nothing but its folder, and keeps to its limits."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from gaohang_viewer.loading.compound_file.child import RESULT, SOURCE
from tests.loading.compound_file.bytes_of import LOCKED, PASSWORD, REPORT

ROOT = Path(__file__).resolve().parents[2]
WATCHED = """
import json, sys
from gaohang_viewer.loading.compound_file.conversion import convert_in
folder, password = sys.argv[1:]
seen = []
sys.addaudithook(lambda event, given: seen.append((event, str(given[0]) if given else "", str(given[1:2]))))
answer = convert_in(folder, password)
print(json.dumps({"answer": answer, "seen": seen}))
"""


@pytest.mark.parametrize(("data", "password"), [(REPORT, ""), (LOCKED, PASSWORD)])
def test_it_opens_no_socket_starts_nothing_and_writes_in_its_folder_alone(
    tmp_path: Path, data: bytes, password: str
) -> None:
    (tmp_path / SOURCE).write_bytes(data)
    command = [sys.executable, "-c", WATCHED, str(tmp_path), password]
    done = json.loads(subprocess.check_output(command, cwd=ROOT))
    assert "problems" in done["answer"]
    assert (tmp_path / RESULT).exists()
    events = {event for event, _, _ in done["seen"]}
    assert "open" in events
    assert not {
        event
        for event in events
        if event.startswith(("socket.", "subprocess.", "os.system", "os.exec", "os.posix_spawn", "urllib."))
    }
    written = [path for event, path, mode in done["seen"] if event == "open" and set(mode) & set("wax+")]
    assert written
    assert all(Path(path).is_relative_to(tmp_path) for path in written if not path.isdecimal()), written
