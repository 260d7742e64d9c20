"""The left side of the reading view: the report's title, and below it the tree of its sections."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from gaohang_viewer.reading.headline_wrap import wrap_lines
from gaohang_viewer.reading.outline.outline_model import OutlineModel
from gaohang_viewer.reading.outline.outline_view import OutlineView
from gaohang_viewer.report.model import Report
from gaohang_viewer.report.punctuation import full_width
from gaohang_viewer.report.section_matching import lines_again
from gaohang_viewer.report.speaking_time import brief
from gaohang_viewer.ui.plain_text import plain, tip
from gaohang_viewer.ui.translation import counted

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QResizeEvent

    from gaohang_viewer.reading.search.finder import Finder
    from gaohang_viewer.session.reader import Reader
    from gaohang_viewer.ui.theme import Fonts, Theme

_SIDE = 20  # px beside the title
_TITLE_LINES = 4


class OutlinePane(QWidget):
    """The title and the tree. It shows the reader's section, and goes to the section that the user
    chooses."""

    def __init__(self, reader: Reader, finder: Finder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reader = reader
        self._wide = True
        self._rate = 0
        self.setObjectName("navigator")
        self._shown = Report("")
        self._path: Path | None = None
        self._selected: set[int] = set()  # source lines of sections that were selected before an edit
        self.model = OutlineModel(self)
        self.view = OutlineView(self.model, self)
        self._title = QPushButton(self)
        self._title.setFlat(True)
        self._title.setObjectName("report-title")
        # A long title must not widen the pane.
        self._title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._details = plain(QLabel(self))
        self._details.setObjectName("report-facts")
        self._details.setIndent(0)
        self._details.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 16, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._title)
        layout.addWidget(self._details)
        layout.addSpacing(12)
        layout.addWidget(self.view, 1)
        self._title.clicked.connect(lambda: reader.go(-1))
        self.view.section_requested.connect(reader.go)
        reader.opened.connect(self._on_opened)
        reader.changed.connect(self._on_position_changed)
        finder.changed.connect(lambda: self.model.set_hits(finder.counts))

    def apply_theme(self, theme: Theme, fonts: Fonts, *, wide: bool, rate: int = 0) -> None:
        """`rate` is that of the speaking times in characters per minute; 0 shows no times."""
        self._wide = wide
        self._rate = rate
        self.model.set_times(self._time if rate else None)
        self._title.setFont(fonts.report_font(16, bold=True))
        self.view.apply_theme(theme, fonts)
        self.model.set_full_width(wide)
        self._show_title()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._show_title()

    def _on_opened(self) -> None:
        again = self._reader.path == self._path  # another version of it, or read in another way
        shown, self._shown, self._path = self._shown, self._reader.report, self._reader.path
        before = lines_again(self.view.open_lines(), shown, self._shown) if again else None
        self._selected = lines_again(self.view.selected_lines(), shown, self._shown) if again else set()
        scroll = self.view.verticalScrollBar().value() if again else 0
        self.view.set_section_count(len(self._reader.report.sections))
        self.model.set_report(self._reader.report)
        if before is None:
            self.view.expandToDepth(0)
            self.view.scrollToTop()
        else:
            self.view.open_again(before)
            self.view.verticalScrollBar().setValue(scroll)
        self._show_title()

    def _show_title(self) -> None:
        report = self._reader.report
        title = full_width(report.title) if self._wide else report.title
        metrics = QFontMetrics(self._title.font())
        room = self.width() - 2 * _SIDE
        shown = [line for part in title.split() for line in wrap_lines(part, room, metrics, _TITLE_LINES)]
        self._title.setText("\n".join(shown[:_TITLE_LINES]).replace("&", "&&"))
        self._title.setToolTip(tip(title) if len(shown) >= _TITLE_LINES else "")
        one = QCoreApplication.translate("reading", "1 section")
        many = QCoreApplication.translate("reading", "{count} sections")
        count = counted(len(report.sections), one, many)
        self._details.setText(" · ".join(fact for fact in (report.edition, count) if fact))

    def _time(self, section: int) -> str:
        return brief(self._reader.speaking.of(section, self._rate))

    def _on_position_changed(self) -> None:
        self.view.show_section(self.model.index_of(self._reader.position.section))
        if len(self._selected) > 1:  # several sections that were edited stay selected
            self.view.select_lines(self._selected)
        self._selected = set()
