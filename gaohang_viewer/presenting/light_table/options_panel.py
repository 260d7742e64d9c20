"""The options of slides and of the show, in groups beside the slides."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from gaohang_viewer.presenting.light_table.controls import LookCards, Segments, Stepper, Switch
from gaohang_viewer.presenting.light_table.looks import detail_names
from gaohang_viewer.typeset.slides.deck_edits import OWN_SETTINGS
from gaohang_viewer.ui.plain_text import tip

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from gaohang_viewer.presenting.light_table.looks import SlideLook
    from gaohang_viewer.storage.settings import Settings
    from gaohang_viewer.ui.theme import Theme

_PAUSE = 400  # ms after the last key in the footer field
_NEVER, _BY_TIME, _BY_LENGTH = "never", "time", "length"
_SECONDS = 20  # for a slide, until the user sets another value


class DeckOptionsPanel(QScrollArea):
    """Every change is stored in the settings at once; what belongs to the report is emitted."""

    logo_requested = Signal()
    folder_requested = Signal()
    own_changed = Signal(str, object)  # the key of a setting, and the report's own value of it
    defaults_requested = Signal()  # the report's own values become the settings

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._own: Mapping[str, bool | str] = {}  # the report's own values of settings
        self._spoken = 0.0  # estimated speaking time in seconds
        self.setObjectName("deck-options")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        text = QCoreApplication.translate("presenting", "Scroll the options")
        self.verticalScrollBar().setAccessibleName(text)
        inside = QWidget(self)
        inside.setObjectName("deck-options-inside")
        self._layout = QVBoxLayout(inside)
        self._layout.setContentsMargins(20, 16, 20, 24)
        self._layout.setSpacing(6)
        self._switches: dict[str, Switch] = {}  # by setting
        self._segments: dict[str, Segments] = {}
        self._add_looks()
        self._add_slides()
        self._add_own()
        self._add_talk()
        self._add_by_itself()
        self._layout.addStretch(1)
        self.setWidget(inside)
        settings.changed.connect(self._setting_changed)
        self.show_settings()

    def apply_theme(self, theme: Theme) -> None:
        self.looks.apply_theme(theme)
        for switch in self._switches.values():
            switch.theme = theme
            switch.update()

    def show_looks(self, looks: Sequence[SlideLook]) -> None:
        self.looks.show_looks(looks, self._settings.slides_theme)
        # The cards are built after the widgets below them; the tab order has to be from top to bottom.
        no_focus = Qt.FocusPolicy.NoFocus
        below = (each for each in self.findChildren(QWidget) if each.focusPolicy() != no_focus)
        rest = [each for each in below if each not in self.looks.cards]
        for first, second in pairwise([*self.looks.cards, *rest]):
            QWidget.setTabOrder(first, second)

    def show_own(self, own: Mapping[str, bool | str]) -> None:
        """Shows the report's own values of settings."""
        if own != self._own:
            self._own = own
            self.show_settings()

    def show_time(self, seconds: float) -> None:
        """Sets the estimated speaking time of the report in seconds."""
        self._spoken = seconds
        self._show_planned()

    def show_settings(self) -> None:
        """Shows the present settings, without changing them."""
        chosen = self._settings
        for key, switch in self._switches.items():
            with QSignalBlocker(switch):
                switch.setChecked(bool(self._value(key)))
        for key, segments in self._segments.items():
            segments.set_value(getattr(chosen, key))
        self.looks.set_chosen(chosen.slides_theme)
        if self.footer.text().strip() != self._value("slides_footer"):
            self.footer.setText(str(self._value("slides_footer")))
        self.defaults.setEnabled(any(value != getattr(chosen, key) for key, value in self._own.items()))
        name = Path(chosen.slides_logo).name
        self.logo.setText(name or QCoreApplication.translate("presenting", "No logo"))
        self.logo.setToolTip(tip(chosen.slides_logo))
        self.no_logo.setVisible(bool(name))
        with QSignalBlocker(self.minutes), QSignalBlocker(self.seconds):
            self.minutes.setValue(chosen.minutes)
            if chosen.advance > 0:
                self.seconds.setValue(chosen.advance)
        how = {0: _NEVER, -1: _BY_LENGTH}.get(chosen.advance, _BY_TIME)
        self.advance.set_value(how)
        self._seconds.setEnabled(how == _BY_TIME)
        self._show_planned()

    def _value(self, key: str) -> object:
        return self._own.get(key, getattr(self._settings, key))

    def _setting_changed(self, key: str) -> None:
        known = ("slides_", "minutes", "console", "advance", "loop", "reveal", "fade", "rate")
        if key.startswith(known):
            self.show_settings()

    def _show_planned(self) -> None:
        minutes = self._settings.minutes or max(1, round(self._spoken / 60))
        if self._settings.minutes:
            text = QCoreApplication.translate("presenting", "{minutes} min planned")
        else:
            text = QCoreApplication.translate("presenting", "about {minutes} min, estimated from the text")
        self._switches["slides_fit"].setEnabled(self._settings.minutes > 0)
        self.planned.setText(text.replace("{minutes}", str(minutes)))

    def _change_advance(self, how: str) -> None:
        seconds = {_NEVER: 0, _BY_LENGTH: -1}.get(how, self.seconds.value())
        self._settings.set("advance", seconds)

    def _change_footer(self) -> None:
        self._footer_timer.stop()
        if (text := self.footer.text().strip()) != self._value("slides_footer"):
            self.own_changed.emit("slides_footer", text)

    # --- building ------------------------------------------------------------------------------------------

    def _add_looks(self) -> None:
        self._group(QCoreApplication.translate("presenting", "Theme"))
        self.looks = LookCards(self)
        self.looks.look_chosen.connect(lambda name: self._settings.set("slides_theme", name))
        self._layout.addWidget(self.looks)
        self.folder = QPushButton(QCoreApplication.translate("presenting", "Open custom themes folder"), self)
        self.folder.setObjectName("deck-folder")
        self.folder.setFlat(True)
        self.folder.clicked.connect(self.folder_requested)
        self._layout.addWidget(self.folder, 0, Qt.AlignmentFlag.AlignLeft)

    def _add_slides(self) -> None:
        self._group(QCoreApplication.translate("presenting", "Slides"))
        self._one_of(
            "slides_detail",
            QCoreApplication.translate("presenting", "Slide contents"),
            detail_names(),
        )
        aspects = {each: each for each in ("16:9", "16:10", "4:3")}
        self._one_of("slides_aspect", QCoreApplication.translate("presenting", "Aspect ratio"), aspects)
        self.logo = QPushButton(self)
        text = QCoreApplication.translate("presenting", "Logo")
        self.logo.setAccessibleName(QCoreApplication.translate("presenting", "Choose logo"))
        self.logo.setObjectName("deck-logo")
        self.logo.setMinimumWidth(1)
        self.logo.clicked.connect(self.logo_requested)
        self.no_logo = QPushButton(QCoreApplication.translate("presenting", "Remove"), self)
        self.no_logo.setAccessibleName(QCoreApplication.translate("presenting", "Remove logo"))
        self.no_logo.clicked.connect(lambda: self._settings.set("slides_logo", ""))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.logo, 1)
        row.addWidget(self.no_logo)
        self._layout.addWidget(self._caption(text))
        self._layout.addLayout(row)

    def _add_own(self) -> None:
        """Adds what belongs to the report."""
        self._group(QCoreApplication.translate("presenting", "This report"))
        text = QCoreApplication.translate("presenting", "Chapter names on every slide")
        self._switch("slides_ribbon", text)
        self._switch("reveal", QCoreApplication.translate("presenting", "Show points one by one"))
        self.footer = QLineEdit(self)
        self.footer.setPlaceholderText(QCoreApplication.translate("presenting", "none"))
        self._footer_timer = QTimer(self, singleShot=True, interval=_PAUSE)
        self._footer_timer.timeout.connect(self._change_footer)
        self.footer.textEdited.connect(lambda: self._footer_timer.start())
        self.footer.editingFinished.connect(self._change_footer)
        self._captioned(QCoreApplication.translate("presenting", "Footer text"), self.footer)
        text = QCoreApplication.translate("presenting", "Use as default for new reports")
        self.defaults = QPushButton(text, self)
        self.defaults.setObjectName("deck-folder")
        self.defaults.setFlat(True)
        self.defaults.clicked.connect(self.defaults_requested)
        self._layout.addWidget(self.defaults, 0, Qt.AlignmentFlag.AlignLeft)

    def _add_talk(self) -> None:
        self._group(QCoreApplication.translate("presenting", "Slide show"))
        self._switch("fade", QCoreApplication.translate("presenting", "Fade between slides"))
        minutes = Stepper(0, 600, self)
        self.minutes = minutes.box
        self.minutes.setSpecialValueText(QCoreApplication.translate("presenting", "automatic"))
        self.minutes.valueChanged.connect(lambda minutes: self._settings.set("minutes", minutes))
        self._captioned(QCoreApplication.translate("presenting", "Length of the talk (minutes)"), minutes)
        self.planned = QLabel(self)
        self.planned.setObjectName("deck-hint")
        self.planned.setIndent(0)
        self._layout.addWidget(self.planned)
        self._switch("slides_fit", QCoreApplication.translate("presenting", "Fewer slides for a short talk"))
        self._one_of(
            "console",
            QCoreApplication.translate("presenting", "Presenter view"),
            {
                "auto": QCoreApplication.translate("presenting", "Automatic"),
                "always": QCoreApplication.translate("presenting", "Always"),
                "never": QCoreApplication.translate("presenting", "Never"),
            },
        )

    def _add_by_itself(self) -> None:
        self._group(QCoreApplication.translate("presenting", "Autoplay"))
        caption = QCoreApplication.translate("presenting", "Advance slides automatically")
        names = {
            _NEVER: QCoreApplication.translate("presenting", "Off"),
            _BY_TIME: QCoreApplication.translate("presenting", "Timed"),
            _BY_LENGTH: QCoreApplication.translate("presenting", "By length"),
        }
        self.advance = Segments(names, caption, self)
        self.advance.value_chosen.connect(self._change_advance)
        self._layout.addWidget(self._caption(caption))
        self._layout.addWidget(self.advance)
        seconds = self._seconds = Stepper(1, 3600, self)
        self.seconds = seconds.box
        self.seconds.setValue(_SECONDS)
        self.seconds.valueChanged.connect(lambda seconds: self._settings.set("advance", seconds))
        self._captioned(QCoreApplication.translate("presenting", "Seconds per slide"), seconds)
        self._switch("loop", QCoreApplication.translate("presenting", "Loop continuously"))

    def _group(self, title: str) -> None:
        if self._layout.count():
            self._layout.addSpacing(12)
            line = QFrame(self)
            line.setObjectName("deck-line")
            line.setFixedHeight(1)
            self._layout.addWidget(line)
            self._layout.addSpacing(6)
        label = QLabel(title, self)
        label.setObjectName("deck-group")
        self._layout.addWidget(label)

    def _caption(self, text: str) -> QLabel:
        label = QLabel(text, self)
        label.setObjectName("deck-caption")
        label.setIndent(0)
        return label

    def _captioned(self, text: str, widget: QWidget) -> None:
        caption = self._caption(text)
        if isinstance(widget, Stepper):
            widget.set_name(text)
            caption.setBuddy(widget.box)
        else:
            caption.setBuddy(widget)
            widget.setAccessibleName(text)
        self._layout.addWidget(caption)
        self._layout.addWidget(widget)

    def _one_of(self, key: str, caption: str, names: Mapping[str, str]) -> None:
        segments = Segments(names, caption, self)
        segments.value_chosen.connect(lambda value: self._settings.set(key, value))
        self._layout.addWidget(self._caption(caption))
        self._layout.addWidget(segments)
        self._segments[key] = segments

    def _switch(self, key: str, text: str) -> None:
        switch = Switch(text, self)
        if key in OWN_SETTINGS:
            switch.toggled.connect(lambda on: self.own_changed.emit(key, on))
        else:
            switch.toggled.connect(lambda on: self._settings.set(key, on))
        self._layout.addWidget(switch)
        self._switches[key] = switch
