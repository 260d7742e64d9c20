"""Slides that the user adds on the light table."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gaohang_viewer.app.app import App
from gaohang_viewer.presenting.light_table import picture_import
from gaohang_viewer.presenting.light_table.page import DeckPage
from gaohang_viewer.presenting.light_table.picture_import import PictureError, read_picture
from gaohang_viewer.presenting.report_store import ReportStore
from gaohang_viewer.typeset.slides.deck import Kind
from gaohang_viewer.typeset.slides.deck_edits import DeckEdits, SlideText
from tests.presenting.light_table.conftest import settle
from tests.presenting.light_table.test_page import ALL, choose, drop_files, headlines, kept


def picture(folder: Path, name: str = "新桥.png", size: tuple[int, int] = (80, 60)) -> Path:
    image = QImage(*size, QImage.Format.Format_RGB32)
    image.fill(QColor(200, 30, 20))
    assert image.save(str(folder / name))
    return folder / name


def stored_pictures(app: App) -> list[Path]:
    return list((app.memory.data_folder / "slide-pictures").glob("*.json"))


def test_a_slide_of_text_is_added_after_the_chosen_one_and_typed(
    app: App, page: DeckPage, path: Path, qtbot: QtBot
) -> None:
    choose(page, "二、民生保障")
    QTest.keyClick(page.list, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    editor = page.text_editor
    assert headlines(page) == [*ALL[:6], "Points", ALL[6]]
    qtbot.waitUntil(editor.headline.hasFocus)
    QTest.keyClicks(editor.headline, "New")
    QTest.keyClick(editor.headline, Qt.Key.Key_Return)
    assert editor.points.hasFocus()
    editor.points.setPlainText("one\n  more\ntwo")
    editor.flush()
    settle(app, qtbot)
    slide = next(slide for slide in app.presenting.deck.slides if slide.text == "New")
    assert slide.words() == SlideText("New", ("one\nmore", "two"))
    assert slide.section == 2
    assert len(kept(app, path).added) == 1
    for _ in range(3):
        page.undo.trigger()
    assert headlines(page) == ALL
    page.redo.trigger()
    assert len(headlines(page)) == 8


def test_an_added_slide_is_deleted_and_others_are_hidden(app: App, page: DeckPage, path: Path) -> None:
    choose(page, "一、经济发展")
    page.side.add_requested.emit("text")
    page.list.setFocus()
    QTest.keyClick(page.list, Qt.Key.Key_Delete)
    assert headlines(page) == ALL
    assert kept(app, path) == DeckEdits()
    choose(page, "二、民生保障")
    QTest.keyClick(page.list, Qt.Key.Key_Delete)
    assert page.list.row is not None
    assert page.list.row.hidden


def test_a_table_is_typed_with_bars_between_its_cells(app: App, page: DeckPage, qtbot: QtBot) -> None:
    choose(page, "一、经济发展")
    page.side.add_requested.emit("table")
    editor = page.text_editor
    editor.headline.setText("Figures")
    editor.points.setPlainText("Year | Value\n2024 | 5\n2025\t6 ")
    editor.flush()
    settle(app, qtbot)
    slide = next(slide for slide in app.presenting.deck.slides if slide.kind is Kind.TABLE)
    assert slide.rows == (("Year", "Value"), ("2024", "5"), ("2025", "6"))
    choose(page, "勇当排头兵")
    choose(page, "Figures")
    assert editor.points.toPlainText() == "Year | Value\n2024 | 5\n2025 | 6"
    editor.flush()
    assert page.list.row is not None
    assert page.list.row.words.points == ("Year\tValue", "2024\t5", "2025\t6")


def test_pictures_are_dropped_where_they_are_wanted(
    app: App, page: DeckPage, path: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    files = [picture(tmp_path), picture(tmp_path, "IMG_2041.jpg")]
    row = page.list.visualRect(page.list.slides.index(2))
    drop_files(page, page.list.viewport(), files, down=row.bottom() - 2)
    qtbot.waitUntil(lambda: len(headlines(page)) == 9)
    assert headlines(page) == [*ALL[:3], "新桥", "Picture", *ALL[3:]]
    settle(app, qtbot)
    slides = app.presenting.deck.slides
    assert [slide.kind for slide in slides[3:5]] == [Kind.PICTURE] * 2
    assert len(stored_pictures(app)) == 2
    read = ReportStore(app.memory, path)
    again = DeckEdits.from_json(read.read_json("decks"), read.read_picture)
    assert again == app.presenting.edits
    choose(page, "勇当排头兵")
    drop_files(page, page.view, files[:1])
    qtbot.waitUntil(lambda: len(headlines(page)) == 10)
    assert headlines(page)[1] == "新桥"
    assert len(stored_pictures(app)) == 2  # the same picture is stored once


def test_a_picture_is_replaced(app: App, page: DeckPage, tmp_path: Path, qtbot: QtBot) -> None:
    drop_files(page, page.view, [picture(tmp_path)])
    qtbot.waitUntil(lambda: len(headlines(page)) == 8)
    key = page.list.key
    assert page.text_editor.picture.isVisible()
    before = app.presenting.edits.added[key].picture
    page_adding = app.slides.controller.adding
    page_adding.read([str(picture(tmp_path, "b.png", (20, 20)))], key=key)
    qtbot.waitUntil(lambda: app.presenting.edits.added[key].picture != before)
    assert len(headlines(page)) == 8


def test_what_cannot_be_read_is_said_in_a_sentence(
    app: App, page: DeckPage, tmp_path: Path, qtbot: QtBot
) -> None:
    broken = tmp_path / "broken.png"
    broken.write_bytes(b"no picture")
    with qtbot.waitSignal(app.slides.controller.message) as said:
        drop_files(page, page.view, [broken])
    assert said.args == ["“broken.png” is not a picture that can be read."]
    assert headlines(page) == ALL


def test_a_picture_for_another_report_comes_too_late(
    app: App, page: DeckPage, tmp_path: Path, qtbot: QtBot
) -> None:
    adding = app.slides.controller.adding
    number = adding._round
    adding.cancel()
    adding._on_read(number, "", "", "a", read_picture(picture(tmp_path)))
    assert headlines(page) == ALL


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("Year\tValue\n2025\t6\n", Kind.TABLE, SlideText("", ("Year\tValue", "2025\t6"))),
        ("Title\none\ntwo\n", Kind.SECTION, SlideText("Title", ("one", "two"))),
    ],
)
def test_cells_and_lines_are_pasted(text: str, kind: Kind, words: SlideText, page: DeckPage) -> None:
    QGuiApplication.clipboard().setText(text)
    page.list.setFocus()
    QTest.keyClick(page.list, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert page.list.row is not None
    assert page.list.row.is_added
    assert (page.list.row.slide.kind, page.list.row.words) == (kind, words)


def test_a_picture_is_pasted_and_nothing_is_said_of(app: App, page: DeckPage, qtbot: QtBot) -> None:
    data = QMimeData()
    data.setImageData(QImage(20, 10, QImage.Format.Format_RGB32))
    QGuiApplication.clipboard().setMimeData(data)
    page.list.paste_requested.emit()
    assert page.list.row is not None
    assert page.list.row.slide.kind is Kind.PICTURE
    QGuiApplication.clipboard().clear()
    with qtbot.waitSignal(app.slides.controller.message) as said:
        page.list.paste_requested.emit()
    assert said.args == ["The clipboard has nothing that fits on a slide."]


def test_one_slide_gets_another_detail(app: App, page: DeckPage, path: Path, qtbot: QtBot) -> None:
    key = choose(page, "一、经济发展")
    editor = page.text_editor
    assert editor.detail.isVisible()
    editor.detail.setCurrentIndex(editor.detail.findData("headlines"))
    editor.detail.activated.emit(editor.detail.currentIndex())
    settle(app, qtbot)
    slide = next(slide for slide in app.presenting.deck.slides if slide.key == key)
    assert slide.body == ()
    assert kept(app, path).details == {key: "headlines"}
    menu = page.list.menu([key])
    details = next(action.menu() for action in menu.actions() if action.text() == "Contents of this slide")
    next(action for action in details.actions() if action.text() == "As all slides").trigger()  # type: ignore[attr-defined]
    assert kept(app, path) == DeckEdits()
    choose(page, "勇当排头兵")
    assert not editor.detail.isVisible()


def test_changes_of_a_slide_stay_when_its_headline_is_edited(
    app: App, page: DeckPage, path: Path, qtbot: QtBot
) -> None:
    key = choose(page, "二、民生保障")
    assert page.list.row is not None
    assert page.list.row.slide.section is not None
    section = page.list.row.slide.section
    page.list.toggle_chosen()
    app.window.actions_by_id["slides"].trigger()
    app.outline_editor.set_headline(section, "二、改善民生")
    app.window.actions_by_id["slides"].trigger()
    settle(app, qtbot)
    choose(page, "二、改善民生")
    assert page.list.row is not None
    assert page.list.row.hidden
    app.outline_editor.undo()
    settle(app, qtbot)
    assert kept(app, path).hidden == {key}


# --- reading pictures --------------------------------------------------------------------------------------


def size_of(data: bytes) -> tuple[int, int]:
    image = QImage.fromData(data)
    return image.width(), image.height()


def test_a_large_picture_is_made_small_enough(tmp_path: Path) -> None:
    assert size_of(read_picture(picture(tmp_path, "a.png", (5120, 100)))) == (2560, 50)
    assert size_of(read_picture(picture(tmp_path, "a.png", (300, 100)))) == (300, 100)


def test_a_drawing_is_rendered_large(tmp_path: Path) -> None:
    file = tmp_path / "a.svg"
    file.write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><path d="M0 0h40v20H0z"/></svg>'
    )
    assert size_of(read_picture(file)) == (2560, 1280)


def test_pictures_that_are_too_large_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = picture(tmp_path)
    monkeypatch.setattr(picture_import, "_MOST_PIXELS", 100)
    with pytest.raises(PictureError, match="million pixels"):
        read_picture(file)
    monkeypatch.setattr(picture_import, "_MOST_BYTES", 10)
    with pytest.raises(PictureError, match="larger than"):
        read_picture(file)
    with pytest.raises(PictureError, match="not a picture"):
        read_picture(tmp_path / "gone.png")


def test_a_noisy_picture_becomes_a_jpeg_and_a_transparent_one_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(picture_import, "_LARGEST_PNG", 10)
    assert read_picture(picture(tmp_path)).startswith(b"\xff\xd8\xff")
    image = QImage(9, 9, QImage.Format.Format_ARGB32)
    image.fill(QColor(0, 0, 0, 0))
    image.save(str(tmp_path / "b.png"))
    assert read_picture(tmp_path / "b.png").startswith(b"\x89PNG")
