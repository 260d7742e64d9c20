"""The command palette: finds headlines, actions and recent files by a few letters, and opens them."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QEvent,
    QModelIndex,
    QObject,
    QSize,
    Qt,
    QTimer,
)
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from gaohang_viewer.report.folding import fold
from gaohang_viewer.report.headline_search import Match, matches

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from typing import Any

    from PySide6.QtCore import QPersistentModelIndex

    from gaohang_viewer.ui.theme import Fonts, Theme

_WIDTH, _ROWS, _ROW_HEIGHT = 640, 10, 36  # px, rows, px
_MOST = 200  # entries shown
_SLICE = 0.008  # seconds of searching between two turns of the event loop
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class PaletteItem(NamedTuple):
    """An entry: what is searched, what is shown beside it, and what choosing it calls; the number of a
    section in the outline is searched, too."""

    name: str
    aside: str
    go: Callable[[], object]
    number: str = ""


class _MatchesModel(QAbstractListModel):
    """The entries that match, the best first."""

    def __init__(self, entries: Sequence[PaletteItem], parent: QObject) -> None:
        super().__init__(parent)
        self.entries = entries
        self.matches: list[Match] = []

    def show(self, found: list[Match]) -> None:
        self.beginResetModel()
        self.matches = found
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.matches)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        match = self.matches[index.row()]
        entry = self.entries[match.number]
        if role == Qt.ItemDataRole.UserRole:
            return match, entry
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{entry.name} {entry.aside}"
        return entry.name if role == Qt.ItemDataRole.DisplayRole else None


class _Delegate(QStyledItemDelegate):
    """Paints a name with the match in bold, and at the right what it is."""

    def __init__(self, theme: Theme, fonts: Fonts, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._plain, self._bold, self._small = (
            fonts.interface_font(14),
            fonts.interface_font(14, bold=True),
            fonts.interface_font(12),
        )

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(0, _ROW_HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        match, entry = index.data(Qt.ItemDataRole.UserRole)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, QColor(self._theme.accent_soft))
        box = option.rect.adjusted(16, 0, -16, 0)
        metrics = QFontMetrics(self._small)
        aside = metrics.elidedText(entry.aside, Qt.TextElideMode.ElideMiddle, box.width() // 3)
        painter.setFont(self._small)
        painter.setPen(QColor(self._theme.muted))
        painter.drawText(box, _RIGHT, aside)
        box.setRight(box.right() - metrics.horizontalAdvance(aside) - 16)
        painter.setPen(QColor(self._theme.ink))
        name = QFontMetrics(self._bold).elidedText(entry.name, Qt.TextElideMode.ElideRight, box.width())
        for text, font in (
            (name[: match.start], self._plain),
            (name[match.start : match.end], self._bold),
            (name[match.end :], self._plain),
        ):
            painter.setFont(font)
            painter.drawText(box, _LEFT, text)
            box.setLeft(box.left() + QFontMetrics(font).horizontalAdvance(text))
        painter.restore()


class CommandPalette(QFrame):
    """Shown over the window until an entry is chosen, Esc is pressed, or the focus is lost."""

    def __init__(self, window: QWidget, entries: Sequence[PaletteItem], theme: Theme, fonts: Fonts) -> None:
        super().__init__(window)
        self.setObjectName("jump-box")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._names = [entry.name for entry in entries]
        self._numbers = [entry.number for entry in entries]
        self._folded: list[str] = []
        self._search: Iterator[Match] | None = None
        self._found: list[Match] = []
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._continue)
        self.field = QLineEdit(self)
        text = QCoreApplication.translate("jump", "Headline, command or file: text, pinyin or initials")
        self.field.setPlaceholderText(text)
        self.field.setAccessibleName(text)
        self.field.installEventFilter(self)
        self.field.textChanged.connect(self._start)
        self.view = QListView(self)
        self.view.setObjectName("jump-list")
        self.view.setAccessibleName(QCoreApplication.translate("jump", "Search results"))
        self.view.setUniformItemSizes(True)
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view.setItemDelegate(_Delegate(theme, fonts, self))
        self.model = _MatchesModel(entries, self)
        self.view.setModel(self.model)
        self.view.clicked.connect(self._choose)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(8)
        layout.addWidget(self.field)
        layout.addWidget(self.view)
        self.nothing = QLabel(QCoreApplication.translate("jump", "Nothing was found."), self)
        self.nothing.setObjectName("jump-nothing")
        self.nothing.setFixedHeight(_ROW_HEIGHT)
        layout.addWidget(self.nothing)
        width = min(_WIDTH, window.width() - 64)
        self.setFixedWidth(width)
        self.move((window.width() - width) // 2, 72)
        self._start()
        self.show()
        self.field.setFocus()

    def _start(self) -> None:
        """Starts the search for what was typed."""
        if not self._folded:
            self._folded = [fold(name) for name in self._names]
        self._found = []
        self._search = matches(self.field.text(), self._names, self._folded, self._numbers)
        self._timer.start()
        self._continue()

    def _continue(self) -> None:
        """Searches for a moment; the timer calls it until the search is complete."""
        until = time.perf_counter() + _SLICE
        for match in self._search or ():
            self._found.append(match)
            if time.perf_counter() > until:
                return
            if len(self._found) > 10 * _MOST:
                break
        self._timer.stop()
        self.model.show(sorted(self._found)[:_MOST])
        self.view.setFixedHeight(min(self.model.rowCount(), _ROWS) * _ROW_HEIGHT)
        self.view.setVisible(bool(self._found))
        self.nothing.setVisible(not self._found)
        self.adjustSize()
        self.view.setCurrentIndex(self.model.index(0, 0))

    def _choose(self, index: QModelIndex) -> None:
        if index.isValid():
            _, entry = index.data(Qt.ItemDataRole.UserRole)
            self.close()
            entry.go()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.FocusOut:
            self.close()
        if not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        keys, row, count = Qt.Key, self.view.currentIndex().row(), self.model.rowCount()
        steps = {keys.Key_Down: 1, keys.Key_Up: -1, keys.Key_PageDown: _ROWS, keys.Key_PageUp: -_ROWS}
        if event.key() in (keys.Key_Return, keys.Key_Enter):
            self._choose(self.view.currentIndex())
        elif event.key() == keys.Key_Escape:
            self.close()
        elif event.key() in steps and count:
            row += steps[keys(event.key())]
            self.view.setCurrentIndex(self.model.index(min(max(row, 0), count - 1), 0))
        else:
            return super().eventFilter(watched, event)
        return True
