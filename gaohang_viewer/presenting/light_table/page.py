"""The slides page: all slides at the left, one of them large with its text, and the options at the right."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from gaohang_viewer.presenting.light_table.options_panel import DeckOptionsPanel
from gaohang_viewer.presenting.light_table.picture_import import PICTURES
from gaohang_viewer.presenting.light_table.slide_list_pane import SlideListPane
from gaohang_viewer.presenting.light_table.slide_text_editor import SlideTextEditor
from gaohang_viewer.presenting.light_table.slide_view import SlideView
from gaohang_viewer.ui.plain_text import plain

if TYPE_CHECKING:
    from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent, QKeyEvent

    from gaohang_viewer.presenting.light_table.thumbnails import DeckPictures
    from gaohang_viewer.storage.settings import Settings
    from gaohang_viewer.ui.theme import Fonts, Theme

LOGOS = (".png", ".jpg", ".jpeg", ".svg")  # endings of files that can be a logo
_SIZES = (320, 660, 300)  # px: slides, slide, options
_LEAST = (240, 320, 264)


class DeckPage(QWidget):
    """The widgets of the page and the bar above them; the controller connects them."""

    closed = Signal()
    present_requested = Signal()  # present from the chosen slide
    export_requested = Signal()
    logo_dropped = Signal(str)
    pictures_dropped = Signal(list, str)  # paths, and the key of the slide after which they are wanted

    def __init__(self, settings: Settings, pictures: DeckPictures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("deck")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAcceptDrops(True)
        self.back = QToolButton(self)
        self.back.setObjectName("deck-back")
        self.back.clicked.connect(self.closed)
        text = QCoreApplication.translate("presenting", "Back to the report")
        self.back.setAccessibleName(text)
        self.back.setToolTip(f"{text}  Esc")
        self.title = plain(QLabel(self))
        self.title.setObjectName("deck-title")
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.state = QLabel(self)  # how many slides are hidden, or that slides are being made
        self.state.setObjectName("deck-hint")
        self.side = SlideListPane(pictures, self)
        self.list = self.side.list
        self.view = SlideView(pictures, self)
        self.text_editor = SlideTextEditor(self)
        self.options = DeckOptionsPanel(settings, self)
        self.undo = self._action("undo", QCoreApplication.translate("presenting", "Undo"), "Ctrl+Z")
        redo = QCoreApplication.translate("presenting", "Redo")
        self.redo = self._action("redo", redo, "Ctrl+Y", "Ctrl+Shift+Z")
        self.restore_all = QPushButton(QCoreApplication.translate("presenting", "Restore all"), self)
        self.restore_all.setFlat(True)
        self.export = QPushButton(QCoreApplication.translate("presenting", "Export as PDF…"), self)
        self.export.setToolTip(QCoreApplication.translate("presenting", "Export slides as PDF"))
        self.export.clicked.connect(self.export_requested)
        self.present_here = QPushButton(
            QCoreApplication.translate("presenting", "Present from this slide"), self
        )
        self.present_here.setToolTip("Shift+F5")
        self.present_here.clicked.connect(self.present_requested)
        self._message = QLabel(self)
        self._message.setObjectName("library-empty")
        self._message.setWordWrap(True)
        self._message.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.list.slide_chosen.connect(self._show_chosen)
        self.list.step_requested.connect(self.step)
        self.view.step_requested.connect(self.step)
        for action in self.side.menu.actions():
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            self.addAction(action)
        find = QShortcut(QKeySequence.StandardKey.Find, self)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.activated.connect(self._find)
        self._lay_out()

    def apply_theme(self, theme: Theme, fonts: Fonts) -> None:
        self.side.apply_theme(theme, fonts)
        self.view.apply_theme(theme, fonts)
        self.text_editor.apply_theme(fonts)
        self.options.apply_theme(theme)
        self.back.setIcon(theme.icon("back"))
        self.undo.setIcon(theme.icon("undo"))
        self.redo.setIcon(theme.icon("redo"))
        self.title.setFont(fonts.report_font(20, bold=True))

    def show_message(self, text: str) -> None:
        """Shows a sentence instead of the slides; the slides for an empty one."""
        self._message.setText(text)
        self._stack.setCurrentWidget(self._message if text else self.splitter)
        if not text and self.back.hasFocus():  # the slides are there now
            self.list.setFocus()
        self.export.setEnabled(not text)
        self._enable_buttons()

    def step(self, by: int) -> None:
        """Goes on (1) or back (-1) by a page, through all slides."""
        if self.view.step(by):
            return
        at = self.list.currentIndex().row() + by
        if 0 <= at < len(self.list.slides.rows):
            row = self.list.slides.rows[at]
            self.list.choose(row.key)
            self.view.show_row(row, 0 if by > 0 else -1)

    def focus_slides(self) -> None:
        """Moves the keyboard focus to the slides."""
        (self.list if self._stack.currentWidget() is self.splitter else self.back).setFocus()

    def _show_chosen(self) -> None:
        row = self.list.row
        self.view.show_row(row)
        self._enable_buttons()

    def _enable_buttons(self) -> None:
        """Enables presenting unless the chosen slide is hidden."""
        row = self.list.row
        self.present_here.setEnabled(row is not None and not row.hidden)

    def _find(self) -> None:
        self.side.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.side.field.selectAll()

    def _action(self, name: str, text: str, *keys: str) -> QAction:
        action = QAction(text, self)
        action.setObjectName(f"deck-{name}")
        action.setShortcuts([QKeySequence(each) for each in keys])
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.setToolTip(f"{text}  {keys[0]}")
        self.addAction(action)
        return action

    def _lay_out(self) -> None:
        bar = QFrame(self)
        bar.setObjectName("deck-bar")
        top = QHBoxLayout(bar)
        top.setContentsMargins(16, 10, 20, 10)
        top.setSpacing(8)
        top.addWidget(self.back)
        top.addWidget(self.title)
        top.addWidget(self.state, 1)
        for action in (self.undo, self.redo):
            button = QToolButton(bar)
            button.setDefaultAction(action)
            button.setIconSize(QSize(20, 20))
            top.addWidget(button)
        for widget in (self.restore_all, self.export, self.present_here):
            top.addWidget(widget)
        bar_widgets = [
            self.back,
            *bar.findChildren(QToolButton),
            self.restore_all,
            self.export,
            self.present_here,
        ]
        for first, second in pairwise([*bar_widgets, self.side.field, self.side.add]):
            QWidget.setTabOrder(first, second)
        middle = QSplitter(Qt.Orientation.Vertical, self)
        middle.setChildrenCollapsible(False)
        middle.setHandleWidth(1)
        middle.addWidget(self.view)
        middle.addWidget(self.text_editor)
        middle.setStretchFactor(0, 3)
        middle.setStretchFactor(1, 2)
        middle.setSizes([400, 260])
        self.middle = middle
        self.splitter = QSplitter(self)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(1)
        parts: tuple[QWidget, ...] = (self.side, middle, self.options)
        for part, least in zip(parts, _LEAST, strict=True):
            part.setMinimumWidth(least)
            self.splitter.addWidget(part)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setSizes(list(_SIZES))
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.splitter)
        self._stack.addWidget(self._message)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(bar)
        layout.addWidget(self._stack, 1)

    # --- Qt's events ---------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.side.field.text():
            self.side.field.clear()
            self.list.setFocus()
        else:
            self.closed.emit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _pictures(event):
            event.acceptProposedAction()
        else:
            event.ignore()  # the window opens a dropped report

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Shows where in the list the pictures would be dropped."""
        at = self.list.viewport().mapFrom(self, event.position().toPoint())
        self.list.show_drop(at if self.list.viewport().rect().contains(at) else None)
        event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        super().dragLeaveEvent(event)
        self.list.show_drop(None)

    def dropEvent(self, event: QDropEvent) -> None:
        """Adds pictures after the slide above the mouse; one on the options becomes the logo."""
        paths, at = _pictures(event), event.position().toPoint()
        self.list.show_drop(None)
        event.acceptProposedAction()
        in_list = self.list.viewport().mapFrom(self, at)
        if self.options.rect().contains(self.options.mapFrom(self, at)):
            if len(paths) == 1 and paths[0].lower().endswith(LOGOS):
                self.logo_dropped.emit(paths[0])
        elif self.list.viewport().rect().contains(in_list):
            self.pictures_dropped.emit(paths, self.list.slide_above(in_list))
        else:
            self.pictures_dropped.emit(paths, "")


def _pictures(event: QDropEvent) -> list[str]:
    """The paths of the dropped files if all of them are pictures."""
    paths = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
    return paths if all(path.lower().endswith(PICTURES) for path in paths) else []
