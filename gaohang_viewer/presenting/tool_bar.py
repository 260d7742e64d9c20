"""The tools of a show as data: their keys, names, pictures and colours, and what choosing one does."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from gaohang_viewer.presenting.ink import Tool

PEN_COLOURS = ("#E5322D", "#FFD23F", "#2F7BF6", "#FFFFFF")  # red, yellow, blue, white
HIGHLIGHTER_COLOURS = ("#FFD23F", "#2F7BF6", "#E5322D")
WIDTHS = {Tool.PEN: 0.005, Tool.HIGHLIGHTER: 0.035}  # of the page's height


@dataclass(frozen=True, slots=True)
class ToolEntry:
    """One row of the table; `action` is a tool, or "undo" or "clear". `icon` is a name in resources/icons."""

    action: Tool | str
    key: str  # as it is shown; a single letter is what is typed
    name: object  # a str; typed as QT_TRANSLATE_NOOP is
    icon: str

    def translated(self) -> str:
        return QCoreApplication.translate("presenting", str(self.name))


TOOLS = (
    ToolEntry(Tool.LASER, "L", QT_TRANSLATE_NOOP("presenting", "Laser dot"), "laser"),
    ToolEntry(Tool.SPOTLIGHT, "S", QT_TRANSLATE_NOOP("presenting", "Spotlight"), "spotlight"),
    ToolEntry(Tool.MAGNIFIER, "Z", QT_TRANSLATE_NOOP("presenting", "Magnifier"), "magnifier"),
    ToolEntry(Tool.PEN, "D", QT_TRANSLATE_NOOP("presenting", "Pen"), "pen"),
    ToolEntry(Tool.HIGHLIGHTER, "H", QT_TRANSLATE_NOOP("presenting", "Highlighter"), "highlighter"),
    ToolEntry(Tool.ERASER, "E", QT_TRANSLATE_NOOP("presenting", "Eraser"), "eraser"),
    ToolEntry("undo", "Ctrl Z", QT_TRANSLATE_NOOP("presenting", "Undo ink"), "undo"),
    ToolEntry("clear", "X", QT_TRANSLATE_NOOP("presenting", "Clear the page"), "clear"),
)


def action_of_letter(character: str) -> Tool | str | None:
    """What a letter typed without Ctrl chooses, small or capital."""
    return next((entry.action for entry in TOOLS if entry.key == character.upper()), None)


@dataclass(frozen=True, slots=True)
class InHand:
    """The tool that the speaker holds, and the colours that pen and highlighter have been given."""

    tool: Tool = Tool.NONE
    pen_colour: str = PEN_COLOURS[0]
    highlighter_colour: str = HIGHLIGHTER_COLOURS[0]

    @property
    def colour(self) -> str:
        """Of what the tool draws, as "#rrggbb"."""
        return self.highlighter_colour if self.tool is Tool.HIGHLIGHTER else self.pen_colour

    @property
    def width(self) -> float:
        """Of what the tool draws, of the page's height."""
        return WIDTHS.get(self.tool, WIDTHS[Tool.PEN])

    def chosen(self, tool: Tool) -> InHand:
        """With a tool chosen. Chosen again, pen and highlighter take their next colour, and any other tool
        is put away."""
        if tool is not self.tool:
            return replace(self, tool=tool)
        if tool is Tool.PEN:
            return replace(self, pen_colour=_next(PEN_COLOURS, self.pen_colour))
        if tool is Tool.HIGHLIGHTER:
            return replace(self, highlighter_colour=_next(HIGHLIGHTER_COLOURS, self.highlighter_colour))
        return self.put_away()

    def put_away(self) -> InHand:
        """With no tool; the colours stay."""
        return replace(self, tool=Tool.NONE)


def _next(colours: tuple[str, ...], colour: str) -> str:
    index = colours.index(colour) if colour in colours else -1
    return colours[(index + 1) % len(colours)]
