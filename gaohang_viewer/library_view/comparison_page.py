"""The page of a comparison: the sections that differ at the left, their changed words at the right."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSplitter,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from gaohang_viewer.report.comparison import Change, Pair, paragraphs_of
from gaohang_viewer.report.punctuation import full_width
from gaohang_viewer.report.word_diff import DiffKind, DiffSegment, widened
from gaohang_viewer.ui.plain_text import plain, tip

if TYPE_CHECKING:
    from PySide6.QtCore import QUrl
    from PySide6.QtGui import QResizeEvent

    from gaohang_viewer.library_view.comparison_worker import Compared
    from gaohang_viewer.report.model import Report
    from gaohang_viewer.ui.theme import Fonts, Theme

_SIGNS = {Change.CHANGED: "≠", Change.MOVED: "⇅", Change.NEW: "＋", Change.GONE: "－"}
_PAIR = Qt.ItemDataRole.UserRole
_SIZE, _MARGIN = 16, 24  # px
_MEASURE = 40 * _SIZE
_TOGETHER = 100  # sections shown together in one text; with more, each is shown alone


class _Text(QTextBrowser):
    """Limits lines to 40 characters in a view of any width."""

    def loadResource(self, kind: int, name: QUrl | str) -> None:
        """Nothing: Qt would read files that the text names."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.setViewportMargins(0, 0, max(0, self.width() - _MEASURE - 2 * _MARGIN), 0)
        super().resizeEvent(event)


class ComparisonPage(QWidget):
    """Shows one comparison.

    `open_requested` brings a path, a section of it, 0 and an empty query; `export_requested` a Comparison and
    its list of FigureChange.
    """

    open_requested = Signal(str, object, int, str)
    export_requested = Signal(object, object)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("library")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._compared: Compared | None = None
        self._theme: Theme | None = None
        self._fonts: Fonts | None = None
        self._title = plain(QLabel(self))
        self._title.setObjectName("comparison-title")
        self._summary = plain(QLabel(self))
        self._summary.setObjectName("library-where")
        back = QPushButton(QCoreApplication.translate("library", "Back"), self)
        back.clicked.connect(self.closed)
        self._open = QPushButton(QCoreApplication.translate("library", "Open at this section"), self)
        self._open.clicked.connect(self._open_here)
        self._export = QPushButton(QCoreApplication.translate("library", "Export as PDF…"), self)
        self._export.clicked.connect(self._export_now)
        self.list = QListWidget(self)
        self.list.setObjectName("panel-view")
        self.list.setAccessibleName(QCoreApplication.translate("library", "Differences"))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.currentItemChanged.connect(self._show)
        self.list.itemActivated.connect(self._open_here)
        self.text = _Text(self)
        self.text.setObjectName("comparison-text")
        self.text.setAccessibleName(QCoreApplication.translate("library", "Difference"))
        self.text.setFrameShape(QFrame.Shape.NoFrame)
        self.text.setOpenLinks(False)
        QShortcut(QKeySequence("Esc"), self).activated.connect(self.closed)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(back)
        top.addWidget(self._title, 1)
        top.addWidget(self._open)
        top.addWidget(self._export)
        splitter = QSplitter(self)
        splitter.setHandleWidth(1)
        splitter.addWidget(self.list)
        splitter.addWidget(self.text)
        splitter.setSizes([360, 840])
        splitter.setStretchFactor(1, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 16, 24, 16)
        layout.setSpacing(8)
        layout.addLayout(top)
        layout.addWidget(self._summary)
        layout.addWidget(splitter, 1)
        self.show_waiting()

    def _export_now(self) -> None:
        if self._compared is not None:
            self.export_requested.emit(self._compared.comparison, self._compared.figures)

    def apply_theme(self, theme: Theme, fonts: Fonts) -> None:
        self._theme, self._fonts = theme, fonts
        self._write()

    def show_waiting(self) -> None:
        """Empties the page while another comparison is made."""
        self._compared = None
        self._title.setText("")
        self._summary.setText(QCoreApplication.translate("library", "Comparing…"))
        self.list.clear()
        self.text.clear()
        self._open.setEnabled(False)
        self._export.setEnabled(False)

    def show_compared(self, compared: Compared) -> None:
        """Shows the differences of two reports."""
        self._compared = compared
        comparison = compared.comparison
        self._title.setText(f"{_name(comparison.old)}　→　{_name(comparison.new)}")
        texts = (
            (Change.CHANGED, QCoreApplication.translate("library", "{count} changed")),
            (Change.MOVED, QCoreApplication.translate("library", "{count} moved")),
            (Change.NEW, QCoreApplication.translate("library", "{count} added")),
            (Change.GONE, QCoreApplication.translate("library", "{count} removed")),
        )
        counts = [text.replace("{count}", str(comparison.count(change))) for change, text in texts]
        self._summary.setText(" · ".join(counts))
        self._export.setEnabled(True)
        self.list.clear()
        if compared.figures:
            text = QCoreApplication.translate("library", "Changed key figures ({count})")
            self.list.addItem(text.replace("{count}", str(len(compared.figures))))
        for pair in self._differing():
            item = QListWidgetItem(f"{_SIGNS[pair.change]}　{full_width(self._headline(pair))}")
            item.setData(_PAIR, pair)
            item.setToolTip(tip(self._headline(pair)))
            self.list.addItem(item)
        self._write()
        self.list.setCurrentRow(0)
        self.list.setFocus()

    # --- the text ----------------------------------------------------------------------------------------

    def _differing(self) -> list[Pair]:
        pairs = self._compared.comparison.pairs if self._compared is not None else ()
        return [pair for pair in pairs if pair.change is not Change.SAME]

    def _headline(self, pair: Pair) -> str:
        if self._compared is None:
            return ""
        old, new, _ = self._compared.comparison
        report, at = (new, pair.new) if pair.new is not None else (old, pair.old)
        return report.title if at is None or at < 0 else report.sections[at].headline

    def _write(self) -> None:
        """Writes all differences into one text, if there are not too many."""
        if self._compared is None or self._theme is None or self._fonts is None:
            return
        self.text.document().setDefaultFont(self._fonts.report_font(_SIZE))
        self.text.document().setDocumentMargin(_MARGIN)
        pairs = self._differing()
        if not pairs:
            none = QCoreApplication.translate(
                "library", "The two reports do not differ, except in white space."
            )
            self.text.setHtml(f"<p>{escape(none)}</p>")
        elif len(pairs) <= _TOGETHER:
            self.text.setHtml(self._figures() + "".join(map(self._section, range(len(pairs)), pairs)))
        else:
            self._show()

    def _show(self) -> None:
        """Scrolls to the chosen difference, or shows it alone."""
        item: QListWidgetItem | None = self.list.currentItem()
        pair: Pair | None = item.data(_PAIR) if item is not None else None
        self._open.setEnabled(pair is not None)
        pairs = self._differing()
        if self._compared is None or item is None:
            return
        if len(pairs) <= _TOGETHER:
            self.text.scrollToAnchor(f"s{pairs.index(pair)}" if pair is not None else "figures")
        else:
            self.text.setHtml(self._section(0, pair) if pair is not None else self._figures())

    def _figures(self) -> str:
        if self._compared is None or not self._compared.figures or self._theme is None:
            return ""
        rows = "".join(
            f"<tr><td>{escape(figure.what)}</td><td align='right'>{self._piece('gone', figure.old)}</td>"
            f"<td>{'→' if figure.old and figure.new else ''}</td>"
            f"<td>{self._piece('new', figure.new)}</td></tr>"
            for figure in self._compared.figures
        )
        title = QCoreApplication.translate("library", "Changed key figures")
        return (
            f'<h3><a name="figures"></a>{escape(title)}</h3>'
            f'<table cellpadding="6" cellspacing="0" border="0">{rows}</table>'
        )

    def _section(self, number: int, pair: Pair) -> str:
        if self._compared is None or self._theme is None:
            return ""
        headline, *paragraphs = paragraphs_of(self._compared.comparison, pair)
        notes = {
            Change.CHANGED: "",
            Change.MOVED: QCoreApplication.translate("library", "moved"),
            Change.NEW: QCoreApplication.translate("library", "added"),
            Change.GONE: QCoreApplication.translate("library", "removed"),
        }
        note = notes[Change.MOVED if pair.moved else pair.change]
        color = self._theme.accent
        out = [f'<h3><a name="s{number}"></a>{self._pieces(headline)}']
        out.append(
            f' <span style="color:{color}; font-size:12px; font-weight:normal">　{escape(note)}</span></h3>'
        )
        if pair.change is not Change.MOVED:
            style = "line-height:150%; margin-top:4px; margin-bottom:8px"
            out += [f'<p style="{style}">{self._pieces(paragraph)}</p>' for paragraph in paragraphs]
        return "".join(out)

    def _pieces(self, pieces: list[DiffSegment]) -> str:
        return "".join(self._piece(piece.kind, piece.text) for piece in widened(pieces))

    def _piece(self, kind: DiffKind, text: str) -> str:
        words = escape(text).replace("\n", "<br>")
        if self._theme is None or kind == "same" or not text:
            return words
        if kind == "gone":
            return f'<s style="color:{self._theme.muted}">{words}</s>'
        return f'<u style="color:{self._theme.accent}">{words}</u>'

    def _open_here(self) -> None:
        """Opens the new report at the chosen section, or the old one for a removed section."""
        item: QListWidgetItem | None = self.list.currentItem()
        pair: Pair | None = item.data(_PAIR) if item is not None else None
        if pair is not None and self._compared is not None:
            old, new = self._compared.paths
            path, section = (new, pair.new) if pair.new is not None else (old, pair.old)
            self.open_requested.emit(str(path), section, 0, "")


def _name(report: Report) -> str:
    parts = ("".join(report.title.split()), report.edition or dict(report.meta).get("date", ""))
    return full_width("　".join(filter(None, parts)))
