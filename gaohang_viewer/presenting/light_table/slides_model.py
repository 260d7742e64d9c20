"""The slides of a deck as rows, hidden ones included, in the user's order; a filter removes some."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from gaohang_viewer.report.folding import fold
from gaohang_viewer.report.headline_search import matches
from gaohang_viewer.typeset.slides.deck import Kind, new_slide
from gaohang_viewer.typeset.slides.deck_edits import ADDED
from gaohang_viewer.ui.plain_text import tip_role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gaohang_viewer.presenting.light_table.deck_changes import DeckChanges
    from gaohang_viewer.presenting.show.pages import ShowPage
    from gaohang_viewer.typeset.slides.deck import Slide
    from gaohang_viewer.typeset.slides.deck_edits import SlideText

Index = QModelIndex | QPersistentModelIndex

ROW = Qt.ItemDataRole.UserRole
MIME = "application/x-gaohang-slides"
_ROOT = QModelIndex()


class SlideRow(NamedTuple):
    """A slide in the list. `number` is that of its first page, 0 if it is hidden; `words` is its edited
    text."""

    slide: Slide
    words: SlideText
    number: int
    pages: int
    hidden: bool
    reworded: bool
    detail: str = ""  # of this section alone, a value of `Detail`

    @property
    def is_added(self) -> bool:
        """Whether the user added it."""
        return self.key.startswith(ADDED)

    @property
    def has_detail(self) -> bool:
        """Whether its detail can be chosen."""
        return self.slide.kind is Kind.SECTION and not self.is_added

    @property
    def key(self) -> str:
        return self.slide.key


def rows_of(
    slides: Sequence[Slide], natural: Sequence[str], pages: dict[str, list[ShowPage]], changes: DeckChanges
) -> list[SlideRow]:
    """The rows after these changes. The deck (`slides`, and `pages` by slide key) may be older than the
    changes."""
    by_key = {key: new_slide(key, new) for key, new in changes.now.added.items()}
    by_key |= {slide.key: slide for slide in slides}
    rows, number = [], 1
    for key in changes.now.arranged(natural):
        if (slide := by_key.get(key)) is None:
            continue
        hidden, count = key in changes.now.hidden, max(len(pages.get(key, ())), 1)
        reworded, detail = key in changes.now.texts, changes.now.details.get(key, "")
        words, shown = changes.words(slide), 0 if hidden else number
        rows.append(SlideRow(slide, words, shown, count, hidden, reworded, detail))
        number += 0 if hidden else count
    return rows


def kind_name(kind: Kind) -> str:
    """The kind of a slide in a word."""
    return {
        Kind.COVER: QCoreApplication.translate("presenting", "Cover"),
        Kind.CONTENTS: QCoreApplication.translate("presenting", "Contents"),
        Kind.DIVIDER: QCoreApplication.translate("presenting", "Chapter"),
        Kind.SECTION: QCoreApplication.translate("presenting", "Points"),
        Kind.FIGURES: QCoreApplication.translate("presenting", "Key figures"),
        Kind.PICTURE: QCoreApplication.translate("presenting", "Picture"),
        Kind.TABLE: QCoreApplication.translate("presenting", "Table"),
    }[kind]


def headline_of(row: SlideRow) -> str:
    """The headline, or the kind of a slide without one."""
    return row.words.headline or kind_name(row.slide.kind)


class SlidesModel(QAbstractListModel):
    """A row for each slide that matches the filter."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.all: list[SlideRow] = []
        self.rows: list[SlideRow] = []
        self.query = ""
        self._folded: dict[
            str, tuple[tuple[str, ...], str]
        ] = {}  # folded points by slide key, with the points they are from

    def set_rows(self, rows: list[SlideRow]) -> None:
        """Shows these slides; if their keys and order are the same, only changed rows are updated."""
        self.all = rows
        filtered = self._filtered()
        if [row.key for row in filtered] == [row.key for row in self.rows]:
            changed = [at for at, row in enumerate(filtered) if row != self.rows[at]]
            self.rows = filtered
            if changed:
                self.dataChanged.emit(self.index(changed[0]), self.index(changed[-1]))
            return
        self.beginResetModel()
        self.rows = filtered
        self.endResetModel()

    def set_filter(self, query: str) -> None:
        """Keeps slides with these words, or whose headlines match in pinyin."""
        self.query = query.strip()
        self.set_rows(self.all)

    def row_of(self, key: str) -> int:
        """The row of a slide; -1 if it is not in the list."""
        return next((at for at, row in enumerate(self.rows) if row.key == key), -1)

    def _filtered(self) -> list[SlideRow]:
        if not self.query:
            return self.all
        names = [headline_of(row) for row in self.all]
        found = {match.number for match in matches(self.query, names, [fold(name) for name in names])}
        wanted = fold(self.query)
        return [row for at, row in enumerate(self.all) if at in found or wanted in self._points(row)]

    def _points(self, row: SlideRow) -> str:
        known, points = self._folded.get(row.key), row.words.points or ()
        if known is None or known[0] != points:
            known = points, fold("\0".join(points))
            self._folded[row.key] = known
        return known[1]

    # --- Qt's model ----------------------------------------------------------------------------------------

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return tip_role(role, headline_of(row))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            hidden = QCoreApplication.translate("presenting", "hidden") if row.hidden else str(row.number)
            return f"{headline_of(row)}, {kind_name(row.slide.kind)}, {hidden}"
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled  # only between rows
        return (
            Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemIsDragEnabled
            | Qt.ItemFlag.ItemNeverHasChildren
        )

    def mimeTypes(self) -> list[str]:
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        data = QMimeData()
        data.setData(MIME, "\0".join(self.rows[index.row()].key for index in indexes).encode())
        return data

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction
