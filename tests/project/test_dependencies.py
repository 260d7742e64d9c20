"""The table of dependencies says what is locked, asked for and installed."""

from __future__ import annotations

import re
from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT.joinpath(".github", "docs", "dependencies.md").read_text("utf-8")
ROWS = [line.strip("| ").split(" | ") for line in re.findall(r"^\| [A-Za-z].*\|$", PAGE, re.MULTILINE)][1:]
TOOLS = dict(re.findall(r"([A-Za-z][\w-]*) (\d[\d.]*\d)", PAGE[PAGE.index("For development only") :]))
LOCK = dict(
    re.findall(
        r"^([A-Za-z0-9_-]+)==([0-9.]+(?:\.?post[0-9]+)?)",
        (ROOT / "requirements.lock").read_text("utf-8"),
        re.MULTILINE,
    )
)


def needed(names: set[str]) -> set[str]:
    """What the packages need to run, and what that needs; names in their canonical form."""
    found: set[str] = set()
    waiting = list(names)
    while waiting:
        name = canonicalize_name(waiting.pop())
        if name not in found:
            found.add(name)
            for text in metadata.requires(name) or ():
                need = Requirement(text)
                if need.marker is None or need.marker.evaluate({"extra": ""}):
                    waiting.append(need.name)
    return found


def licence(name: str) -> str:
    """What the package says of itself, in the form that it was written in."""
    about = metadata.metadata(name)
    fields = about.json
    return str(fields.get("license_expression") or fields.get("license") or "").strip()


def test_all_that_runs_has_a_row_and_nothing_else_has() -> None:
    project = (ROOT / "pyproject.toml").read_text("utf-8")
    block = re.search(r"^dependencies = \[$(.*?)^\]$", project, re.DOTALL | re.MULTILINE)
    assert block
    direct = {Requirement(text).name for text in re.findall(r'^ *"(.+)",', block[1], re.MULTILINE)}
    assert {canonicalize_name(row[0]) for row in ROWS} == needed(direct)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_a_row_is_true(row: list[str]) -> None:
    name, version, said, why, _ = row
    assert version == LOCK[name] == metadata.version(name)
    assert said == licence(name)
    assert why


def test_every_locked_package_is_named_once() -> None:
    assert {row[0]: row[1] for row in ROWS} | TOOLS == LOCK
    assert not {row[0] for row in ROWS} & set(TOOLS)
