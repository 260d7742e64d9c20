"""The options of a form: check boxes, texts and pages; and the typefaces that the pages use."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from gaohang_viewer.printing.forms import FORMS
from gaohang_viewer.typeset.engine.fonts import ROLES
from gaohang_viewer.typeset.paper_options import Form

if TYPE_CHECKING:
    from collections.abc import Callable

    from gaohang_viewer.report.model import Report
    from gaohang_viewer.typeset.engine.job import Pages
    from gaohang_viewer.typeset.paper_options import PaperOptions

_MOST_PAGES = 99_999
_MOST_MISSING = 60  # missing characters that are listed at most

_TICKS: dict[str, Any] = {
    "contents": QT_TRANSLATE_NOOP("printing", "Contents"),
    "cover": QT_TRANSLATE_NOOP("printing", "Cover"),
    "figures": QT_TRANSLATE_NOOP("printing", "Key figures as annex"),
    "two_sided": QT_TRANSLATE_NOOP("printing", "Double-sided"),
    "spare_ink": QT_TRANSLATE_NOOP("printing", "White slides (saves ink)"),
}
_TEXTS: dict[str, Any] = {
    "watermark": QT_TRANSLATE_NOOP("printing", "Watermark"),
    "header": QT_TRANSLATE_NOOP("printing", "Header"),
    "footer": QT_TRANSLATE_NOOP("printing", "Footer"),
    "issuer": QT_TRANSLATE_NOOP("printing", "Issued by"),
    "date": QT_TRANSLATE_NOOP("printing", "Date"),
}
_FIRST: tuple[Any, Any] = (
    QT_TRANSLATE_NOOP("printing", "First page"),
    QT_TRANSLATE_NOOP("printing", "first"),
)
_LAST: tuple[Any, Any] = (QT_TRANSLATE_NOOP("printing", "Last page"), QT_TRANSLATE_NOOP("printing", "last"))
_TIPS: dict[str, Any] = {
    "watermark": QT_TRANSLATE_NOOP("printing", "Large and light across every page, e.g. 征求意见稿"),
    "header": QT_TRANSLATE_NOOP(
        "printing", "{title} and {chapter} insert the report's title and the page's chapter"
    ),
    "footer": QT_TRANSLATE_NOOP(
        "printing", "{title} and {chapter} insert the report's title and the page's chapter"
    ),
    "issuer": QT_TRANSLATE_NOOP("printing", "Printed below the text if the report has none"),
    "date": QT_TRANSLATE_NOOP("printing", "Printed below the text if the report has none"),
}


def _translated(text: Any) -> str:
    return QCoreApplication.translate("printing", text)


class OptionsPanel(QWidget):
    """Shows the options that the form has; `changed` brings PaperOptions whenever the user changes one."""

    changed = Signal(object)
    older_requested = Signal()  # asks for an older report to compare with; answered by `set_older`
    older_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._options: PaperOptions | None = None
        self.ticks = {name: QCheckBox(_translated(text), self) for name, text in _TICKS.items()}
        self.older: tuple[str, Callable[[], Report]] | None = None  # its name, and a function that reads it
        self.compare = QCheckBox(
            QCoreApplication.translate("printing", "Differences from older report"), self
        )
        self.texts = {name: QLineEdit(self) for name in _TEXTS}
        self.first, self.last = QSpinBox(self), QSpinBox(self)
        self._typefaces, self._missing = QLabel(self), QLabel(self)
        self._form = QFormLayout()
        self._form.setSpacing(8)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 8, 16, 16)
        layout.setSpacing(8)
        for name, tick in self.ticks.items():
            layout.addWidget(tick)
            tick.toggled.connect(partial(self._set_option, name))
        layout.insertWidget(3, self.compare)
        self.compare.clicked.connect(self._compare)
        for name, field in self.texts.items():
            field.setClearButtonEnabled(True)
            field.setToolTip(_translated(_TIPS[name]))
            field.setAccessibleName(_translated(_TEXTS[name]))
            field.textEdited.connect(partial(self._set_option, name))
            self._form.addRow(_translated(_TEXTS[name]), field)
        self.texts["watermark"].setPlaceholderText("征求意见稿")
        self._form.addRow(_translated(QT_TRANSLATE_NOOP("printing", "Page range")), self._pages())
        layout.addLayout(self._form)
        for label in (self._missing, self._typefaces):
            label.setWordWrap(True)
            label.setObjectName("paper-note")
            layout.addWidget(label)
        layout.addStretch(1)

    def show_options(self, options: PaperOptions) -> None:
        """Shows these options, and hides those that their form does not have."""
        self._options = None  # what is shown now is no change of the user
        has = FORMS[options.form].options
        for name, tick in self.ticks.items():
            tick.setVisible(name in has)
            tick.setChecked(getattr(options, name))
        self.compare.setVisible("figures" in has)
        for name, field in self.texts.items():
            self._form.setRowVisible(field, name in has)
            if field.text() != getattr(options, name):
                field.setText(getattr(options, name))
        self.first.setValue(options.first)
        self.last.setValue(options.last)
        self._options = options

    def set_older(self, older: tuple[str, Callable[[], Report]] | None) -> None:
        """Sets the report to compare with, or None."""
        self.older = older
        self.compare.setChecked(older is not None)
        self.compare.setToolTip(older[0] if older is not None else "")
        self.older_changed.emit()

    def _compare(self, wanted: bool) -> None:
        if wanted:
            self.older_requested.emit()
        else:
            self.set_older(None)

    def show_typefaces(self, pages: Pages, form: Form) -> None:
        """Shows which typefaces the pages use, substitutes included, and characters that none has."""
        lines = []
        if form is Form.OFFICIAL:
            instead = QCoreApplication.translate("printing", "{role}: {family} used instead")
            for name, role in ROLES.items():
                family = pages.faces.get(name, "")
                line = f"{role.name}：{family}" if family in role.families else instead
                lines.append(line.replace("{role}", role.name).replace("{family}", family))
        elif "serif" in pages.faces:
            lines = [QCoreApplication.translate("printing", "Font: {family}")]
            lines[0] = lines[0].replace("{family}", pages.faces["serif"])
        self._typefaces.setText("\n".join(lines))
        text = QCoreApplication.translate(
            "printing", "No font has these characters, they print as 〓: {list}"
        )
        some = pages.missing[:_MOST_MISSING] + ("…" if len(pages.missing) > _MOST_MISSING else "")
        self._missing.setText(text.replace("{list}", some))
        self._missing.setVisible(bool(pages.missing))

    def _pages(self) -> QWidget:
        row = QWidget(self)
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        bounds = (
            ("first", self.first, _translated(_FIRST[0]), _translated(_FIRST[1])),
            ("last", self.last, _translated(_LAST[0]), _translated(_LAST[1])),
        )
        for name, field, text, special in bounds:
            field.setRange(0, _MOST_PAGES)
            field.setAlignment(Qt.AlignmentFlag.AlignCenter)
            field.setSpecialValueText(special)
            field.setAccessibleName(text)
            field.valueChanged.connect(partial(self._set_option, name))
            layout.addWidget(field, 1)
            if name == "first":
                layout.addWidget(QLabel("–", row))
        return row

    def _set_option(self, name: str, value: object) -> None:
        if self._options is not None:
            change: dict[str, Any] = {name: value}
            self._options = self._options._replace(**change)
            self.changed.emit(self._options)
