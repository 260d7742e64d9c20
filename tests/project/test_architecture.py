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
VIEWS = {"reading", "presenting", "printing", "library_view"}
_FOR_VIEWS = {"report", "resources", "typeset", "storage", "ui"}
# Which folders a folder may import from, in the order in which a report flows.
ALLOWED = {
    "resources": set(),
    "storage": set(),
    "system": {"resources", "storage"},
    "report": {"resources"},  # data alone: which characters are the same
    "loading": {"report", "resources", "system"},
    "typeset": {"report", "resources", "storage", "system"},
    "office": {"report", "resources", "typeset"},
    "library": {"loading", "report", "storage", "system"},
    "ui": {"loading", "report", "resources", "typeset"},
    "session": {"loading", "report", "resources", "storage", "ui"},
    "reading": {*_FOR_VIEWS, "session"},
    "presenting": _FOR_VIEWS,
    "printing": {*_FOR_VIEWS, "office"},
    "library_view": {*_FOR_VIEWS, "library", "loading"},
    "app": {*_FOR_VIEWS, *VIEWS, "loading", "session", "system"},
    "cli": {*_FOR_VIEWS, "app", "loading", "office", "system"},
    "__main__": {"cli"},
}
NO_QT = (
    *("resources", "report", "loading", "typeset", "office", "library", "presenting.show"),
    *("storage.atomic_write", "storage.file_names", "storage.state_files"),
)


@cache
def modules() -> dict[str, Path]:
    """Dotted names below the package, and their files; the package itself is the empty name."""
    return {
        ".".join(file.relative_to(PACKAGE).with_suffix("").parts).removesuffix("__init__").rstrip("."): file
        for file in sorted(PACKAGE.rglob("*.py"))
    }


@cache
def parsed(file: Path) -> ast.Module:
    """The syntax tree of a file."""
    return ast.parse(file.read_text("utf-8"))


@cache
def imports(file: Path) -> frozenset[str]:
    """All that a file imports, late imports and those for types alone counted."""
    found: set[str] = set()
    for node in ast.walk(parsed(file)):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            found.update(f"{node.module}.{alias.name}" for alias in node.names)
    return frozenset(found)


@cache
def ours(name: str) -> frozenset[str]:
    """The modules of this package that a module imports, as names below the package."""
    below = {
        full.removeprefix("gaohang_viewer").removeprefix(".")
        for full in imports(modules()[name])
        if full == "gaohang_viewer" or full.startswith("gaohang_viewer.")
    }
    return frozenset(it if it in modules() else it.rpartition(".")[0] for it in below) - {name}


def folder(name: str) -> str:
    """The part of the package that a module belongs to."""
    return name.split(".", maxsplit=1)[0]


def without_cycle(graph: dict[str, frozenset[str]]) -> None:
    """Fails with the path of a cycle if the graph has one."""
    done: set[str] = set()

    def visit(name: str, path: tuple[str, ...]) -> None:
        assert name not in path, " -> ".join((*path, name))
        if name not in done:
            for other in graph[name]:
                visit(other, (*path, name))
            done.add(name)

    for name in graph:
        visit(name, ())


def test_the_root_holds_folders_and_three_modules() -> None:
    assert {file.stem for file in PACKAGE.glob("*.py")} == {"__init__", "__main__", "resources"}
    assert {folder(name) for name in modules()} - {""} == set(ALLOWED)


@pytest.mark.parametrize("part", sorted(ALLOWED))
def test_a_folder_imports_only_what_it_may(part: str) -> None:
    for name in modules():
        if folder(name) == part:
            others = {folder(other) for other in ours(name)} - {part, ""}
            assert others <= ALLOWED[part], f"{name} imports {sorted(others - ALLOWED[part])}"


def test_no_modules_import_each_other_in_a_circle() -> None:
    without_cycle({name: ours(name) for name in modules()})


def test_no_folders_import_each_other_in_a_circle() -> None:
    without_cycle({part: frozenset(allowed) for part, allowed in ALLOWED.items()})


def test_nothing_imports_app_but_the_command_line() -> None:
    assert {folder(name) for name in modules() if "app" in map(folder, ours(name))} == {"app", "cli"}


def test_only_the_start_is_given_the_whole_app() -> None:
    users = {name for name in modules() if "app.app" in ours(name)}
    assert users == {"app.startup"}


@pytest.mark.parametrize("part", NO_QT)
def test_the_domain_loads_without_qt(part: str) -> None:
    reached: set[str] = set()
    waiting = [name for name in modules() if f"{name}.".startswith(f"{part}.")]
    while waiting:
        name = waiting.pop()
        if name not in reached:
            reached.add(name)
            parents = [".".join(name.split(".")[:end]) for end in range(name.count(".") + 1)]
            waiting += [*ours(name), *parents]
    for name in reached:
        qt = {found for found in imports(modules()[name]) if found.startswith(("PySide6", "shiboken6"))}
        assert not qt, f"{name}, which {part} needs, imports {sorted(qt)}"


def test_the_command_line_loads_no_qt() -> None:
    code = "import sys, gaohang_viewer.cli.main as c; c.main(['outline']); sys.exit('PySide6' in sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True, stdout=subprocess.DEVNULL, cwd=PACKAGE.parent)


def test_files_stay_short() -> None:
    lengths = {name: len(file.read_text("utf-8").splitlines()) for name, file in modules().items()}
    assert max(lengths.values()) <= 350, max(lengths, key=lambda name: lengths[name])
    assert median(lengths.values()) <= 150


def test_every_file_and_folder_says_what_it_is_for() -> None:
    for name, file in modules().items():
        assert ast.get_docstring(parsed(file)), name
    for path in PACKAGE.rglob("*"):
        if path.is_dir() and any(path.glob("*.py")):
            assert (path / "__init__.py").exists(), path


def test_nothing_is_named_after_nothing() -> None:
    words = {"utils", "util", "helpers", "helper", "manager", "misc", "common"}
    assert not [name for name in modules() if words & set(name.replace("_", ".").split("."))]
