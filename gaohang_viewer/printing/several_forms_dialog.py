"""A dialog for choosing several forms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from gaohang_viewer.printing.forms import FORMS

if TYPE_CHECKING:
    from collections.abc import Collection

    from gaohang_viewer.typeset.paper_options import Form


class SeveralForms(QDialog):
    """A list of check boxes; `chosen` are the forms that are ticked."""

    def __init__(self, ticked: Collection[Form], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(QCoreApplication.translate("printing", "Several layouts at once"))
        self.list = QListWidget(self)
        self.list.setObjectName("panel-view")
        self.list.setAccessibleName(QCoreApplication.translate("printing", "Layout"))
        for form, named in FORMS.items():
            item = QListWidgetItem(QCoreApplication.translate("printing", named.name))
            item.setData(Qt.ItemDataRole.UserRole, form)
            item.setCheckState(Qt.CheckState.Checked if form in ticked else Qt.CheckState.Unchecked)
            self.list.addItem(item)
        text = QCoreApplication.translate(
            "printing", "Each layout is saved as a separate file with its own options."
        )
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, parent=self
        )
        self.ok = buttons.button(QDialogButtonBox.StandardButton.Ok)
        self.ok.setText(QCoreApplication.translate("printing", "Choose folder…"))
        self.ok.setObjectName("primary")
        cancel = buttons.button(QDialogButtonBox.StandardButton.Cancel)
        cancel.setText(QCoreApplication.translate("printing", "Cancel"))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.list.itemChanged.connect(lambda _: self.ok.setEnabled(bool(self.chosen)))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(8)
        layout.addWidget(QLabel(text, self))
        layout.addWidget(self.list)
        layout.addWidget(buttons)
        self.resize(400, 440)

    @property
    def chosen(self) -> list[Form]:
        items = [self.list.item(row) for row in range(self.list.count())]
        return [
            item.data(Qt.ItemDataRole.UserRole)
            for item in items
            if item.checkState() == Qt.CheckState.Checked
        ]
