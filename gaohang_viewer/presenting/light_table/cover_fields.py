"""The fields of a cover below its title, as on the front page."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QWidget

from gaohang_viewer.report.model import FIELDS
from gaohang_viewer.ui.field_names import field_names

_PLACES = {  # row, column and columns of each field
    "subtitle": (0, 0, 2),
    "occasion": (1, 0, 2),
    "speaker": (2, 0, 1),
    "date": (2, 1, 1),
    "number": (3, 0, 1),
    "edition": (3, 1, 1),
}


class CoverFields(QWidget):
    """`fields` are line edits by the keys of `FIELDS` but the title."""

    typed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setHorizontalSpacing(8)
        layout.setVerticalSpacing(6)
        self.fields: dict[str, QLineEdit] = {}
        names = field_names()
        for key, (row, column, columns) in _PLACES.items():
            label, field = QLabel(names[key], self), QLineEdit(self)
            label.setObjectName("deck-caption")
            label.setBuddy(field)
            field.setAccessibleName(names[key])
            field.setAcceptDrops(False)  # files are dropped on the page or the window
            field.textChanged.connect(self.typed)
            self.fields[key] = field
            layout.addWidget(label, row, 2 * column)
            layout.addWidget(field, row, 2 * column + 1, 1, 2 * columns - 1)
        layout.setColumnStretch(1, 1)
        layout.setColumnStretch(3, 1)
        layout.setRowStretch(len(_PLACES), 1)

    def texts(self) -> tuple[str, ...]:
        """The texts in the order of `FIELDS`."""
        return tuple(" ".join(self.fields[key].text().split()) for key in FIELDS[1:])

    def set_texts(self, texts: tuple[str, ...]) -> None:
        """Shows texts in the order of `FIELDS`; a field with the same text keeps its cursor."""
        for key, text, before in zip(FIELDS[1:], texts, self.texts(), strict=False):
            if text != before:
                self.fields[key].setText(text)
                self.fields[key].setCursorPosition(0)
