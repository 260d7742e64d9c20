"""The light table in the window: slides hidden, moved, reworded, and what is chosen of them."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from gaohang_viewer.app.actions import ActionId
from gaohang_viewer.app.app import App
from gaohang_viewer.presenting.light_table.deck_changes import DeckChanges
from gaohang_viewer.presenting.light_table.page import DeckPage
from gaohang_viewer.presenting.light_table.slides_model import MIME
from gaohang_viewer.presenting.report_store import ReportStore
from gaohang_viewer.presenting.show.events import Event
from gaohang_viewer.typeset.slides.deck import Kind, Slide
from gaohang_viewer.typeset.slides.deck_edits import DeckEdits, SlideText
from gaohang_viewer.typeset.slides.point import Point
from tests.app.test_accessibility import nameless
from tests.presenting.light_table.conftest import REPORT, settle


def headlines(page: DeckPage) -> list[str]:
    return [page.list.slides.index(row, 0).data() for row in range(page.list.slides.rowCount())]


def choose(page: DeckPage, headline: str) -> str:
    """Goes to a slide; its key."""
    at = headlines(page).index(headline)
    page.list.choose(page.list.slides.rows[at].key)
    page.list.setFocus()
    return page.list.key


def kept(app: App, path: Path) -> DeckEdits:
    """What was written beside the report."""
    return DeckEdits.from_json(ReportStore(app.memory, path).read_json("decks"))


def shown(app: App) -> list[str]:
    """The headlines of the show's slides."""
    return [page.title for page in app.presenting.deck.pages if not page.part]


def drop_files(page: DeckPage, on: QWidget, paths: list[Path], *, down: int = 40) -> None:
    """Drops files on a part of the page, some px below its top."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    buttons, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    at = QPointF(on.mapTo(page, QPoint(30, down)))
    page.dropEvent(QDropEvent(at, Qt.DropAction.CopyAction, data, buttons, none))


OWN_LOOK = """{"title": {"en": "Our green"}, "background": ["#1F6B4F"], "ink": "#FFFFFF", "muted": "#DDEEDD",
"accent": "#F3CB7A", "hairline": "#77AA88", "track": "#336655"}"""

ALL = ["勇当排头兵", "Contents", "主要工作", "主要工作", "一、经济发展", "二、民生保障", "三、基层治理"]


def test_all_slides_are_listed_and_the_keyboard_is_at_the_readers_section(
    app: App, page: DeckPage, qtbot: QtBot
) -> None:
    assert headlines(page) == ALL
    assert page.title.text() == "Slides · 7 slides"
    app.window.actions_by_id["slides"].trigger()
    assert app.window.page is None
    app.reader.go(2)
    app.window.actions_by_id["slides"].trigger()
    assert page.list.row is not None
    assert page.list.row.slide.section == 2
    assert page.text_editor.headline.text() == "二、民生保障"
    qtbot.waitUntil(page.list.hasFocus)
    QAbstractItemModelTester(page.list.slides, QAbstractItemModelTester.FailureReportingMode.Fatal)


def test_a_hidden_slide_is_left_out_of_the_show_and_comes_back(
    app: App, page: DeckPage, path: Path, qtbot: QtBot
) -> None:
    key = choose(page, "二、民生保障")
    QTest.keyClick(page.list, Qt.Key.Key_H)
    assert page.list.row is not None
    assert page.list.row.hidden
    settle(app, qtbot)
    assert "二、民生保障" not in shown(app)
    assert len(app.presenting.deck.pages) == 6
    assert page.state.text() == "1 hidden"
    assert headlines(page) == ALL
    assert [row.number for row in page.list.slides.rows] == [1, 2, 3, 4, 5, 0, 6]
    assert kept(app, path).hidden == {key}
    assert path.read_text("utf-8") == REPORT
    QTest.keyClick(page.list, Qt.Key.Key_Space)
    settle(app, qtbot)
    assert shown(app)[5] == "二、民生保障"
    assert kept(app, path) == DeckEdits()


def test_several_slides_are_hidden_at_once_but_never_all(app: App, page: DeckPage, qtbot: QtBot) -> None:
    page.list.selectAll()
    page.list.toggle_chosen()
    assert not any(row.hidden for row in page.list.slides.rows)
    page.list.choose(page.list.slides.rows[4].key)
    QTest.keyClick(page.list, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    menu = page.list.menu(page.list.chosen_keys())
    menu.actions()[0].trigger()
    settle(app, qtbot)
    assert shown(app)[4:] == ["三、基层治理"]


def test_a_hidden_slide_cannot_be_presented_from(app: App, page: DeckPage, qtbot: QtBot) -> None:
    choose(page, "二、民生保障")
    assert page.present_here.isEnabled()
    page.list.toggle_chosen()
    assert not page.present_here.isEnabled()
    settle(app, qtbot)
    assert not page.present_here.isEnabled()
    app.window.actions_by_id["show-here"].trigger()
    assert app.presenting.windows.running.state.finished


def test_the_show_begins_at_the_chosen_slide(app: App, page: DeckPage) -> None:
    choose(page, "三、基层治理")
    app.window.actions_by_id["show-here"].trigger()
    running = app.presenting.windows.running
    assert not running.state.finished
    assert running.page is not None
    assert running.page.title == "三、基层治理"
    running.end()
    app.window.actions_by_id["show"].trigger()
    assert running.page.number == 1
    running.handle_event(Event.LAST)
    running.handle_event(Event.PREVIOUS)
    running.end()
    assert page.text_editor.headline.text() == "二、民生保障"  # where the show was left


def test_slides_are_moved_by_keys_and_the_show_follows(
    app: App, page: DeckPage, path: Path, qtbot: QtBot
) -> None:
    key = choose(page, "三、基层治理")
    QTest.keyClick(page.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(page.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert headlines(page)[4:] == ["三、基层治理", "一、经济发展", "二、民生保障"]
    assert page.list.key == key
    settle(app, qtbot)
    assert shown(app)[4:] == ["三、基层治理", "一、经济发展", "二、民生保障"]
    assert page.list.key == key
    QTest.keyClick(page.list, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(page.list, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert headlines(page) == ALL
    assert kept(app, path) == DeckEdits()


def test_slides_are_moved_by_dragging(page: DeckPage, qtbot: QtBot) -> None:
    slides = page.list.slides
    box = page.list.visualRect(slides.index(1, 0))

    def drop(rows: list[int], at: QPoint) -> None:
        data = slides.mimeData([slides.index(row, 0) for row in rows])
        assert data.hasFormat(MIME)
        buttons, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        page.list.dropEvent(QDropEvent(QPointF(at), Qt.DropAction.MoveAction, data, buttons, none))

    drop([5, 6], box.center() + QPoint(0, 10))
    moved = ["勇当排头兵", "Contents", "二、民生保障", "三、基层治理", "主要工作", "主要工作", "一、经济发展"]
    qtbot.waitUntil(lambda: headlines(page) == moved)
    page.list.scrollToBottom()
    drop([2], QPoint(box.center().x(), page.list.viewport().height() - 2))
    qtbot.waitUntil(lambda: headlines(page)[-1] == "二、民生保障")


def test_words_are_rewritten_and_restored(app: App, page: DeckPage, path: Path, qtbot: QtBot) -> None:
    key = choose(page, "一、经济发展")
    words = page.text_editor
    assert words.points.toPlainText() == "稳中有进\n税收增长百分之五\n企业增加三百家"
    assert not words.restore.isVisible()
    words.headline.setFocus()
    words.headline.selectAll()
    QTest.keyClicks(words.headline, "Economy")
    words.points.setFocus()  # the headline is left
    assert headlines(page)[4] == "Economy"
    words.points.setPlainText("Taxes grow\n    by five per cent\nMore companies")
    words.flush()
    settle(app, qtbot)
    slide = next(slide for slide in app.presenting.deck.slides if slide.key == key)
    assert slide.words() == SlideText("Economy", ("Taxes grow\nby five per cent", "More companies"))
    assert words.points.toPlainText() == "Taxes grow\n    by five per cent\nMore companies"
    assert kept(app, path).texts == {key: slide.words()}
    assert path.read_text("utf-8") == REPORT
    words.restore.click()
    assert words.headline.text() == "一、经济发展"
    settle(app, qtbot)
    assert words.points.toPlainText() == "稳中有进\n税收增长百分之五\n企业增加三百家"
    assert kept(app, path) == DeckEdits()


def test_what_is_typed_counts_after_a_pause(app: App, page: DeckPage, qtbot: QtBot) -> None:
    choose(page, "二、民生保障")
    page.text_editor.headline.setFocus()
    page.text_editor.headline.setText("")
    qtbot.waitUntil(lambda: not page.text_editor._typing_timer.isActive())
    assert page.text_editor.headline.text() == ""  # another headline is about to be written
    page.text_editor.headline.setText("People")
    qtbot.waitUntil(lambda: headlines(page)[5] == "People")
    page.text_editor.headline.setText("")
    page.list.setFocus()
    assert page.text_editor.headline.text() == "二、民生保障"


def test_a_slide_that_is_chosen_while_words_are_typed_does_not_get_them(
    app: App, page: DeckPage, qtbot: QtBot
) -> None:
    choose(page, "二、民生保障")
    page.text_editor.headline.setText("People")
    page.list.choose(page.list.slides.rows[6].key)
    assert headlines(page)[5:] == ["People", "三、基层治理"]
    assert page.text_editor.headline.text() == "三、基层治理"


def test_a_cover_has_the_fields_of_the_front_page(app: App, page: DeckPage, path: Path, qtbot: QtBot) -> None:
    choose(page, "勇当排头兵")
    editor = page.text_editor
    assert editor.cover.isVisible()
    assert not editor.points.isVisible()
    editor.headline.setFocus()
    editor.headline.setText("Another title")
    QTest.keyClick(editor.headline, Qt.Key.Key_Return)
    assert editor.cover.fields["subtitle"].hasFocus()
    for key, text in (("occasion", "At the assembly"), ("speaker", "Wang Ming"), ("date", "1 May")):
        editor.cover.fields[key].setText(text)
    editor.flush()
    words = SlideText("Another title", ("", "At the assembly", "", "Wang Ming", "1 May", ""))
    assert page.list.row is not None
    assert page.list.row.words == words
    settle(app, qtbot)
    assert app.presenting.deck.slides[0].words() == words
    assert kept(app, path).texts == {"cover": words}
    page.undo.trigger()
    assert editor.cover.fields["speaker"].text() == ""


def test_every_step_is_taken_back_and_done_again(app: App, page: DeckPage, path: Path, qtbot: QtBot) -> None:
    key = choose(page, "二、民生保障")
    page.list.toggle_chosen()
    page.list.move_chosen(+1)
    page.text_editor.headline.setFocus()
    page.text_editor.headline.setText("People")
    QTest.keyClick(page.text_editor.headline, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert page.text_editor.headline.text() == "二、民生保障"
    assert not app.outline_editor.can_undo
    page.list.setFocus()
    QTest.keyClick(page.list, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert headlines(page) == ALL
    page.undo.trigger()
    assert kept(app, path) == DeckEdits()
    assert not page.undo.isEnabled()
    for _ in range(3):
        QTest.keyClick(page.list, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert headlines(page)[5:] == ["三、基层治理", "People"]
    assert kept(app, path).hidden == {key}
    page.restore_all.click()
    assert headlines(page) == ALL
    page.undo.trigger()
    settle(app, qtbot)
    assert shown(app)[4:] == ["一、经济发展", "三、基层治理"]


def test_changes_are_there_again_when_the_report_is(
    app: App, page: DeckPage, path: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    choose(page, "二、民生保障")
    page.list.toggle_chosen()
    other = tmp_path / "other.md"
    other.write_text("# 另一份\n\n## 一、别的\n\n- 没有\n", "utf-8")
    app.open(other)
    qtbot.waitUntil(lambda: app.reader.path == other, timeout=10_000)
    assert app.window.page is None
    app.window.actions_by_id["slides"].trigger()
    settle(app, qtbot)
    assert headlines(page) == ["另一份", "Contents", "别的", "一、别的"]
    assert not page.undo.isEnabled()
    app.open(path)
    qtbot.waitUntil(lambda: app.reader.path == path, timeout=10_000)
    app.window.actions_by_id["slides"].trigger()
    settle(app, qtbot)
    assert [row.hidden for row in page.list.slides.rows] == [False, False, False, False, False, True, False]


def test_the_filter_finds_words_and_pinyin(app: App, page: DeckPage, qtbot: QtBot) -> None:
    key = choose(page, "三、基层治理")
    QTest.keyClick(page.list, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert page.side.field.hasFocus()
    QTest.keyClicks(page.side.field, "msbz")
    assert headlines(page) == ["二、民生保障"]
    assert page.text_editor.headline.text() == "二、民生保障"
    page.side.field.setText("税收增长")  # of a point
    assert headlines(page) == ["一、经济发展"]
    page.side.field.setText("没有这个词")
    assert headlines(page) == []
    QTest.keyClick(page.side.field, Qt.Key.Key_Escape)
    assert headlines(page) == ALL
    assert app.window.page is page
    page.list.choose(key)
    QTest.keyClick(page.list, Qt.Key.Key_Escape)
    assert app.window.page is None


def test_paging_goes_through_the_pages_of_a_slide_and_on(app: App, page: DeckPage, qtbot: QtBot) -> None:
    choose(page, "二、民生保障")
    page.text_editor.points.setPlainText("\n".join(f"第{number}件实事" for number in range(40)))
    page.text_editor.flush()
    settle(app, qtbot)
    assert page.list.row is not None
    count = page.list.row.pages
    assert count > 1
    for part in range(1, count):
        QTest.keyClick(page.list, Qt.Key.Key_PageDown)
        assert page.view.part == part
    QTest.keyClick(page.list, Qt.Key.Key_PageDown)
    assert page.text_editor.headline.text() == "三、基层治理"
    QTest.keyClick(page.list, Qt.Key.Key_PageUp)
    assert (page.text_editor.headline.text(), page.view.part) == ("二、民生保障", count - 1)


def test_the_large_picture_is_sharp_whatever_size_it_gets(app: App, page: DeckPage, qtbot: QtBot) -> None:
    def is_sharp() -> bool:
        image = app.slides.controller.pictures.page(page.list.key, 0, page.view._size())
        return image is not None and image.width() == page.view._size().width()

    qtbot.waitUntil(is_sharp)
    app.window.resize(1500, 900)
    qtbot.waitUntil(is_sharp)
    choose(page, "二、民生保障")
    qtbot.waitUntil(is_sharp)


def test_another_look_makes_other_slides_and_what_is_chosen_stays(
    app: App, page: DeckPage, qtbot: QtBot
) -> None:
    key = choose(page, "三、基层治理")
    app.window.resize(1280, 800)
    red, _, of_blue = picture(page, qtbot)
    assert red > of_blue
    blue = next(card for card in page.options.looks.cards if card.look.name == "blue")
    QTest.mouseClick(blue, Qt.MouseButton.LeftButton)
    assert app.settings.slides_theme == "blue"
    assert page.state.text() == "Preparing the slides…"
    red, _, of_blue = picture(page, qtbot)
    assert red > of_blue  # the old one stays until there is another
    settle(app, qtbot)
    qtbot.waitUntil(lambda: picture(page, qtbot)[2] > picture(page, qtbot)[0])
    assert page.list.key == key


def picture(page: DeckPage, qtbot: QtBot) -> tuple[int, int, int]:
    """The colour of the ground of the large picture, as it is painted."""
    view = page.view
    qtbot.waitUntil(lambda: view.grab().toImage().pixelColor(centre(view)).alpha() == 255)
    colour = view.grab().toImage().pixelColor(centre(view))
    return colour.red(), colour.green(), colour.blue()


def centre(view: object) -> QPoint:
    box = view.page_box()  # type: ignore[attr-defined]
    return QPoint(round(box.right()) - 30, round(box.center().y()))


def test_every_option_is_a_setting_at_once(app: App, page: DeckPage, qtbot: QtBot) -> None:
    options, settings = page.options, app.settings
    for key, value in (
        ("slides_detail", "headlines"),
        ("slides_aspect", "4:3"),
        ("console", "never"),
    ):
        options._segments[key].buttons[value].click()
        assert getattr(settings, key) == value
    for key in ("fade", "loop"):
        options._switches[key].click()
        assert getattr(settings, key) is True
    options.minutes.setValue(25)
    assert settings.minutes == 25
    assert options.planned.text() == "25 min planned"
    options._switches["slides_fit"].click()
    assert app.presenting.options.minutes == 25
    options._switches["slides_fit"].click()
    assert app.presenting.options.minutes == 0
    options.advance.buttons["length"].click()
    assert settings.advance == -1
    assert not options.seconds.isEnabled()
    options.advance.buttons["time"].click()
    options.seconds.setValue(45)
    assert settings.advance == 45
    settle(app, qtbot)
    assert app.presenting.deck.aspect == pytest.approx(4 / 3)
    settings.set("slides_aspect", "16:10")  # as the menu does
    assert options._segments["slides_aspect"].buttons["16:10"].isChecked()


def test_footer_ribbon_and_points_one_by_one_belong_to_the_report(
    app: App, page: DeckPage, path: Path, qtbot: QtBot
) -> None:
    options, settings, presenting = page.options, app.settings, app.presenting
    for key in ("slides_ribbon", "reveal"):
        options._switches[key].click()
    options.footer.setFocus()
    QTest.keyClicks(options.footer, "Office")
    page.list.setFocus()
    assert (settings.slides_ribbon, settings.reveal, settings.slides_footer) == (False, False, "")
    assert (presenting.options.ribbon, presenting.options.footer) == (True, "Office")
    assert presenting.windows.running.reveal
    assert kept(app, path).own == {"slides_ribbon": True, "reveal": True, "slides_footer": "Office"}
    page.restore_all.click()  # of slides
    assert presenting.options.footer == "Office"
    page.undo.trigger()
    assert presenting.options.footer == ""
    assert options.footer.text() == ""
    page.redo.trigger()
    options.defaults.click()
    assert (settings.slides_ribbon, settings.reveal, settings.slides_footer) == (True, True, "Office")
    assert not options.defaults.isEnabled()


def test_another_report_starts_with_the_defaults(
    app: App, page: DeckPage, tmp_path: Path, qtbot: QtBot
) -> None:
    page.options._switches["reveal"].click()
    app.settings.set("slides_footer", "Default")
    other = tmp_path / "other.md"
    other.write_text("# Other\n\n## One\n\nText.\n", "utf-8")
    app.open(other)
    qtbot.waitUntil(lambda: app.reader.path == other)
    assert app.presenting.options.footer == "Default"
    assert not app.presenting.own("reveal")
    app.window.actions_by_id["slides"].trigger()
    settle(app, qtbot)
    assert not page.options._switches["reveal"].isChecked()
    assert page.options.footer.text() == "Default"


def test_a_picture_dropped_on_the_options_is_the_logo(app: App, page: DeckPage, tmp_path: Path) -> None:
    def drop(name: str) -> None:
        drop_files(page, page.options, [tmp_path / name])

    drop("crest.PNG")
    assert app.settings.slides_logo == str(tmp_path / "crest.PNG")
    assert page.options.logo.text() == "crest.PNG"
    page.options.no_logo.click()
    assert app.settings.slides_logo == ""


def test_the_menu_offers_looks_and_detail(app: App, page: DeckPage) -> None:
    app.window.submenus["menu"].aboutToShow.emit()
    submenus: dict[ActionId, list[str]] = {
        "slides-look": ["Red", "Blue", "White", "Night"],
        "slides-detail": ["Overview", "Headlines", "Points", "Figures"],
    }
    for name, titles in submenus.items():
        menu = app.window.submenus[name]
        menu.aboutToShow.emit()
        assert [action.text() for action in menu.actions()] == titles
        assert menu.isEnabled()


def test_the_users_own_looks_are_offered_and_damaged_ones_told(app: App, page: DeckPage) -> None:
    own = app.memory.data_folder / "themes"
    own.mkdir()
    (own / "green.json").write_text(OWN_LOOK, "utf-8")
    (own / "broken.json").write_text("{", "utf-8")
    app.window.actions_by_id["slides"].trigger()
    app.window.actions_by_id["slides"].trigger()
    titles = [card.look.title for card in page.options.looks.cards]
    assert titles == ["Red", "Blue", "White", "Night", "Our green"]
    assert "broken.json" in app.window.statusBar().currentMessage()
    page.options.looks.cards[4].click()
    assert app.settings.slides_theme == "green"


def test_only_what_makes_sense_beside_slides_can_be_done(app: App, page: DeckPage) -> None:
    actions = app.window.actions_by_id
    disabled: tuple[ActionId, ...] = ("find", "undo", "paper", "next", "zoom-in")
    enabled: tuple[ActionId, ...] = ("show", "show-here", "slides", "slides-pdf", "open", "library")
    for name in disabled:
        assert not actions[name].isEnabled(), name
    for name in enabled:
        assert actions[name].isEnabled(), name
    actions["library"].trigger()
    assert not actions["show"].isEnabled()


def test_a_report_too_large_for_a_show_says_so(app: App, qtbot: QtBot, tmp_path: Path) -> None:
    large = tmp_path / "large.md"
    large.write_text("# 大\n\n" + "".join(f"## 第{number}节\n\n" for number in range(5001)), "utf-8")
    app.open(large)
    qtbot.waitUntil(lambda: len(app.reader.report.sections) == 5001, timeout=20_000)
    app.window.actions_by_id["slides"].trigger()
    page = app.slides.controller.page
    assert "at most 5000 sections" in page._message.text()
    assert page._stack.currentWidget() is page._message
    assert not page.present_here.isEnabled()


def test_every_control_has_a_name_and_the_tab_key_goes_round(app: App, page: DeckPage) -> None:
    choose(page, "一、经济发展")
    assert nameless(app.window) == []
    seen = []
    for _ in range(60):
        widget = QApplication.focusWidget()
        assert widget is not None
        seen.append(widget)
        app.window.focusNextChild()
    wanted = (page.list, page.side.field, page.view, page.text_editor.headline, page.text_editor.points)
    assert {*wanted, page.options.footer, page.options.minutes, page.present_here} <= set(seen)
    assert seen.count(page.list) > 1


def test_widths_of_the_parts_are_remembered(app: App, page: DeckPage, qtbot: QtBot) -> None:
    page.splitter.setSizes([400, 500, 300])
    sizes = page.splitter.sizes()
    app.settings.set("language", "zh_CN")  # makes the window anew
    app.window.actions_by_id["slides"].trigger()
    settle(app, qtbot)
    again = app.slides.controller.page
    assert again is not page
    assert again.splitter.sizes()[0] == sizes[0]


SLIDE = Slide(Kind.SECTION, "a", 0, "标题", ("标题",), (Point("一"), Point("二", "小字")))


def test_words_typed_back_are_no_change() -> None:
    changes = DeckChanges(DeckEdits())
    assert changes.reword(SLIDE, SlideText("Other", ("一", "二\n小字")))
    assert changes.now.texts == {"a": SlideText("Other", None)}
    assert changes.words(SLIDE) == SlideText("Other", ("一", "二\n小字"))
    assert changes.reword(SLIDE, SlideText("标题", ("一", "二\n小字")))
    assert changes.now == DeckEdits()
    assert not changes.reword(SLIDE, SLIDE.words())


def test_several_slides_keep_their_order_as_they_move() -> None:
    changes, natural = DeckChanges(DeckEdits()), "abcdef"
    assert changes.move(natural, ["e", "b"], "d")
    assert "".join(changes.now.arranged(natural)) == "acbedf"
    assert changes.move(natural, ["c"], None)
    assert "".join(changes.now.arranged(natural)) == "abedfc"
    assert not changes.move(natural, ["c"], None)
    assert changes.undo()
    assert changes.undo()
    assert changes.now == DeckEdits()
