"""The list of the light table: all slides, chosen, moved and hidden by mouse and keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QItemSelection, QItemSelectionModel, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QFrame, QLineEdit, QListView, QMenu, QVBoxLayout, QWidget

from gaohang_viewer.presenting.light_table.slide_delegate import HEIGHT, SlideDelegate
from gaohang_viewer.presenting.light_table.slides_model import MIME, SlideRow, SlidesModel

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import (
        QAction,
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

_BESIDE = 6  # rows above and below those in sight whose pictures are drawn, too


class SlideList(QListView):
    """`hiding` names slides and whether they are to be shown, `moving` slides and the one that they come to
    stand before (None: the end), `stepping` how many pages to go on."""

    hiding = Signal(list, bool)
    moving = Signal(list, object)
    restoring = Signal(list)
    stepping = Signal(int)
    chosen = Signal(str)  # the key of the slide that the keyboard is at

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
        self.setDropIndicatorShown(False)  # a line of our own
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._open_menu)
        self.selectionModel().currentChanged.connect(self._now_at)
        self._drop_at: int | None = None  # px, the line where what is dragged would come
        self._wanting = QTimer(self, singleShot=True, interval=0)
        self._wanting.timeout.connect(self._want_pictures)
        self.verticalScrollBar().valueChanged.connect(self.want_pictures)
        pictures.drawn.connect(self.viewport().update)

    def apply_theme(self, theme: Theme, fonts: Fonts) -> None:
        self.setItemDelegate(SlideDelegate(self._pictures, theme, fonts, self))

    def show_look(self, look: SlideLook) -> None:
        """The look of slides that have no picture."""
        delegate = self.itemDelegate()
        if isinstance(delegate, SlideDelegate):
            delegate.look = look
            self.viewport().update()

    def show_rows(self, rows: list[SlideRow]) -> None:
        """Takes over slides; what is chosen stays, and what is in sight."""
        chosen, key, above = self.chosen_keys(), self.key, self.verticalScrollBar().value()
        self.slides.show(rows)
        if self.chosen_keys() != chosen or self.key != key:
            self.choose(key, chosen)
            self.executeDelayedItemsLayout()
            self.verticalScrollBar().setValue(above)
            if key and self.slides.row_of(key) >= 0:
                self.scrollTo(self.currentIndex())
        self.want_pictures()

    def keep(self, query: str) -> None:
        """Keeps the slides that hold words; one of them is always at hand."""
        key = self.key
        self.slides.keep(query)
        if self.slides.rows:
            self.choose(key if self.slides.row_of(key) >= 0 else self.slides.rows[0].key)
        else:
            self.chosen.emit("")
        self.want_pictures()

    @property
    def key(self) -> str:
        """The slide that the keyboard is at."""
        row = self.row
        return row.key if row is not None else ""

    @property
    def row(self) -> SlideRow | None:
        at = self.currentIndex().row()
        return self.slides.rows[at] if 0 <= at < len(self.slides.rows) else None

    def chosen_keys(self) -> list[str]:
        """All slides that are chosen, in their order."""
        rows = self.slides.rows
        found = {index.row() for index in self.selectionModel().selectedIndexes()}
        return [rows[at].key for at in sorted(found) if at < len(rows)]

    def choose(self, key: str, keys: Iterable[str] = ()) -> None:
        """Goes to a slide; `keys` are chosen with it."""
        flags, slides = QItemSelectionModel.SelectionFlag, self.slides
        wanted, selection = {*keys, key}, QItemSelection()
        for at, row in enumerate(slides.rows):
            if row.key in wanted:
                selection.select(slides.index(at), slides.index(at))
        self.selectionModel().select(selection, flags.ClearAndSelect)
        if (at := slides.row_of(key)) >= 0:
            self.selectionModel().setCurrentIndex(slides.index(at), flags.NoUpdate)

    def want_pictures(self) -> None:
        """The pictures in sight are wanted, once all events that led to this are through."""
        self._wanting.start()

    def move_chosen(self, step: int) -> None:
        """The chosen slides go a row up or down."""
        keys, rows = self.chosen_keys(), self.slides.rows
        if not keys:
            return
        if step < 0:
            first = self.slides.row_of(keys[0])
            if first > 0:
                self.moving.emit(keys, rows[first - 1].key)
        elif (last := self.slides.row_of(keys[-1])) + 1 < len(rows):
            after = self._after(rows[last + 1].key)
            self.moving.emit(keys, after)

    def toggle_chosen(self) -> None:
        """Hides the chosen slides, or shows them if all of them are hidden."""
        if keys := self.chosen_keys():
            self.hiding.emit(keys, self._all_hidden(keys))

    def _all_hidden(self, keys: list[str]) -> bool:
        named = set(keys)
        return all(row.hidden for row in self.slides.rows if row.key in named)

    def _after(self, key: str) -> str | None:
        """The slide that follows one, among all of them."""
        keys = [row.key for row in self.slides.all]
        at = keys.index(key) + 1
        return keys[at] if at < len(keys) else None

    def _now_at(self) -> None:
        self.chosen.emit(self.key)

    def _want_pictures(self) -> None:
        delegate = self.itemDelegate()
        if not isinstance(delegate, SlideDelegate) or not self.isVisible():
            return
        first = max(self.indexAt(QPoint(8, 1)).row() - _BESIDE, 0)
        count = self.viewport().height() // HEIGHT + 2 * _BESIDE + 1
        keys = [row.key for row in self.slides.rows[first : first + count]]
        self._pictures.want_thumbnails(keys, delegate.picture_size(self.devicePixelRatio()))
        self.viewport().update()

    def _open_menu(self, at: QPoint) -> None:
        if (keys := self.chosen_keys()) and self.key:
            menu = self.menu(keys)
            menu.popup(self.viewport().mapToGlobal(at))

    def menu(self, keys: list[str]) -> QMenu:
        """What can be done with the chosen slides."""
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
        restore = menu.addAction(QCoreApplication.translate("presenting", "Restore original"))
        restore.triggered.connect(lambda: self.restoring.emit(keys))
        named = set(keys)
        restore.setEnabled(any(row.hidden or row.reworded for row in self.slides.rows if row.key in named))
        return menu

    # --- Qt's events ---------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys, key = Qt.Key, event.key()
        alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        if alt and key in (keys.Key_Up, keys.Key_Down):
            self.move_chosen(-1 if key == keys.Key_Up else +1)
        elif key in (keys.Key_Space, keys.Key_H) and not event.modifiers():
            self.toggle_chosen()
        elif key in (keys.Key_PageUp, keys.Key_PageDown) and not event.modifiers():
            self.stepping.emit(-1 if key == keys.Key_PageUp else +1)
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, _search: str) -> None:
        """Letters are keys here; the field above finds."""

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
        self.want_pictures()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasFormat(MIME):
            super().dragEnterEvent(event)
        else:
            event.ignore()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if event.mimeData().hasFormat(MIME):
            super().dragMoveEvent(event)
            event.acceptProposedAction()
            self._show_drop(self._line_at(event.position().toPoint()))

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        super().dragLeaveEvent(event)
        self._show_drop(None)

    def dropEvent(self, event: QDropEvent) -> None:
        keys = event.mimeData().data(MIME).toStdString().split("\0")
        before = self.before(event.position().toPoint())
        event.acceptProposedAction()
        self.stopAutoScroll()
        self.setState(QAbstractItemView.State.NoState)
        self._show_drop(None)
        # The drag has to end before rows change.
        QTimer.singleShot(0, self, lambda: self.moving.emit(keys, before))

    def _show_drop(self, y: int | None) -> None:
        self._drop_at = y
        self.viewport().update()

    def _line_at(self, at: QPoint) -> int:
        """Where the line is drawn between the rows that something would be dropped between, in px."""
        index = self.indexAt(at)
        if not index.isValid():
            return self.visualRect(self.slides.index(self.slides.rowCount() - 1)).bottom()
        box = self.visualRect(index)
        return max(box.bottom() if at.y() > box.center().y() else box.top(), 1)

    def before(self, at: QPoint) -> str | None:
        """The slide before which something would be dropped; None at the end."""
        index = self.indexAt(at)
        if not index.isValid():
            return None
        key = self.slides.rows[index.row()].key
        return self._after(key) if at.y() > self.visualRect(index).center().y() else key


class SlideSide(QWidget):
    """The list below a field that filters it."""

    def __init__(self, pictures: DeckPictures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("deck-side")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.field = QLineEdit(self)
        self.field.setObjectName("deck-filter")
        self.field.setClearButtonEnabled(True)
        self.field.setPlaceholderText(QCoreApplication.translate("presenting", "Search text or pinyin"))
        self.field.setAccessibleName(QCoreApplication.translate("presenting", "Find slide"))
        self._icon: QAction | None = None
        self.list = SlideList(pictures, self)
        self.field.textChanged.connect(self.list.keep)
        self.field.returnPressed.connect(self.list.setFocus)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        row = QVBoxLayout()
        row.setContentsMargins(16, 12, 12, 8)
        row.addWidget(self.field)
        layout.addLayout(row)
        layout.addWidget(self.list, 1)

    def apply_theme(self, theme: Theme, fonts: Fonts) -> None:
        self.list.apply_theme(theme, fonts)
        icon = theme.icon("search", theme.muted, 16)
        if self._icon is None:
            self._icon = self.field.addAction(icon, QLineEdit.ActionPosition.LeadingPosition)
            self._icon.setText(self.field.accessibleName())
        self._icon.setIcon(icon)
