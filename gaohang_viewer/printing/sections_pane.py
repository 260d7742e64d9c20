"""The left side of the paper dialog: the choice of sections."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QTreeView, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from gaohang_viewer.printing.sections_model import SectionsModel


class SectionsPane(QWidget):
    """The tree of check boxes, with buttons for all and none above it."""

    def __init__(self, model: SectionsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._count = QLabel(self)
        self.tree = QTreeView(self)
        self.tree.setObjectName("panel-view")
        self.tree.setAccessibleName(QCoreApplication.translate("printing", "Sections"))
        self.tree.setHeaderHidden(True)
        self.tree.setFrameShape(QFrame.Shape.NoFrame)
        self.tree.setUniformRowHeights(True)
        self.tree.setModel(model)
        self.tree.expandToDepth(0)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._count, 1)
        for how, text in (
            ("all", QCoreApplication.translate("printing", "All")),
            ("none", QCoreApplication.translate("printing", "None")),
        ):
            button = QPushButton(text, self)
            button.setFlat(True)
            button.setAutoDefault(False)
            button.clicked.connect(partial(model.choose, how, 0))
            buttons.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 8, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(buttons)
        layout.addWidget(self.tree, 1)

    def show_count(self, chosen: int, total: int) -> None:
        """Shows how many sections are chosen."""
        text = QCoreApplication.translate("printing", "{chosen} of {total} selected")
        self._count.setText(text.replace("{chosen}", str(chosen)).replace("{total}", str(total)))
