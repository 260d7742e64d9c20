"""The bar below the tree while sections are being chosen: what to tick, and what to do with it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from collections.abc import Callable


class ChooseBar(QWidget):
    """Tells which of its buttons was pressed; knows nothing of the tree."""

    choose = Signal(str)  # "all", "none", "only"
    export = Signal()
    print = Signal()
    done = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("choose-bar")
        self._count = QLabel(self)
        self._count.setObjectName("choose-count")

        ticks = QHBoxLayout()
        ticks.setSpacing(8)
        ticks.addWidget(self._count, 1)
        for how, text in (
            ("all", QCoreApplication.translate("printing", "All")),
            ("none", QCoreApplication.translate("printing", "None")),
            ("only", QCoreApplication.translate("printing", "This section")),
        ):
            ticks.addWidget(self._button(text, partial(self.choose.emit, how), flat=True))

        self._export = self._button(
            QCoreApplication.translate("printing", "Export as PDF…"), self.export.emit
        )
        self._export.setObjectName("primary")
        self._print = self._button(QCoreApplication.translate("printing", "Print…"), self.print.emit)
        done = self._button(QCoreApplication.translate("printing", "Done"), self.done.emit)
        deeds = QGridLayout()
        deeds.setSpacing(8)
        for column, button in enumerate((self._export, self._print, done)):
            deeds.addWidget(button, 0, column)
            deeds.setColumnStretch(column, 2 if column == 0 else 1)

        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 8, 16, 16)
        layout.setSpacing(8)
        layout.addLayout(ticks)
        layout.addLayout(deeds)

    def show_count(self, chosen: int, total: int) -> None:
        """How many sections are chosen; without any there is nothing to print."""
        text = QCoreApplication.translate("printing", "{chosen} of {total} chosen")
        self._count.setText(text.replace("{chosen}", str(chosen)).replace("{total}", str(total)))
        for button in (self._export, self._print):
            button.setEnabled(chosen > 0 or total == 0)

    def _button(self, text: str, pressed: Callable[[], object], *, flat: bool = False) -> QPushButton:
        button = QPushButton(text, self)
        button.setFlat(flat)
        button.clicked.connect(lambda: pressed())
        return button
