"""The bar of the console's buttons, whose texts and keys are hidden where there is little width."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QAction, QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QWidget

from gaohang_viewer.presenting.console.button_specs import BUTTONS, MORE, ButtonSpec, is_on
from gaohang_viewer.presenting.console.key_button import KeyButton
from gaohang_viewer.presenting.key_bindings import BINDINGS
from gaohang_viewer.presenting.show.events import Event
from gaohang_viewer.presenting.show.transitions import TOOLS

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from gaohang_viewer.presenting.console.style import ConsoleStyle
    from gaohang_viewer.presenting.show.events import ShowKey
    from gaohang_viewer.presenting.show.state import ShowState

_GAP, _SIDE, _HEIGHT = 8, 24, 72  # px


class ButtonBar(QWidget):
    """All buttons, and the page number."""

    event_requested = Signal(object)  # a ShowKey

    def __init__(self, style: ConsoleStyle) -> None:
        super().__init__()
        self.setObjectName("bottom-bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(_HEIGHT)
        self._bindings = {binding.event: binding for binding in BINDINGS}
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(_SIDE, 0, _SIDE, 0)
        self._layout.setSpacing(_GAP)
        self.buttons: dict[ShowKey, KeyButton] = {}
        for entry in BUTTONS:
            self._add_button(entry, style)
        self.more = KeyButton(
            style, QCoreApplication.translate("presenting", "More"), "", "more", icon_only=True
        )
        self.more.clicked.connect(self._open_more)
        self._layout.addWidget(self.more)
        self._layout.addStretch(1)
        self.page_number = QLabel()
        self.page_number.setFont(style.font(15))
        self.page_number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.page_number.setAccessibleName(QCoreApplication.translate("presenting", "Slide number"))
        self._layout.addWidget(self.page_number)
        self._state: ShowState | None = None

    def refresh(self, state: ShowState) -> None:
        """Shows which buttons are on and enabled in this state."""
        self._state = state
        for event, button in self.buttons.items():
            button.setChecked(is_on(event, state))
        self.buttons[Event.RETURN].setEnabled(state.before is not None)
        showable = self.buttons[Event.SHOW_THIS]
        frozen = state.held is not None
        if showable.isHidden() == frozen:
            showable.setVisible(frozen)
            self.fit()
        text = f"{state.page} / {state.page_count}" if state.page_count else ""
        if text != self.page_number.text():
            self.page_number.setText(text)
            widest = QFontMetrics(self.page_number.font()).horizontalAdvance(
                f" {state.page_count} / {state.page_count}"
            )
            if self.page_number.minimumWidth() != widest:
                self.page_number.setFixedWidth(widest)
                self.fit()

    def fit(self) -> None:
        """Hides texts, then keys, until everything fits into the width."""
        shown = [button for button in self.buttons.values() if not button.isHidden()]
        room = self.width() - 2 * _SIDE - self.page_number.minimumWidth() - _GAP
        room -= self.more.wanted_width(words=False, cap=False) + _GAP * (len(shown) + 1)
        words, caps = {id(button) for button in shown}, True
        ranked = sorted(shown, key=lambda button: button.rank, reverse=True)

        def taken() -> int:
            return sum(button.wanted_width(words=id(button) in words, cap=caps) for button in shown)

        for button in ranked:
            if taken() <= room:
                break
            words.discard(id(button))
        caps = taken() <= room
        for button in shown:
            button.show_parts(words=id(button) in words, cap=caps)

    def _add_button(self, entry: ButtonSpec, style: ConsoleStyle) -> None:
        binding = self._bindings[entry.event]
        cap = min(binding.shown, key=len)
        warns = entry.event in (Event.FREEZE, Event.BLACK)
        button = KeyButton(style, entry.translated(), cap, entry.icon, rank=entry.rank, warns=warns)
        button.setToolTip(f"{binding.translated()}  {'  '.join(binding.shown)}")
        button.clicked.connect(lambda: self._on_clicked(entry.event))
        if entry.event is Event.SHOW_THIS:
            button.hide()
        self.buttons[entry.event] = button
        self._layout.addWidget(button)

    def _on_clicked(self, event: ShowKey) -> None:
        if self._state is not None:  # the state decides which buttons are checked
            for key, button in self.buttons.items():
                button.setChecked(is_on(key, self._state))
        self.event_requested.emit(event)

    def menu(self) -> QMenu:
        """The menu of further events and commands, built when it is opened."""
        menu = QMenu(self)
        for event in MORE:
            if event is None:
                menu.addSeparator()
                continue
            binding = self._bindings[event]
            action = QAction(f"{binding.translated()}\t{'  '.join(binding.shown)}", menu)
            action.setCheckable(event in TOOLS or event is Event.WHITE)
            action.setChecked(self._state is not None and is_on(event, self._state))
            action.triggered.connect(lambda _checked=False, event=event: self.event_requested.emit(event))
            menu.addAction(action)
        return menu

    def _open_more(self) -> None:
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        corner = self.more.mapToGlobal(self.more.rect().topLeft())
        corner.setY(corner.y() - menu.sizeHint().height() - 6)
        menu.popup(corner)

    def resizeEvent(self, _event: QResizeEvent) -> None:
        self.fit()
