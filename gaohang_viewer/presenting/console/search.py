"""The search over the tree of sections: a field, and below it what was found instead of the tree."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QFrame, QLineEdit, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from gaohang_viewer.presenting.console.finding import Found, SectionFinder
from gaohang_viewer.presenting.console.style import fill_rounded
from gaohang_viewer.presenting.events import Event

if TYPE_CHECKING:
    from PySide6.QtCore import QRect
    from PySide6.QtGui import QKeyEvent, QPainter

    from gaohang_viewer.presenting.console.style import Style
    from gaohang_viewer.report.model import Report

    Index = QModelIndex | QPersistentModelIndex

_USER = Qt.ItemDataRole.UserRole.value
_HIGH, _LOW, _SIDE = 58, 36, 12  # px
_REMOTE = {Qt.Key.Key_PageDown: Event.NEXT, Qt.Key.Key_PageUp: Event.PREVIOUS}
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_ROOT = QModelIndex()


class FoundModel(QAbstractListModel):
    """What was found."""

    def __init__(self, parent: QListView) -> None:
        super().__init__(parent)
        self._found: list[Found] = []

    def set_found(self, found: list[Found]) -> None:
        self.beginResetModel()
        self._found = found
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._found)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        found = self._found[index.row()]
        return {
            Qt.ItemDataRole.DisplayRole: found.headline,
            Qt.ItemDataRole.AccessibleTextRole: f"{found.headline} {found.text}".strip(),
            _USER: found,
        }.get(role)


class FoundDelegate(QStyledItemDelegate):
    """A headline, and below it the words around a hit in the text."""

    def __init__(self, style: Style, parent: QListView) -> None:
        super().__init__(parent)
        self._style = style
        self._large, self._small = style.font(15), style.font(13)

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, _HIGH if index.data(_USER).text else _LOW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        found: Found = index.data(_USER)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            box = option.rect.adjusted(0, 1, 0, -1)
            fill_rounded(painter, box.toRectF(), 6, self._style.colour("accent_soft"))
        box = option.rect.adjusted(_SIDE, 4, -_SIDE, -4)
        if found.text:
            top = box.adjusted(0, 2, 0, -box.height() // 2)
            self._draw(painter, top, found.headline, (0, 0), small=False)
            self._draw(painter, box.adjusted(0, box.height() // 2, 0, -2), found.text, found[3:], small=True)
        else:
            self._draw(painter, box, found.headline, found[3:], small=False)
        painter.restore()

    def _draw(self, painter: QPainter, box: QRect, text: str, hit: tuple[int, int], *, small: bool) -> None:
        """A line, the hit in it in colour; words before a hit give way to it."""
        font = self._small if small else self._large
        metrics, (start, end) = QFontMetrics(font), hit
        lead, tail = text[:start], text[end:]
        if metrics.horizontalAdvance(text) > box.width():
            while lead and metrics.horizontalAdvance(lead + text[start:end]) > box.width() * 0.6:
                lead = "…" + lead[2:] if len(lead) > 2 else ""
        painter.setFont(font)
        for part, colour in (
            (lead, "muted" if small else "ink"),
            (text[start:end], "hit_now"),
            (tail, "muted" if small else "ink"),
        ):
            painter.setPen(self._style.colour(colour))
            shown = metrics.elidedText(part, Qt.TextElideMode.ElideRight, box.width())
            painter.drawText(box, _LEFT, shown)
            box = box.adjusted(metrics.horizontalAdvance(shown), 0, 0, 0)


class SearchField(QLineEdit):
    """While it has the keyboard no key is the show's but those of a remote that step."""

    wanted = Signal(int)  # a section
    stepped = Signal(Event)
    ended = Signal()
    searching = Signal(bool)  # whether something is looked for

    def __init__(self, style: Style) -> None:
        super().__init__()
        self._report: Report | None = None
        self._wide = True
        self._finder: SectionFinder | None = None
        self.list = QListView()
        self.list.setObjectName("found")
        self._model = FoundModel(self.list)
        self.list.setModel(self._model)
        self.list.setItemDelegate(FoundDelegate(style, self.list))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(QCoreApplication.translate("presenting", "Sections found"))
        self.list.clicked.connect(lambda index: self._choose(index.row()))
        self._reading = QTimer(self, interval=0)
        self._reading.timeout.connect(self._read_on)
        self.setPlaceholderText(QCoreApplication.translate("presenting", "Find a section  /"))
        self.setAccessibleName(QCoreApplication.translate("presenting", "Find a section"))
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.textChanged.connect(self._look_for)

    def set_report(self, report: Report, *, wide: bool) -> None:
        """Sections of another report are looked for."""
        self._report, self._wide, self._finder = report, wide, None

    @property
    def found(self) -> list[Found]:
        return [self._model.index(row).data(_USER) for row in range(self._model.rowCount())]

    def start(self) -> None:
        """The keyboard goes to the field."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    def leave(self) -> None:
        """The search is over; the keyboard goes back to the show."""
        self._reading.stop()
        self.clear()
        self.ended.emit()

    def _look_for(self, text: str) -> None:
        if self._finder is None and self._report is not None:
            self._finder = SectionFinder(self._report, wide=self._wide)
            self._finder.read_on()
            self._reading.start()
        self._show(self._finder.find(text) if self._finder else [])
        self.searching.emit(bool(text.strip()))

    def _read_on(self) -> None:
        if self._finder is not None and self._finder.read_on():
            return
        self._reading.stop()
        if self._finder is not None and self.text().strip():
            self._show(self._finder.find(self.text()))

    def _show(self, found: list[Found]) -> None:
        row = self.list.currentIndex().row()
        self._model.set_found(found)
        if found:
            self.list.setCurrentIndex(self._model.index(max(0, min(row, len(found) - 1))))

    def _choose(self, row: int) -> None:
        found = self.found
        if 0 <= row < len(found):
            self.leave()
            self.wanted.emit(found[row].section)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, row = event.key(), self.list.currentIndex().row()
        if key in _REMOTE and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.stepped.emit(_REMOTE[Qt.Key(key)])
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            row += 1 if key == Qt.Key.Key_Down else -1
            self.list.setCurrentIndex(self._model.index(max(0, min(row, self._model.rowCount() - 1))))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(row)
        elif key in (Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_F6):
            self.leave()
        else:
            super().keyPressEvent(event)
        event.accept()
