"""The list of all hits in the open report, among their words; a click goes there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QModelIndex, QSize
from PySide6.QtWidgets import QListView, QWidget

from gaohang_viewer.reading.panels.panel import Panel
from gaohang_viewer.reading.search.hits_model import HitsModel
from gaohang_viewer.ui.hit_delegate import NUMBER, SECTION, HitDelegate
from gaohang_viewer.ui.translation import counted

if TYPE_CHECKING:
    from gaohang_viewer.reading.search.finder import Finder
    from gaohang_viewer.session.reader import Reader
    from gaohang_viewer.ui.theme import Fonts, Theme

_WIDTH = 336  # px, until the user resizes it


class _Hits(QListView):
    def sizeHint(self) -> QSize:
        return QSize(min(_WIDTH, self.window().width() * 3 // 10), 400)


class HitsPanel(Panel):
    """Shows the finder's hits, and goes to the one that the user chooses."""

    def __init__(self, reader: Reader, finder: Finder, parent: QWidget) -> None:
        self.view = _Hits()
        super().__init__("hits", QCoreApplication.translate("hits", "Search results"), self.view, parent)
        self._finder = finder
        self._shown: tuple[str, int] = ("", -1)
        self.model = HitsModel(reader, finder, self)
        self.view.setModel(self.model)
        self.view.setUniformItemSizes(True)
        self.view.setMouseTracking(True)
        self.view.clicked.connect(self._go)
        self.view.activated.connect(self._go)
        finder.changed.connect(self.refresh)
        finder.hit_reached.connect(self._on_hit_reached)
        reader.opened.connect(self._on_report_opened)
        self.refresh()

    def apply_theme(self, theme: Theme, fonts: Fonts) -> None:
        self.view.setItemDelegate(HitDelegate(theme, fonts, self.view))

    def refresh(self) -> None:
        """Shows the present hits, if they have changed."""
        now = (self._finder.query, self._finder.total)
        if now == self._shown and self._finder.total:
            return
        self._shown = now
        self.model.refresh()
        if not self._finder.query.strip():
            text = QCoreApplication.translate("hits", "Type in the search field to find text.")
        else:
            one = QCoreApplication.translate("hits", "1 match")
            hits = counted(self._finder.total, one, QCoreApplication.translate("hits", "{count} matches"))
            one = QCoreApplication.translate("hits", "{hits} in 1 section")
            many = QCoreApplication.translate("hits", "{hits} in {count} sections")
            text = counted(len(self._finder.counts), one, many).replace("{hits}", hits)
        self.set_title(text)

    def _on_report_opened(self) -> None:
        """Lists the hits again: another report may have as many at other positions."""
        self._shown = ("", -1)
        self.refresh()

    def _go(self, index: QModelIndex) -> None:
        self._finder.go_to(index.data(SECTION), index.data(NUMBER) or 0)

    def _on_hit_reached(self, section: int, number: int) -> None:
        """Selects the row of the hit that the reader is at."""
        row = self.model.row_of(section, number)
        if row >= 0:
            self.view.setCurrentIndex(self.model.index(row, 0))
