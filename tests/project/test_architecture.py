"""The rules of the architecture; each test's name is the rule. Imports are read, not run."""

from __future__ import annotations

import ast
import subprocess
import sys
from functools import cache
from pathlib import Path
from statistics import median

import pytest

PACKAGE = Path(__file__).parents[2] / "gaohang_viewer"
STAGES = {
    "loading",
    "report",
    "typeset",
    "library",
    "reading",
    "browsing",
    "presenting",
    "printing",
    "office",
}
COMMON = {
    "actions",
    "drawing",
    "section_tree",
    "settings",
    "theme",
    "resources",
    "messages",
    "hit_delegate",
    "plain",
    "leaving",
    "translation",
}
ALLOWED = {
    "report": {"resources"},  # data alone: which characters are the same
    "loading": {"report"},
    "typeset": {"report", "resources", "orphan"},
    "office": {"report", "typeset", "resources"},
    "library": {"keeping", "loading", "orphan", "report"},
    "reading": {"report", "typeset", *COMMON},
    "browsing": {"library", "loading", "report", *COMMON},
    "presenting": {"report", "typeset", *COMMON},
    "printing": {"office", "report", "typeset", *COMMON},
    "resources": set(),
    "plain": set(),
    "leaving": {"report"},
    "drawing": set(),
    "section_tree": {"plain", "report"},
    "hit_delegate": {"theme"},
    "settings": {"keeping"},
    "keeping": set(),
    "orphan": set(),
    "actions": set(),
    "translation": {"resources"},
    "theme": {"resources", "typeset"},
    "messages": {"loading"},
}


def modules() -> dict[str, Path]:
    """Dotted names below the package, and their files."""
    return {
        ".".join(file.relative_to(PACKAGE).with_suffix("").parts).removesuffix("__init__").rstrip("."): file
        for file in sorted(PACKAGE.rglob("*.py"))
    }


@cache
def imports(file: Path) -> frozenset[str]:
    """All that a file imports, late imports counted, those for types alone not."""
    tree = ast.parse(file.read_text("utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING":
            node.body = [ast.Pass()]
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file.name} imports relatively"
            found.update(f"{node.module}.{alias.name}" for alias in node.names)
    return frozenset(found)


def ours(file: Path) -> set[str]:
    """The modules of ours that a file imports, as names below the package."""
    known = modules()
    found = set()
    for name in imports(file):
        if name == "gaohang_viewer" or name.startswith("gaohang_viewer."):
            below = name.removeprefix("gaohang_viewer").removeprefix(".")
            found.add(below if below in known else below.rpartition(".")[0])
    return found


@pytest.mark.parametrize("room", sorted(ALLOWED))
def test_a_room_imports_only_what_it_may(room: str) -> None:
    for name, file in modules().items():
        if name.split(".")[0] == room:
            others = {other.split(".")[0] for other in ours(file)} - {room, ""}
            assert others <= ALLOWED[room], f"{name} imports {sorted(others - ALLOWED[room])}"


def test_nothing_imports_app_but_what_starts_it() -> None:
    assert [name for name, file in modules().items() if "app" in ours(file)] == ["starting"]
    assert [name for name, file in modules().items() if "starting" in ours(file)] == ["cli"]


def test_loading_report_typeset_office_and_library_know_no_qt() -> None:
    for name, file in modules().items():
        if name.split(".")[0] in {
            "loading",
            "report",
            "typeset",
            "office",
            "library",
            "resources",
            "cli",
            "keeping",
            "orphan",
        }:
            qt = [imported for imported in imports(file) if imported.startswith(("PySide6", "shiboken6"))]
            assert not qt or name == "cli", f"{name} imports {qt}"


def test_the_command_line_loads_no_qt() -> None:
    code = "import sys, gaohang_viewer.cli.main as c; c.main(['outline']); sys.exit('PySide6' in sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True, stdout=subprocess.DEVNULL, cwd=PACKAGE.parent)


def test_there_are_no_import_cycles() -> None:
    graph = {name: ours(file) - {name} for name, file in modules().items()}
    done: set[str] = set()

    def visit(name: str, path: tuple[str, ...]) -> None:
        assert name not in path, " -> ".join((*path, name))
        if name not in done:
            for other in graph[name]:
                visit(other, (*path, name))
            done.add(name)

    for name in graph:
        visit(name, ())


def test_files_stay_short() -> None:
    lengths = {name: len(file.read_text("utf-8").splitlines()) for name, file in modules().items()}
    assert max(lengths.values()) <= 350, max(lengths, key=lambda name: lengths[name])
    assert median(lengths.values()) <= 150


def test_every_file_has_one_sentence_of_purpose() -> None:
    for name, file in modules().items():
        assert ast.get_docstring(ast.parse(file.read_text("utf-8"))), name


def test_no_room_is_called_after_nothing() -> None:
    words = {"utils", "util", "helpers", "helper", "manager", "misc", "common"}
    assert not [name for name in modules() if words & set(name.replace("_", ".").split("."))]
