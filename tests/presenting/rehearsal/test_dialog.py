"""The dialog after a rehearsal."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gaohang_viewer.presenting.rehearsal.chart_rows import times_in_words
from gaohang_viewer.presenting.rehearsal.dialog import RehearsalDialog
from gaohang_viewer.presenting.show.rehearsal import Part, Record
from gaohang_viewer.ui.theme import Theme, load_fonts, load_theme

PARTS = (
    Part(0, "报告", 0, 6.0, 4.0),
    Part(1, "一、总结", 400, 120.0, 60.0),
    Part(2, "（一）经济", 200, 60.0, 118.0),
    Part(3, "1．工业", 200, 60.0, 62.0),
)
RECORDS = (Record("2026-03-05T09:30:00", "报告", 15, PARTS), Record("何时", "报告", 15, PARTS[:2]))


def dialog_of(
    qtbot: QtBot, records: tuple[Record, ...] = RECORDS, theme: Theme | None = None
) -> RehearsalDialog:
    dialog = RehearsalDialog(records, theme or load_theme("light"), load_fonts())
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def rows(dialog: RehearsalDialog) -> list[str]:
    return [
        str(dialog.rows.index(row).data(Qt.ItemDataRole.ToolTipRole)) for row in range(dialog.rows.rowCount())
    ]


@pytest.mark.parametrize(
    ("planned", "spoken", "words"),
    [
        (1092, 1180, "18:12 planned · 19:40 actual · 1′28″ over"),
        (60, 20, "1:00 planned · 0:20 actual · 0′40″ under"),
        (60.4, 59.6, "1:00 planned · 1:00 actual"),
    ],
)
def test_times_in_words(planned: float, spoken: float, words: str) -> None:
    assert times_in_words(planned, spoken) == words


def test_the_latest_rehearsal_is_shown_by_the_first_two_levels(qtbot: QtBot) -> None:
    dialog = dialog_of(qtbot)
    assert dialog.total.text() == "4:06 planned · 4:04 actual · 0′02″ under"
    assert rows(dialog) == [
        "报告　0:06 planned · 0:04 actual · 0′02″ under",
        "一、总结　4:00 planned · 4:00 actual",
        "（一）经济　2:00 planned · 3:00 actual · 1′00″ over",
    ]
    QAbstractItemModelTester(dialog.rows, QAbstractItemModelTester.FailureReportingMode.Fatal)


def test_a_past_rehearsal_can_be_chosen(qtbot: QtBot) -> None:
    dialog = dialog_of(qtbot)
    assert [dialog.choice.itemText(at).split("　")[1] for at in range(2)] == ["4:04", "1:04"]
    dialog.choice.setCurrentIndex(1)
    assert len(rows(dialog)) == 2
    assert dialog.total.text() == "2:06 planned · 1:04 actual · 1′02″ under"


def test_the_rate_learned_is_taken_by_a_button(qtbot: QtBot) -> None:
    dialog = dialog_of(qtbot)
    assert dialog.using_rate.text() == "Use 297 characters per minute"
    with qtbot.waitSignal(dialog.rate_chosen) as chosen:
        dialog.using_rate.click()
    assert chosen.args == [297]
    assert not dialog.using_rate.isEnabled()


def test_the_rows_are_copied_as_a_table(qtbot: QtBot) -> None:
    dialog = dialog_of(qtbot)
    dialog.copying.click()
    assert QGuiApplication.clipboard().text() == (
        "Section\tPlanned\tActual\n报告\t0:06\t0:04\n一、总结\t4:00\t4:00\n（一）经济\t2:00\t3:00\n"
    )


def test_without_a_rehearsal_the_dialog_says_so(qtbot: QtBot) -> None:
    dialog = dialog_of(qtbot, ())
    assert dialog.total.text() == "No rehearsals yet."
    assert not dialog.using_rate.isVisible()
    assert not dialog.choice.isVisible()
    assert not dialog.copying.isEnabled()


def test_it_is_used_by_keys_and_closed_by_escape(qtbot: QtBot) -> None:
    dialog = dialog_of(qtbot)
    assert not dialog.isModal()
    QTest.keyClick(dialog.list, Qt.Key.Key_End)
    assert dialog.list.currentIndex().row() == 2
    QTest.keyClick(dialog.list, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_whatever_takes_the_focus_has_a_name(qtbot: QtBot) -> None:
    dialog = dialog_of(qtbot)
    widgets = [
        widget for widget in dialog.findChildren(QWidget) if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert {dialog.list, dialog.choice, dialog.copying} <= set(widgets)
    assert not [w for w in widgets if not (w.accessibleName() or w.property("text")) and w.isVisible()]


@pytest.mark.parametrize("name", ["light", "dark"])
def test_only_what_took_too_long_is_in_the_accent_colour(qtbot: QtBot, name: str) -> None:
    theme = load_theme(name)
    dialog = dialog_of(qtbot, theme=theme)
    picture = dialog.list.viewport().grab().toImage()
    red = [row for row in range(3) if theme.accent in colours(picture, range(40 * row, 40 * row + 40))]
    assert red == [2]


def test_many_sections_scroll(qtbot: QtBot) -> None:
    parts = tuple(Part(1, f"{n}、", 200, 60.0, 61.0) for n in range(500))
    dialog = dialog_of(qtbot, (RECORDS[0]._replace(parts=parts),))
    assert dialog.list.verticalScrollBar().maximum() == 500 * 40 - dialog.list.viewport().height()


def colours(picture: QImage, lines: range) -> set[str]:
    return {picture.pixelColor(x, y).name() for y in lines for x in range(picture.width())}
