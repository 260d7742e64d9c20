"""The library in the window."""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, QSettings, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from gaohang_viewer.app.app import App
from gaohang_viewer.library.index import Index, IndexedReport
from gaohang_viewer.library.indexer import Indexing
from gaohang_viewer.library.metadata import Metadata
from gaohang_viewer.library_view.controller import LibraryController
from gaohang_viewer.library_view.library_lists import EMPTY, REPORTS, TEXT
from gaohang_viewer.library_view.library_page import LibraryPage
from gaohang_viewer.library_view.library_service import LibraryService
from gaohang_viewer.library_view.models import EDITION, PLACE, TITLE, YEAR, ReportsModel
from gaohang_viewer.session.open_file import open_in_new_window
from gaohang_viewer.typeset.engine.typesetter_pool import TypesetterPool
from gaohang_viewer.ui.translation import install_language

REPORT = "{title}\n各位代表：\n一、第一部分\n{body}\n二、第二部分\n这里没有别的话，只有这一句。\n"


def write(folder: Path, name: str, body: str) -> Path:
    path = folder / name
    path.write_text(REPORT.format(title=path.stem, body=body), "utf-8")
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    write(folder, "2021年甲山镇报告.txt", "推进一网统管，打造样板。\n一网统管全覆盖，年年有进步。")
    write(folder, "2023年乙水镇报告（第三版）.txt", "大力發展經濟，ＧＤＰ增長百分之五。")
    return folder


@pytest.fixture
def app(qtbot: QtBot, store: QSettings, pool: TypesetterPool, folder: Path) -> Iterator[App]:
    store.setValue("state/library", str(folder))
    made = App(store, pool=pool)
    made.start(None)
    yield made
    made.window.close()
    made.files.background_reader.wait()
    install_language("en")


@pytest.fixture
def page(app: App, qtbot: QtBot) -> LibraryPage:
    app.window.actions_by_id["library"].trigger()
    page = app.library.controller.page
    qtbot.waitUntil(lambda: page.reports.rowCount() == 3, timeout=10_000)
    assert app.library.controller.service is not None
    service = app.library.controller.service
    qtbot.waitUntil(lambda: not service.busy, timeout=10_000)
    return page


def column(page: LibraryPage, number: int) -> list[str]:
    return [page.filtered.index(row, number).data() for row in range(page.filtered.rowCount())]


def rows(page: LibraryPage) -> list[str]:
    return [page.found.index(row, 0).data() for row in range(page.found.rowCount())]


def search(page: LibraryPage, qtbot: QtBot, query: str) -> None:
    page.tabs.setCurrentIndex(TEXT)
    with qtbot.waitSignal(page.search_requested, timeout=3000):
        page.field.setText(query)
    qtbot.waitUntil(lambda: page._counts is not None and page._counts[2], timeout=3000)


def test_reports_are_listed_with_place_year_and_edition_the_newest_first(page: LibraryPage) -> None:
    assert column(page, YEAR) == ["2023", "2021", ""]
    assert column(page, PLACE) == ["乙水镇", "甲山镇", "上海市浦东新区高行镇"]
    assert column(page, EDITION) == ["第三版", "", "第二版"]
    QAbstractItemModelTester(page.reports, QAbstractItemModelTester.FailureReportingMode.Fatal)


def test_the_folder_is_named_and_its_place_told(page: LibraryPage, folder: Path) -> None:
    assert (page._folder_label.text(), page._folder_label.toolTip()) == ("reports", str(folder))


def test_they_are_sorted_and_filtered(page: LibraryPage) -> None:
    page.lists.table.sortByColumn(TITLE, Qt.SortOrder.AscendingOrder)
    assert column(page, YEAR) == ["2021", "2023", ""]
    page.tabs.setCurrentIndex(REPORTS)
    page.field.setText("甲山鎮 2021")
    assert column(page, YEAR) == ["2021"]
    page.field.setText("没有的")
    assert page.lists.currentIndex() == EMPTY


def test_words_are_found_in_all_reports_as_one_types(page: LibraryPage, qtbot: QtBot) -> None:
    search(page, qtbot, "一網統管")
    assert rows(page)[0].startswith("2021年甲山镇报告")
    assert "2 in" not in page.tabs.tabText(REPORTS)
    assert "4 in 2 reports" in page.tabs.tabText(TEXT)  # two of them in the built-in report
    QAbstractItemModelTester(page.found, QAbstractItemModelTester.FailureReportingMode.Fatal)
    search(page, qtbot, "没有的词")
    assert page.lists.currentIndex() == EMPTY


def test_a_hit_is_gone_to_and_back_leads_to_the_report_before(
    app: App, page: LibraryPage, qtbot: QtBot
) -> None:
    app.reader.go(3)
    search(page, qtbot, "一网统管")
    page.lists.rows.activated.emit(page.found.index(2, 0))
    assert app.window.page is None
    assert app.reader.path is not None
    assert app.reader.path.name == "2021年甲山镇报告.txt"
    assert app.reader.position.section == 0
    now = [selection.cursor.selectedText() for selection in app.views.pane.extraSelections()]
    assert now == ["一网统管", "一网统管"]
    app.window.actions_by_id["back"].trigger()
    assert app.reader.path.name == "gaohang.md"
    assert app.reader.position.section == 3
    app.window.actions_by_id["forward"].trigger()
    assert app.reader.path.name == "2021年甲山镇报告.txt"


def test_the_keyboard_is_enough(app: App, page: LibraryPage) -> None:
    QTest.keyClicks(page.field, "2021")
    QTest.keyClick(page.field, Qt.Key.Key_Down)
    QTest.keyClick(page.lists.table, Qt.Key.Key_Return)
    assert app.reader.path is not None
    assert app.reader.path.name == "2021年甲山镇报告.txt"
    app.window.actions_by_id["library"].trigger()
    QTest.keyClick(page.field, Qt.Key.Key_Escape)
    assert page.field.text() == ""
    QTest.keyClick(page.field, Qt.Key.Key_Escape)
    assert app.window.page is None


def test_a_change_in_the_folder_is_followed(page: LibraryPage, qtbot: QtBot, folder: Path, app: App) -> None:
    qtbot.waitUntil(lambda: bool(app.library.controller._watcher.directories()), timeout=3000)
    write(folder, "2025年丁家镇报告.txt", "新的一年，新的气象。")
    qtbot.waitUntil(lambda: column(page, YEAR) == ["2025", "2023", "2021", ""], timeout=10_000)


def test_a_damaged_index_is_made_anew_and_told(
    app: App, page: LibraryPage, qtbot: QtBot, folder: Path
) -> None:
    desk = app.library.controller
    assert desk.service is not None
    index = desk.service._index
    desk.close()
    index.write_bytes(b"no database at all" * 99)
    with qtbot.waitSignal(desk.message, timeout=5000):
        desk.open(folder)
    qtbot.waitUntil(lambda: page.reports.rowCount() == 3, timeout=10_000)


def test_two_reports_are_compared_the_older_first(page: LibraryPage, qtbot: QtBot) -> None:
    rows_flag = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
    for row in (0, 1):
        assert not page._compare.isEnabled()
        page.lists.table.selectionModel().select(page.filtered.index(row, 0), rows_flag)
    with qtbot.waitSignal(page.compare_requested) as compared:
        page._compare.click()
    assert [Path(path).name[:4] for path in compared.args] == ["2021", "2023"]


def test_without_a_folder_the_page_says_what_to_do(qtbot: QtBot) -> None:
    page = LibraryPage(220)
    qtbot.addWidget(page)
    assert page.lists.currentIndex() == EMPTY
    assert "Choose the folder" in page.lists._nothing.text()
    assert not page.field.isEnabled()


def test_a_comparison_shows_what_differs_and_leads_there(
    app: App, page: LibraryPage, qtbot: QtBot, folder: Path
) -> None:
    old = folder / "2021年甲山镇报告.txt"
    new = write(
        folder, "2022年甲山镇报告.txt", "推进一网统管，打造样板。\n一网统管全覆盖，投资3亿元，年年有突破。"
    )
    desk = app.library.controller
    page.compare_requested.emit(str(old), str(new))
    comparison = desk.comparison
    assert app.window.page is comparison
    qtbot.waitUntil(lambda: comparison.list.count() > 0, timeout=5000)
    names = [comparison.list.item(row).text() for row in range(comparison.list.count())]
    assert names[0] == "Changed key figures (1)"
    assert names[-1] == "≠　一、第一部分"
    assert "2 changed" in comparison._summary.text()  # the title, too
    assert "投资3亿元" in comparison.text.toPlainText()
    html = comparison.text.toHtml()
    assert '<span style=" text-decoration: underline;' in html
    assert '<span style=" text-decoration: line-through;' in html
    comparison.list.setCurrentRow(len(names) - 1)
    comparison._open.click()
    assert app.reader.path == new
    assert app.reader.position.section == 0


def test_a_comparison_is_exported(
    app: App, qtbot: QtBot, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "difference.pdf"
    monkeypatch.setattr("PySide6.QtWidgets.QFileDialog.getSaveFileName", lambda *_: (str(target), ""))
    comparison = app.library.controller.comparison
    app.library.controller.compare(
        str(folder / "2021年甲山镇报告.txt"), str(folder / "2023年乙水镇报告（第三版）.txt")
    )
    qtbot.waitUntil(lambda: comparison._export.isEnabled(), timeout=5000)
    comparison._export.click()
    with qtbot.waitSignal(app.printing.delivered, timeout=20_000):
        pass
    assert target.read_bytes().startswith(b"%PDF")


def test_a_report_that_cannot_be_compared_is_told(
    app: App, qtbot: QtBot, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr("gaohang_viewer.ui.file_dialogs.complain", lambda _, text: told.append(text))
    app.library.controller.compare(str(folder / "2021年甲山镇报告.txt"), str(folder / "nothing.txt"))
    qtbot.waitUntil(lambda: bool(told), timeout=5000)
    assert "nothing.txt" in told[0]


def test_a_report_opened_from_it_has_room_for_its_long_headlines(
    app: App, page: LibraryPage, folder: Path, qtbot: QtBot
) -> None:
    long = "坚持内需主导，持续加力提振消费扩大有效投资实现新增长迈上新台阶"
    for name in ("2024", "2025"):  # as many rows in each, so that the tree keeps its size
        parts = "".join(f"## {name if at % 2 else long}{at}\n\n正文。\n\n" for at in range(30))
        (folder / f"{name}.md").write_text(f"# 报告\n\n{parts}", "utf-8")
        app.window.actions_by_id["library"].trigger()
        page.open_requested.emit(str(folder / f"{name}.md"), 0, 0, "")
        qtbot.wait(50)
    view, model = app.views.navigator.view, app.views.navigator.model
    heights = [view.visualRect(model.index_of(at)).height() for at in range(30)]
    assert heights == [heights[1] + 20, heights[1]] * 15


def test_panels_go_with_the_report_and_come_again(app: App, page: LibraryPage) -> None:
    app.window.actions_by_id["library"].trigger()
    app.window.actions_by_id["figures"].trigger()
    app.window.actions_by_id["library"].trigger()
    assert app.panels.open == []
    app.window.actions_by_id["library"].trigger()
    assert app.panels.open == ["figures"]
    assert app.window.actions_by_id["figures"].isChecked()


def test_a_report_is_opened_in_a_window_of_its_own_by_its_menu(
    app: App, page: LibraryPage, qtbot: QtBot
) -> None:
    here = app.reader.path
    menu = QMenu()
    page.lists.fill_menu(menu, page.lists.table, page.filtered.index(0, 0))
    with qtbot.waitSignal(page.new_window_requested) as opened:
        page.new_window_requested.disconnect(open_in_new_window)
        menu.actions()[1].trigger()
    assert Path(opened.args[0]).name == "2023年乙水镇报告（第三版）.txt"
    assert app.reader.path == here
    menu.actions()[0].trigger()
    assert app.reader.path is not None
    assert app.reader.path.name == "2023年乙水镇报告（第三版）.txt"


def test_an_index_that_was_locked_for_long_is_searched_when_it_is_free(
    folder: Path, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "index.sqlite"
    Index(file).close()
    monkeypatch.setattr("gaohang_viewer.library.index._TIMEOUT", 0.3)
    with closing(sqlite3.connect(file)) as other:
        other.execute("PRAGMA locking_mode=EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        service = LibraryService(folder, file, ())
        failed: list[str] = []
        service.failed.connect(failed.append)
        qtbot.waitUntil(lambda: bool(failed), timeout=3000)
    found: list[bool] = []
    service.found.connect(lambda _query, reports, whole: found.append(bool(reports and whole)))
    service.search("一网统管")
    qtbot.waitUntil(lambda: True in found, timeout=10_000)
    service.close()


def test_a_report_saved_while_the_library_is_first_read_is_listed(
    app: App, qtbot: QtBot, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Slow(Indexing):
        def wait(self, tell: Callable[[int, int, str], None]) -> bool:
            changed = super().wait(tell)
            write(folder, "2025年丁家镇报告.txt", "新的一年，新的气象。")
            return changed

    monkeypatch.setattr("gaohang_viewer.library_view.library_service.Indexing", Slow)
    controller = LibraryController(app.settings, app.memory, app.window)
    qtbot.waitUntil(lambda: controller.page.reports.rowCount() == 4, timeout=10_000)
    controller.close()


def test_the_switch_interval_is_the_usual_one_while_the_library_rests(
    page: LibraryPage, qtbot: QtBot
) -> None:
    usual = sys.getswitchinterval()
    search(page, qtbot, "一网统管")
    qtbot.waitUntil(lambda: sys.getswitchinterval() == usual, timeout=5000)
    assert usual > 0.001


def test_a_report_with_a_password_says_so(qapp: object) -> None:
    model = ReportsModel(300)
    model.set_reports([IndexedReport(1, "/a/报告.doc", 0, "locked", Metadata("报告"))])
    assert [model.index(0, at).data() for at in range(3)] == ["报告.doc", "password needed", ""]
