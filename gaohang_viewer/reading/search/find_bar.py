"""The search field with its count, and the buttons to the next and previous hit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from gaohang_viewer.ui.plain_text import plain
from gaohang_viewer.ui.search_icon import set_search_icon

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent

    from gaohang_viewer.reading.search.finder import Finder
    from gaohang_viewer.ui.theme import Theme


class _Field(QLineEdit):
    """Emits `entered` when it gets the focus, so that the search can be prepared."""

    entered = Signal()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()


class FindBar(QWidget):
    """Searches while the user types. Enter goes to the next hit, Shift+Enter to the previous; Escape ends the
    search."""

    resized = Signal()  # it has begun or ceased to show a count and buttons

    def __init__(self, finder: Finder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._finder = finder
        self.setObjectName("find-bar")
        self.field = _Field(self)
        self.field.entered.connect(finder.prepare)
        self.field.setObjectName("find-field")
        self.field.setClearButtonEnabled(False)
        self.field.setMinimumWidth(112)
        self.field.setMaximumWidth(240)
        self._count = plain(QLabel(self))
        self._count.setObjectName("find-count")
        self._count.setMinimumWidth(56)
        self.previous_button = QToolButton(self)
        self.next_button = QToolButton(self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for widget in (self.field, self._count, self.previous_button, self.next_button):
            layout.addWidget(widget)
        self.field.textChanged.connect(finder.find)
        self.previous_button.clicked.connect(finder.previous)
        self.next_button.clicked.connect(finder.next)
        finder.changed.connect(self._show_count)
        self._translate()
        self._show_count()

    def apply_theme(self, theme: Theme) -> None:
        self.previous_button.setIcon(theme.icon("up"))
        self.next_button.setIcon(theme.icon("down"))
        set_search_icon(self.field, theme)

    def focus_field(self) -> None:
        """Moves the focus to the field and selects its text."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def clear(self) -> None:
        """Empties the field."""
        self.field.clear()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            (self._finder.previous if back else self._finder.next)()
        elif event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.focusNextChild()
        else:
            super().keyPressEvent(event)

    def _translate(self) -> None:
        self.field.setPlaceholderText(QCoreApplication.translate("reading", "Find in this report"))
        self.field.setAccessibleName(self.field.placeholderText())
        self.next_button.setToolTip(QCoreApplication.translate("reading", "Next match (F3)"))
        self.previous_button.setToolTip(QCoreApplication.translate("reading", "Previous match (Shift+F3)"))

    def _show_count(self) -> None:
        finder = self._finder
        if not finder.query.strip():
            text = ""
        elif finder.total:
            text = f"{finder.number} / {finder.total}" + ("…" if finder.is_searching else "")
        elif finder.is_searching:
            text = "…"
        else:
            text = QCoreApplication.translate("reading", "No matches")
        self._count.setText(text)
        for button in (self.previous_button, self.next_button):
            button.setEnabled(finder.total > 0)
            button.setVisible(bool(finder.query.strip()))
        if self._count.isHidden() == bool(finder.query.strip()):
            self._count.setHidden(not finder.query.strip())
            self.resized.emit()
