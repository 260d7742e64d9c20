"""The README's advice to those who change the program names files and things that there are."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import dev

ROOT = Path(__file__).parents[2]
README = ROOT.joinpath("README.md").read_text("utf-8")
ADVICE = README.split("## Contributing\n")[1].split("\nMIT licence")[0]
QUOTED = set(re.findall(r"`([^`\n]+)`", ADVICE))
FILES = {
    name
    for name in QUOTED
    if re.fullmatch(r"[\w./*-]+(\.(py|typ|json|svg|desktop|xml|spec|1)|/)|\.ci/run", name)
}
OWN = re.compile(r"\b(NAME|OUT|FILE|FOLDER)\b|-NAME")  # what a reader puts something of his own for


@pytest.mark.parametrize("name", sorted(name for name in FILES if not OWN.search(name)))
def test_a_file_of_the_advice_is_there(name: str) -> None:
    folders = (ROOT, ROOT / "gaohang_viewer", ROOT / "resources" / "typst", ROOT / "resources" / "desktop")
    assert any(list(folder.glob(name.rstrip("/"))) for folder in folders)


def test_the_things_of_the_advice_are_there() -> None:
    code = "\n".join(file.read_text("utf-8") for file in ROOT.rglob("gaohang_viewer/**/*.py"))
    code += "\n".join(file.read_text("utf-8") for file in ROOT.glob("tests/tools/*.py"))
    things = {
        name for name in QUOTED - FILES if re.fullmatch(r"[A-Za-z_][\w.]+", name) and not OWN.search(name)
    }
    assert {"_SIGNS", "Role.HEADING", "HANDOUTS", "paper_job", "_more"} <= things
    gone = [name for name in sorted(things) if not re.search(rf"\b{re.escape(name)}\b", code)]
    assert gone == []


def test_a_place_is_named_with_the_file_that_has_it() -> None:
    for file, name in (
        ("loading/formats.py", "_SIGNS"),
        ("loading/formats.py", "_zip"),
        ("loading/formats.py", "_marked_up"),
        ("loading/__init__.py", "def _read("),
        ("loading/__init__.py", "class Reason("),
        ("report/draft.py", "class Piece("),
        ("dialogs.py", "_REPORTS ="),
        ("library/scan.py", "ENDINGS ="),
        ("desktop_registry.py", "ENDINGS ="),
        ("desktop_entry.py", "TYPES ="),
        ("typeset/slide_themes.py", "def _files("),
        ("theme.py", "THEMES ="),
        ("choices.py", "def _fill_theme("),
        ("office/export.py", "ENDINGS ="),
        ("office/export.py", "def exported("),
        ("printing/desk.py", "_KINDS ="),
        ("printing/dialog.py", "def _more("),
        ("typeset/paper_options.py", "class Form("),
        ("typeset/paper_options.py", "OF_TEXT ="),
        ("typeset/paper_options.py", "HANDOUTS ="),
        ("typeset/reading.py", "_PAGES:"),
        ("typeset/paper.py", "def paper_job("),
        ("printing/form_names.py", "FORMS:"),
        ("report/content.py", "def blocks("),
    ):
        assert name in ROOT.joinpath("gaohang_viewer", file).read_text("utf-8"), f"{file} has no {name}"
        assert file in ADVICE
        assert f"`{re.sub(r'^(def|class) |[ (=:]+$', '', name)}`" in ADVICE


def test_the_commands_of_the_advice_are_those_of_dev_py() -> None:
    said = set(re.findall(r"dev\.py (\w+)", README))
    assert said <= set(re.findall(r"(?m)^python3 dev\.py (\w+)", dev.__doc__ or ""))
