"""Pictures from other folders: shown when the user says so, for that file, until he says no."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from gaohang_viewer.app.app import App
from gaohang_viewer.cli.main import main
from gaohang_viewer.reading.panels.notes_panel import NotesPanel
from gaohang_viewer.storage.memory import Memory
from gaohang_viewer.typeset.engine.typesetter_pool import TypesetterPool
from gaohang_viewer.typeset.slides.themes import DamagedTheme, slide_themes
from gaohang_viewer.ui.plain_text import tip
from gaohang_viewer.ui.translation import install_language
from tests.loading.test_pictures import picture


@pytest.fixture
def report(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    (tmp_path / "out.png").write_bytes(picture())
    (folder / "in.png").write_bytes(picture())
    path = folder / "r.md"
    path.write_text("# 报告\n\n## 一、甲\n\n![内](in.png)\n\n![外](../out.png)\n", "utf-8")
    return path


@pytest.fixture
def app(qtbot: QtBot, store: QSettings, pool: TypesetterPool) -> Iterator[App]:
    made = App(store, pool=pool)
    made.window.show()
    yield made
    made.window.close()
    install_language("en")


def shown(app: App, qtbot: QtBot) -> set[str]:
    """The pictures of the open report, once all of it is there."""
    app.files.background_reader.wait()
    qtbot.waitUntil(lambda: not app.files.background_reader.busy)
    return set(app.reader.report.images)


def test_a_button_in_the_notes_shows_them_and_the_menu_takes_them_away(
    app: App, qtbot: QtBot, report: Path
) -> None:
    app.open(report)
    assert shown(app, qtbot) == {"in.png"}
    app.panels.show("notes")
    notes = app.panels.built["notes"]
    assert isinstance(notes, NotesPanel)
    assert notes.pictures.isVisible()
    notes.pictures.click()
    assert shown(app, qtbot) == {"in.png", "../out.png"}
    assert not notes.pictures.isVisible()
    action = app.window.actions_by_id["pictures-elsewhere"]
    assert action.isChecked()
    assert action.isEnabled()
    action.trigger()
    assert shown(app, qtbot) == {"in.png"}


def test_the_pane_draws_them(app: App, qtbot: QtBot, report: Path) -> None:
    app.open(report)
    shown(app, qtbot)
    app.reader.go(0)
    qtbot.waitUntil(lambda: app.views.pane.toPlainText().count("\ufffc") == 1)


def test_leave_is_kept_for_one_file_and_old_memories_give_none(app: App, report: Path) -> None:
    memory: Memory = app.memory
    memory.remember_options(report, "gb18030", whole_page=False, outside_folder=True)
    assert memory.options(report) == ("gb18030", False, True)
    assert memory.options(report.with_name("other.md")) == ("", False, False)
    app.settings._store.setValue("state/options", f'[["{report}", "", true]]')
    assert memory.options(report) == ("", True, False)


def test_the_command_line_wants_to_be_told(report: Path, tmp_path: Path) -> None:
    sizes = []
    for flag in ([], ["--pictures-elsewhere"]):
        out = tmp_path / "out.docx"
        assert main(["export", *flag, str(report), "-o", str(out)]) == 0
        sizes.append(out.stat().st_size)
    assert sizes[0] < sizes[1]


def test_a_tool_tip_shows_signs_of_html_letter_by_letter() -> None:
    assert tip("<img src='//server/x'>") == "<span>&lt;img src=&#x27;//server/x&#x27;&gt;</span>"
    assert tip("一网统管") == "一网统管"


@pytest.mark.parametrize(
    "source",
    [
        '#import "@preview/x:1.0.0"',
        '#import ("@pre" + "view/x:1.0.0")',
        '#eval("1")',
        '#include "/etc/passwd"',
        '#plugin("x")',
    ],
)
def test_a_look_of_ones_own_reaches_nothing(tmp_path: Path, source: str) -> None:
    colours = (
        slide_themes(())
        .named("red")
        .file.read_text("utf-8")
        .replace('"template": "red"', '"template": "own.typ"')
    )
    (tmp_path / "own.json").write_text(colours, "utf-8")
    (tmp_path / "own.typ").write_text(f'#import "slides-kit.typ": *\n{source}\n', "utf-8")
    found = slide_themes((tmp_path,))
    assert [type(each) for each in found.damaged] == [DamagedTheme]
