"""The documents agree with the program: files, commands, keys and options that they name exist."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from lxml import etree
from PySide6.QtGui import QKeySequence

import dev
from gaohang_viewer import __version__
from gaohang_viewer.app.actions import ACTIONS
from gaohang_viewer.presenting.key_bindings import BINDINGS
from gaohang_viewer.resources import GUIDES, resource
from gaohang_viewer.typeset.slides.themes import slide_themes

ROOT = Path(__file__).parents[2]
GITHUB = ROOT / ".github"
PAGES = GITHUB / "docs"
README = ROOT / "README.md"
DOCUMENTS = [README, ROOT / "CHANGELOG.md", *GITHUB.rglob("*.md"), *resource("docs").glob("*.md")]
FOR_DEVELOPERS = [
    GITHUB / "CONTRIBUTING.md",
    *(PAGES / f"{name}.md" for name in ("architecture", "code-map", "extending")),
]
# A key as people write it, with or without others held down
KEY = re.compile(r"(?<![\w+/-])(?:(?:Ctrl|Alt|Shift)\+)+(?:[←→↑↓]|\w+)|(?<![\w+/-])F\d+(?!\w)")
# No actions: keys of the library's list, and of the slides page
MOUSE_AND_LISTS = {"Ctrl+Enter", "Ctrl+M", "Ctrl+Shift+M", "Ctrl+Alt+M", "Ctrl+V", "Ctrl+A", "Ctrl+C"}


def name(document: Path) -> str:
    return document.relative_to(ROOT).as_posix()


def key_tables() -> tuple[set[str], set[str]]:
    """The keys in the first column of the two tables of the page of keys: of the window, and of a show."""
    window, show = PAGES.joinpath("keys.md").read_text("utf-8").split("## In a show")
    first = (re.findall(r"^\| (`.+?) \|", part, re.MULTILINE) for part in (window, show))
    window_keys, show_keys = (
        {key for cell in cells for key in re.findall("`(.+?)`", cell)} for cells in first
    )
    return window_keys, show_keys


def written(key: str) -> str:
    """A key of an action as people write it."""
    text = QKeySequence(key).toString()
    for qt, sign in (("Left", "←"), ("Right", "→"), ("Up", "↑"), ("Down", "↓")):
        text = re.sub(rf"(?<=\+){qt}$", sign, text)
    return text.replace("PgDown", "PgDn")


def test_the_readme_is_short() -> None:
    assert README.stat().st_size <= 9_000


@pytest.mark.parametrize("document", DOCUMENTS, ids=name)
def test_a_link_leads_to_a_file(document: Path) -> None:
    links = re.findall(r"\]\((?!https?:)([^)#]+)", document.read_text("utf-8"))
    assert [link for link in links if not (document.parent / link).exists()] == []


@pytest.mark.parametrize("document", FOR_DEVELOPERS, ids=name)
def test_a_file_that_is_named_exists(document: Path) -> None:
    text = document.read_text("utf-8")
    named = set(re.findall(r"`([\w./-]*/|[\w./-]+\.(?:py|typ|json|svg|desktop|xml|spec|1|lock|md))`", text))
    named = {path for path in named if "NAME" not in path}
    assert named
    roots = (ROOT, ROOT / "tests", ROOT / "gaohang_viewer", *ROOT.glob("gaohang_viewer/*/"))
    assert [path for path in sorted(named) if not any((root / path).exists() for root in roots)] == []


def test_the_map_names_every_package() -> None:
    packages = {folder.parent.name for folder in ROOT.glob("gaohang_viewer/*/__init__.py")}
    rows = re.findall(r"(?m)^\| `(\w+)/` \|", PAGES.joinpath("code-map.md").read_text("utf-8"))
    assert packages <= set(rows)


@pytest.mark.parametrize("document", DOCUMENTS, ids=name)
def test_a_command_of_dev_py_exists(document: Path) -> None:
    named = set(re.findall(r"dev\.py (\w+)", document.read_text("utf-8")))
    assert named <= set(re.findall(r"(?m)^python3 dev\.py (\w+)", dev.__doc__ or ""))


def test_the_page_of_keys_has_every_key_of_the_window() -> None:
    window, _ = key_tables()
    assert window == {written(key) for spec in ACTIONS for key in spec.keys}


def test_the_page_of_keys_has_every_key_of_a_show() -> None:
    _, show = key_tables()
    assert show == {key.replace("Ctrl ", "Ctrl+") for binding in BINDINGS for key in binding.shown}


@pytest.mark.parametrize("document", DOCUMENTS, ids=name)
def test_a_key_that_is_named_exists(document: Path) -> None:
    window, show = key_tables()
    named = set(KEY.findall(document.read_text("utf-8")))
    assert named <= window | show | MOUSE_AND_LISTS


def test_the_theme_in_the_documents_is_one(tmp_path: Path) -> None:
    (example,) = re.findall(
        r"```json\n(.+?)```", PAGES.joinpath("formats-and-themes.md").read_text("utf-8"), re.DOTALL
    )
    tmp_path.joinpath("house.json").write_text(example, "utf-8")
    themes = slide_themes([tmp_path])
    assert themes.damaged == ()
    assert themes.named("house").title("en") == json.loads(example)["title"]["en"]


def test_the_guides_have_the_same_parts() -> None:
    parts = [re.findall(r"(?m)^(#+|!\[|\d\.|\|) ?", guide.read_text("utf-8")) for guide in GUIDES.values()]
    assert parts[0] == parts[1]


def test_the_newest_release_is_this_version_everywhere() -> None:
    changes = ROOT.joinpath("CHANGELOG.md").read_text("utf-8")
    assert changes.index("## [Unreleased]") < changes.index("## [0.")
    version, date = re.findall(r"(?m)^## \[([\d.]+)\] - (\d{4}-\d\d-\d\d)$", changes)[0]
    newest = etree.parse(str(resource("desktop", "gaohang-viewer.metainfo.xml"))).find("releases/release")
    assert newest is not None
    assert (version, date) == (__version__, newest.get("date")) == (newest.get("version"), date)
