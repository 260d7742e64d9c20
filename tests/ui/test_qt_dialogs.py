"""Nothing in English stands in Qt's own dialogs and menus when the interface is Chinese."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QColorDialog,
    QComboBox,
    QDialog,
    QFileDialog,
    QFontDialog,
    QInputDialog,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QProgressDialog,
    QPushButton,
    QTabWidget,
    QTextBrowser,
    QTreeView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from gaohang_viewer.ui.translation import install_language

_PROPERTIES = ("text", "title", "windowTitle", "toolTip", "placeholderText", "accessibleName", "suffix")
# What is written so in Chinese, too: keys, units, sizes of paper, values.
_AS_IT_IS = re.compile(
    r"HTML\(&H\)：|(Ctrl|Shift|Alt)\+.+|[\d.]*mm|\d+ x \d+ in|(ANSI|JIS|Envelope) \w+|#\w+|/.*|\d[\d.]* (bytes|[KM]i?B)"
)
_FILES = ("a.txt", "b.md", "c.docx", "d.html", "e.pdf", "f.pptx", "g.png")


@pytest.fixture(autouse=True)
def chinese(qapp: object) -> Iterator[None]:
    install_language("zh_CN")
    yield
    install_language("en")


def texts(widget: QWidget) -> Iterator[str]:
    """All that a window shows, or says to a screen reader, hidden parts included."""
    for each in (widget, *widget.findChildren(QWidget)):
        yield from (str(each.property(name) or "") for name in _PROPERTIES)
        if isinstance(each, QTabWidget):
            yield from (each.tabText(at) for at in range(each.count()))
        if isinstance(each, QComboBox):
            yield from (each.itemText(at) for at in range(each.count()))
        if isinstance(each, QAbstractItemView):
            yield from _cells(each)
    for action in widget.findChildren(QAction):
        yield action.text().split("\t")[0]
        yield action.toolTip()


def _cells(view: QAbstractItemView) -> Iterator[str]:
    """The heads of a table and what stands below them, but for names, which are the user's."""
    model = view.model()
    if not isinstance(view, QTreeView) or model is None:
        return
    root = view.rootIndex()
    for column in range(model.columnCount(QModelIndex())):
        yield str(model.headerData(column, Qt.Orientation.Horizontal) or "")
        if column:
            yield from (str(model.index(row, column, root).data()) for row in range(model.rowCount(root)))


def english(widget: QWidget) -> set[str]:
    """Texts with a Latin word and nothing Chinese."""
    return {
        text
        for text in texts(widget)
        if re.search("[A-Za-z]{2}", text)
        and not re.search("[\u4e00-\u9fff]", text)
        and not _AS_IT_IS.fullmatch(text)
    }


@pytest.mark.parametrize("mode", [QFileDialog.FileMode.ExistingFile, QFileDialog.FileMode.Directory])
@pytest.mark.parametrize("accept", list(QFileDialog.AcceptMode))
def test_file_dialog(
    mode: QFileDialog.FileMode, accept: QFileDialog.AcceptMode, tmp_path: Path, qtbot: QtBot
) -> None:
    for name in _FILES:
        tmp_path.joinpath(name).write_text("x", "utf-8")
    tmp_path.joinpath("folder").mkdir()
    dialog = QFileDialog(None, "打开", str(tmp_path), "所有文件 (*)")
    qtbot.addWidget(dialog)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setFileMode(mode)
    dialog.setAcceptMode(accept)
    dialog.setViewMode(QFileDialog.ViewMode.Detail)
    dialog.show()
    view = dialog.findChild(QAbstractItemView, "treeView")
    assert view is not None
    qtbot.waitUntil(lambda: view.model().rowCount(view.rootIndex()) > 0)
    assert english(dialog) == set()


def test_print_dialog(qtbot: QtBot) -> None:
    printer = QPrinter()
    dialog = QPrintDialog(printer)
    qtbot.addWidget(dialog)
    option = QPrintDialog.PrintDialogOption
    dialog.setOptions(option.PrintToFile | option.PrintPageRange | option.PrintCollateCopies)
    dialog.show()
    assert english(dialog) == set()


def test_printer_properties(qtbot: QtBot) -> None:
    """A dialog of its own, below the print dialog: paper, margins, pages on a sheet, the job."""
    printer = QPrinter()  # the dialog does not keep it alive
    dialog = QPrintDialog(printer)
    qtbot.addWidget(dialog)
    dialog.show()
    button = dialog.findChild(QPushButton, "properties")
    if button is None:
        pytest.skip("the system's own print dialog stands in for Qt's")
    found: list[set[str]] = []

    def look() -> None:
        properties = QApplication.activeModalWidget()
        if isinstance(properties, QDialog) and properties is not dialog:
            found.append(english(properties))
            properties.reject()
        else:
            QTimer.singleShot(20, look)

    QTimer.singleShot(0, look)
    button.setEnabled(True)
    button.click()
    assert found == [set()]


def _message_box() -> QMessageBox:
    box = QMessageBox()
    for button in QMessageBox.StandardButton:
        if button.value & (button.value - 1) == 0 and button.value >= QMessageBox.StandardButton.Ok.value:
            box.addButton(button)
    box.setDetailedText("…")
    return box


def _colours() -> QColorDialog:
    return QColorDialog(options=QColorDialog.ColorDialogOption.DontUseNativeDialog)


@pytest.mark.parametrize(
    "make", [_message_box, _colours, QInputDialog, lambda: QProgressDialog("正在打印…", "取消", 0, 3)]
)
def test_other_dialogs(make: Callable[[], QWidget], qtbot: QtBot) -> None:
    dialog = make()
    qtbot.addWidget(dialog)
    dialog.show()
    assert english(dialog) == set()


def test_font_dialog(qtbot: QtBot) -> None:
    """Its lists hold the names of faces, which are as their makers wrote them."""
    dialog = QFontDialog(options=QFontDialog.FontDialogOption.DontUseNativeDialog)
    qtbot.addWidget(dialog)
    dialog.show()
    faces = {str(box.currentText()) for box in dialog.findChildren(QComboBox)}
    fields = {field.text() for field in dialog.findChildren(QLineEdit)}
    assert english(dialog) - faces - fields == set()


@pytest.mark.parametrize("make", [QLineEdit, QPlainTextEdit, QTextBrowser])
def test_context_menus_of_texts(make: type[QLineEdit | QPlainTextEdit | QTextBrowser], qtbot: QtBot) -> None:
    widget = make()
    qtbot.addWidget(widget)
    menu = widget.createStandardContextMenu()
    qtbot.addWidget(menu)
    assert english(menu) == set()
