"""The dialog in which the fields of the front page are typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLineEdit, QWidget

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from gaohang_viewer.report.model import Report

_WIDTH = 560  # px


class FrontPageDialog(QDialog):
    """Shows the fields as they are. On OK it calls `save` with those that were changed, by their keys."""

    def __init__(
        self, report: Report, save: Callable[[Mapping[str, str]], object], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("front-page")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(QCoreApplication.translate("front", "Front page"))
        self._save = save
        self._before = {
            "title": report.title,
            "subtitle": report.subtitle,
            "edition": report.edition,
            **dict.fromkeys(("occasion", "speaker", "date", "number"), ""),
            **dict(report.meta),
        }
        self.fields: dict[str, QLineEdit] = {}
        layout = QFormLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(12)
        for key, name in _labels().items():
            field = self.fields[key] = QLineEdit(self._before[key], self)
            field.setAccessibleName(name)
            field.setCursorPosition(0)
            layout.addRow(name, field)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout.addRow(buttons)
        self.resize(_WIDTH, self.sizeHint().height())

    def accept(self) -> None:
        changed = {
            key: text for key, field in self.fields.items() if (text := field.text()) != self._before[key]
        }
        super().accept()
        if changed:
            self._save(changed)


def _labels() -> dict[str, str]:
    return {
        "title": QCoreApplication.translate("mending", "Title"),
        "subtitle": QCoreApplication.translate("mending", "Subtitle"),
        "occasion": QCoreApplication.translate("mending", "Occasion"),
        "speaker": QCoreApplication.translate("mending", "Speaker"),
        "date": QCoreApplication.translate("mending", "Date"),
        "number": QCoreApplication.translate("front", "Document number"),
        "edition": QCoreApplication.translate("front", "Edition"),
    }
