"""The list of forms, each with an icon of its page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QWidget

from gaohang_viewer.printing.forms import FORMS

if TYPE_CHECKING:
    from gaohang_viewer.typeset.paper_options import Form
    from gaohang_viewer.ui.theme import Theme

_ICON = 24  # px


class FormsList(QListWidget):
    """As high as all of its rows; `chosen` brings the form that becomes current."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel-view")
        self.setAccessibleName(QCoreApplication.translate("printing", "Layout"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setIconSize(QSize(_ICON, _ICON))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for form, named in FORMS.items():
            icon = theme.icon(named.icon, size=_ICON)
            item = QListWidgetItem(icon, QCoreApplication.translate("printing", named.name))
            item.setToolTip(QCoreApplication.translate("printing", named.tip) if named.tip else "")
            item.setData(Qt.ItemDataRole.UserRole, form)
            self.addItem(item)
        height = sum(self.sizeHintForRow(row) for row in range(self.count()))
        self.setFixedHeight(height + 12)
        self.currentItemChanged.connect(self._on_current_changed)

    def choose(self, form: Form) -> None:
        self.setCurrentRow(list(FORMS).index(form))

    def _on_current_changed(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.chosen.emit(item.data(Qt.ItemDataRole.UserRole))
