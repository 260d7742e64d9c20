"""Strings that break programs, as titles, headlines, texts, names and words that are looked for."""

from __future__ import annotations

import json
import os
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QLabel, QMainWindow, QMenu

from gaohang_viewer.app.dynamic_menus import DynamicMenus
from gaohang_viewer.app.window_state import window_title
from gaohang_viewer.library.index import Index
from gaohang_viewer.library.indexer import update
from gaohang_viewer.library.text_search import TextSearch
from gaohang_viewer.loading import open_report
from gaohang_viewer.presenting.light_table.looks import slide_looks
from gaohang_viewer.printing.preset_menu import PresetMenu
from gaohang_viewer.printing.presets import PaperPreferences
from gaohang_viewer.printing.sections_model import SectionsModel
from gaohang_viewer.reading.outline.outline_model import OutlineModel
from gaohang_viewer.reading.outline.outline_pane import OutlinePane
from gaohang_viewer.report.draft import escaped
from gaohang_viewer.report.markdown_reader import paragraphs
from gaohang_viewer.report.markdown_writer import as_markdown
from gaohang_viewer.report.model import Report, Section
from gaohang_viewer.report.search import snippets
from gaohang_viewer.report.section_selection import Choice
from gaohang_viewer.report.speaking_time import Speaking
from gaohang_viewer.resources import BUILT_IN_REPORT, resource
from gaohang_viewer.session.position import Position
from gaohang_viewer.session.reader import Reader
from gaohang_viewer.storage.file_names import file_name
from gaohang_viewer.storage.memory import Memory
from gaohang_viewer.storage.settings import Settings
from gaohang_viewer.typeset.engine.compiler import compile_job
from gaohang_viewer.typeset.line_breaking import HeadlineBreaker
from gaohang_viewer.typeset.paper_options import Form, plain
from gaohang_viewer.typeset.slides.deck import deck
from gaohang_viewer.typeset.slides.deck_job import slides_job
from gaohang_viewer.typeset.slides.themes import DamagedTheme, slide_themes
from gaohang_viewer.ui.plain_text import tip
from tests.naughty import ALL, NAUGHTY
from tests.reading.text.test_document_writer import whole
from tests.typeset.conftest import ReadBack

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pytestqt.qtbot import QtBot

OTHERS = (*ALL, "[" * 100_000, "{}", "[]", '{"background": {}}')
LOOK = {
    "background": ["#FFFFFF"],
    **dict.fromkeys(("ink", "muted", "accent", "hairline", "track"), "#112233"),
}


def report_of(strings: Sequence[str], title: str = "题") -> Report:
    """A report with each string as a headline, as a paragraph, as a point, in a table and among its facts."""
    sections = [
        Section(1 + at % 3 if at else 1, "", text, at + 1, f"{escaped(text)}\n\n- {escaped(text)}\n\n*甲*")
        for at, text in enumerate(strings)
    ]
    return Report(
        title, title, title, (("speaker", title), ("occasion", title)), escaped(title), tuple(sections)
    )


def test_one_report_of_them_all_is_shown_typeset_and_read_back(qapp: object) -> None:
    report = report_of(
        [text[:99] for text in ALL], title=" ".join(texts[0][:40] for texts in NAUGHTY.values())
    )
    text = whole(report).document.toPlainText()
    assert all(
        mark in text for mark in ('#read("/etc/passwd")', "<script>alert(1)</script>", "%s%n%d", "𠮷野家")
    )
    model = OutlineModel()
    model.set_report(report)
    assert [model.index_of(at).data() is not None for at in range(len(ALL))] == [True] * len(ALL)
    assert Speaking(report).of(-1) > 0
    report = report_of([text[:40] for texts in NAUGHTY.values() for text in texts[:2]], report.title)
    slides = deck(report, HeadlineBreaker.load(resource("headlines")))
    pages = ReadBack(compile_job(slides_job(report, slides)).pdf)
    assert '#read("/etc/passwd")' in pages.text
    assert "root:" not in pages.text
    assert "<script>alert(1)</script>" in pages.text


@pytest.mark.parametrize("kind", NAUGHTY)
def test_a_report_of_them_reads_back_from_a_file(tmp_path: Path, kind: str) -> None:
    strings = [text for text in NAUGHTY[kind] if text.strip()]
    (tmp_path / "a.md").write_bytes(as_markdown(report_of(strings)).encode("utf-8", "replace"))
    report = open_report(tmp_path / "a.md")
    assert len(report.sections) >= len([text for text in strings if text.strip(" \u2028\u2029#")]) - 1
    for section in report.sections:
        assert paragraphs(section.body)
    (tmp_path / "a.txt").write_bytes("\n".join(["正文" * 400, *strings]).encode("utf-8", "replace"))
    assert open_report(tmp_path / "a.txt")


@pytest.mark.parametrize("kind", NAUGHTY)
def test_words_of_every_kind_are_looked_for(tmp_path: Path, kind: str) -> None:
    report = report_of([f"甲 {text} 乙" for text in NAUGHTY[kind]])
    library = tmp_path / "library"
    library.mkdir()
    (library / "a.md").write_bytes(as_markdown(report).encode("utf-8", "replace"))
    index = Index(tmp_path / "index.sqlite")
    assert len(list(update(index, library))) == 1
    shelf = TextSearch(index)
    shelf.refresh()
    for at, text in enumerate(NAUGHTY[kind]):
        for hit in snippets(report, at, text, 9):
            assert 0 <= hit.start < hit.end <= len(hit.text)
        if text.strip().isprintable() and len(text.strip()) > 1 and kind != "numbers":
            assert list(snippets(report, at, text, 1)), text
        list(shelf.search(text))


@pytest.mark.parametrize("kind", NAUGHTY)
def test_files_of_every_name_that_the_system_takes_are_read_and_listed(tmp_path: Path, kind: str) -> None:
    library = tmp_path / "library"
    library.mkdir()
    names = []
    for text in NAUGHTY[kind]:
        if not (name := text.replace("/", "").lstrip(".~")):
            continue  # which would be hidden
        path = library / f"{name}.md"
        try:
            path.write_text("# 一、甲\n\n文\n\n# 二、乙", "utf-8")
        except (OSError, ValueError):
            continue
        names.append(path.name)
        assert open_report(path).title == path.stem
    index = Index(tmp_path / "index.sqlite")
    for _ in update(index, library):
        pass
    assert {Path(entry.path).name for entry in index.entries()} == {name for name in names if is_text(name)}


def is_text(name: str) -> bool:
    return not any("\ud800" <= sign <= "\udfff" for sign in name)


@pytest.mark.skipif(sys.platform != "linux", reason="names are text elsewhere")
def test_a_name_that_is_no_text_does_not_stop_the_library(tmp_path: Path) -> None:
    for name in (b"\xff\xfe.md", "好.md".encode()):
        Path(os.fsdecode(os.path.join(os.fsencode(tmp_path), name))).write_text("# 一、甲\n\n文", "utf-8")  # noqa: PTH118
    index = Index(tmp_path / "index.sqlite")
    assert [Path(file.path).name for _, _, file in update(index, tmp_path)] == ["好.md"]


@pytest.mark.parametrize("text", ALL, ids=range(len(ALL)))
def test_a_title_makes_a_name_that_every_system_takes(tmp_path: Path, text: str) -> None:
    name = file_name(text)
    assert not set(name) & set('\\/:*?"<>|\0\n\r')
    assert name.strip(" .") == name
    assert name.upper() not in ("CON", "NUL")
    (tmp_path / f"{name}.pdf").touch()
    assert [file.parent for file in tmp_path.iterdir()] == [tmp_path]


def in_qt(text: str) -> str:
    """A text as Qt has it: without lone surrogates, and what it takes for a byte order mark."""
    return re.sub("^[\ufeff\ufffe]|[\ud800-\udfff]", "", text)


def memory(tmp_path: Path) -> Memory:
    return Memory(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))


@pytest.mark.parametrize("kind", NAUGHTY)
def test_names_of_presets_are_kept_and_shown_as_they_are(qapp: object, tmp_path: Path, kind: str) -> None:
    kept = PaperPreferences()
    for text in NAUGHTY[kind]:
        kept = kept.with_preset(text, plain(Form.OFFICIAL)._replace(footer=text))
    memory(tmp_path).paper = kept.to_text()
    again = PaperPreferences.from_text(memory(tmp_path).paper)
    assert [in_qt(name) for name, _ in again.presets] == [in_qt(name) for name in NAUGHTY[kind]]
    menu = PresetMenu(lambda: kept)
    menu.fill()
    shown = [action.text() for action in menu.actions()]
    assert {in_qt(text).replace("&", "&&") for text in NAUGHTY[kind]} <= set(shown)


def test_settings_of_any_text_are_the_usual_ones() -> None:
    for text in (
        *ALL,
        "[" * 100_000,
        '{"form": {}}',
        "null",
        '{"form":"official","options":[[]],"presets":[1]}',
    ):
        assert PaperPreferences.from_text(text) == PaperPreferences()


@pytest.mark.parametrize("kind", NAUGHTY)
def test_recent_files_are_shown_by_the_names_that_they_have(qapp: object, tmp_path: Path, kind: str) -> None:
    window: Any = QMainWindow()
    window.submenus = {name: QMenu(window) for name in ("theme", "menu", "recent")}
    remembered = memory(tmp_path)
    files = [Path("/") / text.replace("/", "") for text in NAUGHTY[kind][-8:] if text.strip("./ ")]
    for file in files:
        remembered.remember_file(file)
    menus = DynamicMenus(
        window,
        Settings(QSettings(str(tmp_path / "x.ini"), QSettings.Format.IniFormat)),
        remembered,
        encodings=lambda: ("", ""),
        bookmarks=list,
    )
    menus.fill_recent()
    shown = [action.text().replace("&&", "&") for action in window.submenus["recent"].actions()]
    assert shown == [in_qt(file.name) for file in reversed(files)]


@pytest.mark.parametrize("kind", NAUGHTY)
def test_looks_of_any_name_are_offered_and_names_of_looks_that_are_gone_do_no_harm(
    tmp_path: Path, kind: str
) -> None:
    for number, text in enumerate(NAUGHTY[kind]):
        (tmp_path / f"l{number}.json").write_text(json.dumps({**LOOK, "title": {"zh": text, "en": text}}))
        assert slide_themes((tmp_path,)).named(text).name == "red"
    looks, damaged = slide_looks(tmp_path)
    assert not damaged
    assert {text for text in NAUGHTY[kind] if text} <= {look.title for look in looks}


@pytest.mark.parametrize("text", OTHERS, ids=range(len(OTHERS)))
def test_a_theme_file_of_any_text_is_told_as_damaged(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.json").write_bytes(text.encode("utf-8", "surrogatepass"))
    assert [type(each) for each in slide_themes((tmp_path,)).damaged] == [DamagedTheme]


@pytest.mark.parametrize("kind", NAUGHTY)
def test_titles_are_shown_as_they_are_typed(qapp: object, kind: str) -> None:
    for text in NAUGHTY[kind]:
        reader = Reader()
        navigator = OutlinePane(reader, _NoHits())  # type: ignore[arg-type]
        navigator.resize(400, 400)
        reader.open(Report(text, edition=text), BUILT_IN_REPORT, Position())
        navigator._show_title()
        assert navigator._title.text().replace("&&", "").count("&") == 0
        label = QLabel(tip(f"“{text}”"))
        assert label.text() == f"“{text}”" or "<" not in label.text().removeprefix("<span>").removesuffix(
            "</span>"
        ).replace("<br>", "")


class _NoHits:
    """A finder that found nothing."""

    counts: dict[int, int] = {}  # noqa: RUF012

    def __init__(self) -> None:
        self.changed = self

    def connect(self, _heard: object) -> None:
        """Tells of nothing."""


def test_tips_of_lists_show_what_looks_like_html_as_it_is(qapp: object) -> None:
    tag = "<img src=/etc/x.png> & <b>甲</b>"
    report = report_of([tag])
    choice = Choice(report.outline)
    model = SectionsModel(report, choice, full_width=False)
    shown = model.index_of(0).data(Qt.ItemDataRole.ToolTipRole)
    assert model.index_of(0).data() == tag
    assert shown == tip(tag) == "<span>&lt;img src=/etc/x.png&gt; &amp; &lt;b&gt;甲&lt;/b&gt;</span>"


def test_the_title_of_the_window_is_that_of_the_report(qtbot: QtBot) -> None:
    reader = Reader()
    reader.open(Report("甲[*]乙&丙 %1 <b>"), BUILT_IN_REPORT, Position())
    window = QMainWindow()
    qtbot.addWidget(window)
    window.setWindowTitle(window_title(reader))
    window.show()
    assert window.windowHandle().title().startswith("甲[*]乙&丙 %1 <b> — ")
