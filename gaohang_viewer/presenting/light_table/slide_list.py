"""The list of all slides, which are chosen, moved and hidden by mouse and keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QItemSelection, QItemSelectionModel, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QPainter
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QMenu, QWidget

from gaohang_viewer.presenting.light_table.looks import section_detail_names
from gaohang_viewer.presenting.light_table.slide_delegate import HEIGHT, SlideDelegate
from gaohang_viewer.presenting.light_table.slides_model import MIME, SlideRow, SlidesModel
from gaohang_viewer.typeset.slides.deck_edits import ADDED

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import (
        QDragEnterEvent,
        QDragLeaveEvent,
        QDragMoveEvent,
        QDropEvent,
        QKeyEvent,
        QPaintEvent,
        QResizeEvent,
    )

    from gaohang_viewer.presenting.light_table.looks import SlideLook
    from gaohang_viewer.presenting.light_table.thumbnails import DeckPictures
    from gaohang_viewer.ui.theme import Fonts, Theme

_BESIDE = 6  # rows above and below the visible ones whose thumbnails are rendered too


class SlideList(QListView):
    """Emits what the user asks for.

    `hide_requested` brings keys and whether to show them, `move_requested` keys and the key to move them
    before (None: to the end), `step_requested` how many pages to go on.
    """

    hide_requested = Signal(list, bool)
    move_requested = Signal(list, object)
    restore_requested = Signal(list)
    remove_requested = Signal(list)
    detail_requested = Signal(list, str)  # keys, and a value of `Detail` (empty: that of the deck)
    paste_requested = Signal()
    step_requested = Signal(int)
    slide_chosen = Signal(str)  # the key of the current slide; empty for none

    def __init__(self, pictures: DeckPictures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.slides = SlidesModel(self)
        self._pictures = pictures
        self.setObjectName("deck-list")
        self.setAccessibleName(QCoreApplication.translate("presenting", "Slides"))
        self.setModel(self.slides)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().setSingleStep(HEIGHT // 2)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDropIndicatorShown(False)  # the list paints its own line
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._open_menu)
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        self._drop_at: int | None = None  # px, where a line shows the drop position
        self._picture_timer = QTimer(self, singleShot=True, interval=0)
        self._picture_timer.timeout.connect(self._request_pictures)
        self.verticalScrollBar().valueChanged.connect(self.request_pictures)
        pictures.drawn.connect(self.viewport().update)

    def apply_theme(self, theme: Theme, fonts: Fonts) -> None:
        self.setItemDelegate(SlideDelegate(self._pictures, theme, fonts, self))

    def show_look(self, look: SlideLook) -> None:
        """Sets the look of slides without a thumbnail."""
        delegate = self.itemDelegate()
        if isinstance(delegate, SlideDelegate):
            delegate.look = look
            self.viewport().update()

    def show_rows(self, rows: list[SlideRow]) -> None:
        """Shows these slides; selection and scroll position stay."""
        chosen, key, above = self.chosen_keys(), self.key, self.verticalScrollBar().value()
        self.slides.set_rows(rows)
        if self.chosen_keys() != chosen or self.key != key:
            self.choose(key, chosen)
            self.executeDelayedItemsLayout()
            self.verticalScrollBar().setValue(above)
            if key and self.slides.row_of(key) >= 0:
                self.scrollTo(self.currentIndex())
        self.request_pictures()

    def set_filter(self, query: str) -> None:
        """Shows only slides that match the query, one of which is current."""
        key = self.key
        self.slides.set_filter(query)
        if self.slides.rows:
            self.choose(key if self.slides.row_of(key) >= 0 else self.slides.rows[0].key)
        else:
            self.slide_chosen.emit("")
        self.request_pictures()

    @property
    def key(self) -> str:
        """The key of the current slide; empty for none."""
        row = self.row
        return row.key if row is not None else ""

    @property
    def row(self) -> SlideRow | None:
        """The row of the current slide."""
        at = self.currentIndex().row()
        return self.slides.rows[at] if 0 <= at < len(self.slides.rows) else None

    def chosen_keys(self) -> list[str]:
        """The keys of all selected slides, in their order."""
        rows = self.slides.rows
        found = {index.row() for index in self.selectionModel().selectedIndexes()}
        return [rows[at].key for at in sorted(found) if at < len(rows)]

    def choose(self, key: str, keys: Iterable[str] = ()) -> None:
        """Makes a slide the current one, and selects it and those with `keys`."""
        flags, slides = QItemSelectionModel.SelectionFlag, self.slides
        wanted, selection = {*keys, key}, QItemSelection()
        for at, row in enumerate(slides.rows):
            if row.key in wanted:
                selection.select(slides.index(at), slides.index(at))
        self.selectionModel().select(selection, flags.ClearAndSelect)
        if (at := slides.row_of(key)) >= 0:
            self.selectionModel().setCurrentIndex(slides.index(at), flags.NoUpdate)

    def request_pictures(self) -> None:
        """Requests the thumbnails in view, once pending events have been processed."""
        self._picture_timer.start()

    def move_chosen(self, step: int) -> None:
        """Requests to move the selected slides a row up (-1) or down (1)."""
        keys, rows = self.chosen_keys(), self.slides.rows
        if not keys:
            return
        if step < 0:
            first = self.slides.row_of(keys[0])
            if first > 0:
                self.move_requested.emit(keys, rows[first - 1].key)
        elif (last := self.slides.row_of(keys[-1])) + 1 < len(rows):
            after = self._after(rows[last + 1].key)
            self.move_requested.emit(keys, after)

    def toggle_chosen(self) -> None:
        """Requests to hide the selected slides, or to show them if all are hidden."""
        if keys := self.chosen_keys():
            self.hide_requested.emit(keys, self._all_hidden(keys))

    def delete_chosen(self) -> None:
        """Requests to remove the selected slides that were added, or to hide those of the report."""
        keys = self.chosen_keys()
        if added := [key for key in keys if key.startswith(ADDED)]:
            self.remove_requested.emit(added)
        elif keys:
            self.hide_requested.emit(keys, False)

    def _all_hidden(self, keys: list[str]) -> bool:
        named = set(keys)
        return all(row.hidden for row in self.slides.rows if row.key in named)

    def _after(self, key: str) -> str | None:
        """The key of the slide after this one, hidden and filtered ones included."""
        keys = [row.key for row in self.slides.all]
        at = keys.index(key) + 1
        return keys[at] if at < len(keys) else None

    def _on_current_changed(self) -> None:
        self.slide_chosen.emit(self.key)

    def _request_pictures(self) -> None:
        delegate = self.itemDelegate()
        if not isinstance(delegate, SlideDelegate) or not self.isVisible():
            return
        first = max(self.indexAt(QPoint(8, 1)).row() - _BESIDE, 0)
        count = self.viewport().height() // HEIGHT + 2 * _BESIDE + 1
        keys = [row.key for row in self.slides.rows[first : first + count]]
        self._pictures.request_thumbnails(keys, delegate.picture_size(self.devicePixelRatio()))
        self.viewport().update()

    def _open_menu(self, at: QPoint) -> None:
        if (keys := self.chosen_keys()) and self.key:
            menu = self.menu(keys)
            menu.popup(self.viewport().mapToGlobal(at))

    def menu(self, keys: list[str]) -> QMenu:
        """The context menu for these slides."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        hidden = self._all_hidden(keys)
        show = QCoreApplication.translate("presenting", "Unhide")
        hide = QCoreApplication.translate("presenting", "Hide")
        menu.addAction(f"{show if hidden else hide}\tH").triggered.connect(self.toggle_chosen)
        up = QCoreApplication.translate("presenting", "Move up")
        down = QCoreApplication.translate("presenting", "Move down")
        menu.addAction(f"{up}\tAlt+↑").triggered.connect(lambda: self.move_chosen(-1))
        menu.addAction(f"{down}\tAlt+↓").triggered.connect(lambda: self.move_chosen(+1))
        menu.addSeparator()
        rows = [row for row in self.slides.rows if row.key in set(keys)]
        if sections := [row for row in rows if row.has_detail]:
            self._add_details(menu, sections)
        if added := [row.key for row in rows if row.is_added]:
            delete = QCoreApplication.translate("presenting", "Delete slide")
            menu.addAction(f"{delete}\tDel").triggered.connect(lambda: self.remove_requested.emit(added))
        restore = menu.addAction(QCoreApplication.translate("presenting", "Restore original"))
        restore.triggered.connect(lambda: self.restore_requested.emit(keys))
        restore.setEnabled(any(row.hidden or row.reworded for row in rows if not row.is_added))
        return menu

    def _add_details(self, menu: QMenu, sections: list[SlideRow]) -> None:
        """Adds the menu for the detail of single sections."""
        submenu = menu.addMenu(QCoreApplication.translate("presenting", "Contents of this slide"))
        keys = [row.key for row in sections]
        for value, name in section_detail_names().items():
            action = submenu.addAction(name)
            action.setCheckable(True)
            action.setChecked(all(row.detail == value for row in sections))
            action.triggered.connect(lambda _=False, value=value: self.detail_requested.emit(keys, value))

    # --- Qt's events ---------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys, key = Qt.Key, event.key()
        alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        if alt and key in (keys.Key_Up, keys.Key_Down):
            self.move_chosen(-1 if key == keys.Key_Up else +1)
        elif key in (keys.Key_Space, keys.Key_H) and not event.modifiers():
            self.toggle_chosen()
        elif key == keys.Key_Delete:
            self.delete_chosen()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste_requested.emit()
        elif key in (keys.Key_PageUp, keys.Key_PageDown) and not event.modifiers():
            self.step_requested.emit(-1 if key == keys.Key_PageUp else +1)
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, _search: str) -> None:
        """Nothing: letters are shortcuts here, and the field above searches."""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        with QPainter(self.viewport()) as painter:
            if self._drop_at is not None:
                box = self.viewport().rect().adjusted(8, 0, -4, 0)
                painter.fillRect(box.left(), self._drop_at - 1, box.width(), 2, self.palette().highlight())
            if self.slides.all and not self.slides.rows:
                painter.setPen(self.palette().placeholderText().color())
                text = QCoreApplication.translate("presenting", "No matching slides.")
                where = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
                painter.drawText(self.viewport().rect().adjusted(16, 32, -16, 0), where, text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.request_pictures()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasFormat(MIME):
            super().dragEnterEvent(event)
        else:
            event.ignore()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if event.mimeData().hasFormat(MIME):
            super().dragMoveEvent(event)
            event.acceptProposedAction()
            self.show_drop(event.position().toPoint())

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        super().dragLeaveEvent(event)
        self.show_drop(None)

    def dropEvent(self, event: QDropEvent) -> None:
        keys = event.mimeData().data(MIME).toStdString().split("\0")
        before = self.drop_target(event.position().toPoint())
        event.acceptProposedAction()
        self.stopAutoScroll()
        self.setState(QAbstractItemView.State.NoState)
        self.show_drop(None)
        # The drag must end before the rows change.
        QTimer.singleShot(0, self, lambda: self.move_requested.emit(keys, before))

    def show_drop(self, at: QPoint | None) -> None:
        """Shows where something at this point of the viewport would be dropped; None shows nothing."""
        self._drop_at = self._line_at(at) if at is not None else None
        self.viewport().update()

    def _line_at(self, at: QPoint) -> int:
        """The y of the line that shows where something would be dropped, in px."""
        index = self.indexAt(at)
        if not index.isValid():
            return self.visualRect(self.slides.index(self.slides.rowCount() - 1)).bottom()
        box = self.visualRect(index)
        return max(box.bottom() if at.y() > box.center().y() else box.top(), 1)

    def slide_above(self, at: QPoint) -> str:
        """The key of the slide after which something would be dropped; empty in an empty list."""
        rows, before = [row.key for row in self.slides.all], self.drop_target(at)
        return rows[max(rows.index(before) - 1, 0) if before is not None else -1] if rows else ""

    def drop_target(self, at: QPoint) -> str | None:
        """The key of the slide before which something would be dropped; None at the end."""
        index = self.indexAt(at)
        if not index.isValid():
            return None
        key = self.slides.rows[index.row()].key
        return self._after(key) if at.y() > self.visualRect(index).center().y() else key
