"""The dialog after a rehearsal: planned and spoken times of each section, and the measured rate."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListView,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from gaohang_viewer.presenting.rehearsal.chart_rows import (
    RehearsalBars,
    RehearsalRows,
    is_over,
    times_in_words,
)
from gaohang_viewer.presenting.show.rehearsal import learned_rate, with_below
from gaohang_viewer.report.speaking_time import clock

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gaohang_viewer.presenting.show.rehearsal import Part, Record
    from gaohang_viewer.ui.theme import Fonts, Theme


class RehearsalDialog(QDialog):
    """Shows records, the latest first; `rate_chosen` brings characters per minute for later plans."""

    rate_chosen = Signal(int)

    def __init__(
        self, records: Sequence[Record], theme: Theme, fonts: Fonts, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("rehearsal")
        self.setWindowTitle(QCoreApplication.translate("presenting", "Rehearsal times"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFont(fonts.interface_font(14))
        self._records = tuple(records)
        self._parts: list[Part] = []
        self._rate = learned_rate(records)

        self.total = QLabel(self)
        self.total.setObjectName("rehearsal-total")
        self.total.setFont(fonts.interface_font(20, bold=True))
        self.total.setStyleSheet("font-size: 20px; font-weight: 600;")
        self.total.setWordWrap(True)
        self.choice = QComboBox(self)
        self.choice.setAccessibleName(QCoreApplication.translate("presenting", "Past rehearsals"))
        for record in self._records:
            self.choice.addItem(_name(record))
        self.choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.choice.setMinimumContentsLength(20)
        self.choice.currentIndexChanged.connect(self._show)
        self.rows = RehearsalRows(self)
        self.bars = RehearsalBars(theme, fonts, self)
        self.list = QListView(self)
        self.list.setObjectName("panel-view")
        self.list.setAccessibleName(QCoreApplication.translate("presenting", "Planned and spoken time"))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setModel(self.rows)
        self.list.setItemDelegate(self.bars)
        self._build_layout(theme)
        self.resize(880, 640)
        self._show()
        self.list.setFocus()

    def _build_layout(self, theme: Theme) -> None:
        top = QHBoxLayout()
        top.setSpacing(16)
        top.addWidget(self.total, 1)
        top.addWidget(self.choice)
        self.copying = QPushButton(QCoreApplication.translate("presenting", "Copy as table"), self)
        self.copying.clicked.connect(self._copy)
        closing = QPushButton(QCoreApplication.translate("presenting", "Close"), self)
        closing.clicked.connect(self.close)
        bottom = QHBoxLayout()
        bottom.setSpacing(8)
        bottom.addWidget(self._rate_button())
        bottom.addStretch(1)
        bottom.addWidget(self.copying)
        bottom.addWidget(closing)
        for button in (self.copying, closing):
            button.setAutoDefault(False)
        around = QVBoxLayout()
        around.setContentsMargins(24, 20, 24, 12)
        around.addLayout(top)
        below = QVBoxLayout()
        below.setContentsMargins(24, 12, 24, 16)
        below.addLayout(bottom)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(around)
        layout.addWidget(_Heads(self.list, self.bars, theme, self))
        layout.addWidget(self.list, 1)
        layout.addLayout(below)

    def _rate_button(self) -> QPushButton:
        text = QCoreApplication.translate("presenting", "Use {rate} characters per minute")
        self.using_rate = QPushButton(text.replace("{rate}", str(self._rate or "")), self)
        self.using_rate.setObjectName("primary")
        self.using_rate.setAutoDefault(False)
        self.using_rate.setVisible(self._rate is not None)
        self.using_rate.setToolTip(
            QCoreApplication.translate(
                "presenting", "Calculated from all rehearsals; future estimates will use it"
            )
        )
        self.using_rate.clicked.connect(self._use_rate)
        return self.using_rate

    def _use_rate(self) -> None:
        if self._rate is not None:
            self.using_rate.setEnabled(False)
            self.rate_chosen.emit(self._rate)

    def _show(self) -> None:
        """Shows the chosen record."""
        at = self.choice.currentIndex()
        record = self._records[at] if at >= 0 else None
        self._parts = with_below(record.parts) if record is not None else []
        self.bars.longest = max((max(part.planned, part.spoken) for part in self._parts), default=0.0) or 1.0
        self.rows.show_parts(self._parts)
        if record is None:
            self.total.setText(QCoreApplication.translate("presenting", "No rehearsals yet."))
        else:
            self.total.setText(times_in_words(record.planned, record.spoken))
        self.choice.setVisible(len(self._records) > 1)
        self.copying.setEnabled(record is not None)
        if self._parts:
            over = [row for row, part in enumerate(self._parts) if is_over(part)]
            self.list.setCurrentIndex(self.rows.index(over[0] if len(over) == 1 else 0))

    def _copy(self) -> None:
        """Copies the rows as a table of tabs, which spreadsheets and Word accept."""
        heads = (
            QCoreApplication.translate("presenting", "Section"),
            QCoreApplication.translate("presenting", "Planned"),
            QCoreApplication.translate("presenting", "Actual"),
        )
        rows = [(" ".join(p.headline.split()), clock(p.planned), clock(p.spoken)) for p in self._parts]
        QGuiApplication.clipboard().setText("\n".join("\t".join(row) for row in (heads, *rows)) + "\n")


class _Heads(QWidget):
    """The headings of the columns of times."""

    def __init__(self, rows: QListView, bars: RehearsalBars, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows, self._bars, self._theme = rows, bars, theme
        self.setFixedHeight(32)

    def paintEvent(self, _event: QPaintEvent) -> None:
        row = self.rect()
        row.setWidth(self._rows.viewport().width())  # a scroll bar narrows the rows, but not this widget
        _, _, plan, spoken = self._bars.columns(row)
        painter = QPainter(self)
        font = self.font()
        font.setPixelSize(12)
        painter.setFont(font)
        painter.setPen(QColor(self._theme.muted))
        right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(plan, right, QCoreApplication.translate("presenting", "Planned"))
        painter.drawText(spoken, right, QCoreApplication.translate("presenting", "Actual"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, QColor(self._theme.line))
        painter.end()


def _name(record: Record) -> str:
    when = QDateTime.fromString(record.when, Qt.DateFormat.ISODate)
    date = QLocale().toString(when, QLocale.FormatType.ShortFormat) if when.isValid() else record.when
    return f"{date}　{clock(record.spoken)}"
