"""Colours and fonts of what a show paints beside the slides."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QColor, QFont


@dataclass(frozen=True, slots=True)
class ShowColours:
    """Colours of the overlays, the overview and the waiting page, as Qt spells them."""

    backdrop: str = "#000000"  # around the page, where its shape is not the screen's
    ground: str = "#8f1518"  # the waiting page, above and below
    ground_deep: str = "#5c090d"
    veil: str = "#99000000"  # over the slide while the key card lies on it
    panel: str = "#1f1c1b"  # under an overlay
    overview: str = "#171514"
    line: str = "#2bffffff"
    text: str = "#f7f2ea"
    quiet: str = "#b3aaa0"
    accent: str = "#e6c078"


@dataclass(frozen=True, slots=True)
class SlideStyle:
    """Colours, typeface and scale for one window. Lengths are given for a screen of 1080 lines."""

    colours: ShowColours
    typeface: QFont
    scale: float

    @staticmethod
    def for_size(colours: ShowColours, typeface: QFont, width: int, height: int) -> SlideStyle:
        """The style for a window of this size in px; it is never scaled below two thirds."""
        return SlideStyle(colours, typeface, max(2 / 3, min(width / 1920, height / 1080)))

    def px(self, length: float) -> int:
        """A length on a screen of 1080 lines, in px of this window."""
        return round(length * self.scale)

    def font(self, size: int, strong: bool = False) -> QFont:
        """A font of `size` px on a screen of 1080 lines."""
        font = QFont(self.typeface)
        font.setPixelSize(self.px(size))
        if strong:
            font.setWeight(QFont.Weight.DemiBold)
            weight = QFont.Tag("wght")
            if font.isVariableAxisSet(weight):  # a variable font is drawn by its axis, not by its weight
                font.setVariableAxis(weight, QFont.Weight.DemiBold)
        return font

    def field(self, height: int) -> str:
        """The style sheet of a text field of this height in px that is shown over a slide."""
        colours = self.colours
        return (
            f"QLineEdit {{ background: {colours.panel}; color: {colours.text};"
            f" border: 1px solid {colours.quiet}; border-radius: {height // 2}px;"
            f" padding: 0 {height // 2}px; }}"
            f" QLineEdit:focus {{ border-color: {colours.accent}; }}"
        )

    def colour(self, name: str) -> QColor:
        return QColor(getattr(self.colours, name))
