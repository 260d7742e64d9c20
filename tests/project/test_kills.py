"""The program is killed at random moments; `dev.py kills` does so more often."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.tools.kills import kill


@pytest.mark.skipif(sys.platform != "linux", reason="the tool looks into /proc")
def test_a_killed_program_leaves_nothing_half_and_starts_again(tmp_path: Path) -> None:
    assert kill(tmp_path, 2, 11, ["settings", "export"]) == []
