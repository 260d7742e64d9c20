"""The colours of pen and highlighter, and which of them is seen on a slide theme."""

from __future__ import annotations

from collections.abc import Sequence

from gaohang_viewer.presenting.show.ink import Tool

COLOURS = {
    Tool.PEN: ("#E5322D", "#FFD23F", "#2F7BF6", "#FFFFFF"),
    Tool.HIGHLIGHTER: ("#FFD23F", "#2F7BF6", "#E5322D"),
}
_CLEAR = 3.0  # the least contrast of graphics, WCAG 2.2, 1.4.11


def seen_on(colours: Sequence[str], ground: Sequence[str]) -> int:
    """Returns the index of the first colour that is clear on all colours of a ground, else of the clearest.

    All colours are written "#rrggbb". Without a ground it is the first one.
    """
    contrasts = [min((_contrast(colour, under) for under in ground), default=21.0) for colour in colours]
    clear = (index for index, contrast in enumerate(contrasts) if contrast >= _CLEAR)
    return next(clear, contrasts.index(max(contrasts)))


def _contrast(colour: str, other: str) -> float:
    """Returns the contrast ratio of two colours, 1 to 21."""
    low, high = sorted((_luminance(colour), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    """Returns the relative luminance of a colour, 0 to 1."""
    shares = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    linear = [share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
