"""Wraps headlines in the reading view."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from gaohang_viewer.resources import resource

if TYPE_CHECKING:
    from PySide6.QtGui import QFontMetrics

    from gaohang_viewer.typeset.line_breaking import HeadlineBreaker

_LONGEST = 200  # characters
_COMMAS = "，、；：。！？,;:"


def wrap_in_two(text: str, line_width: int, metrics: QFontMetrics) -> list[str]:
    """One line if the text fits into `line_width` px, else two, broken after the punctuation nearest the
    middle or between words."""
    if line_width <= 0 or (len(text) <= _LONGEST and metrics.horizontalAdvance(text) <= line_width):
        return [text]
    if len(text) > _LONGEST:  # measuring so long a text repeatedly takes seconds
        first, *rest = wrap_in_two(text[:_LONGEST], line_width, metrics)
        return [first, "".join(rest) + text[_LONGEST:]]
    ends = [at for at in range(1, len(text)) if text[at - 1] in _COMMAS]
    for end in sorted(ends, key=lambda at: abs(at - len(text) / 2)):
        parts = [text[:end], text[end:].strip()]
        if all(metrics.horizontalAdvance(part) <= line_width for part in parts):
            return parts
    broken = _breaker().lines(text, line_width // max(metrics.horizontalAdvance("国"), 1))
    if len(broken) == 2 and all(metrics.horizontalAdvance(part) <= line_width for part in broken):
        return broken
    fits = next(
        (at for at in range(len(text), 0, -1) if metrics.horizontalAdvance(text[:at]) <= line_width), 1
    )
    while fits > 1 and text[fits] in _COMMAS:
        fits -= 1
    return [text[:fits], text[fits:]]


@cache
def _breaker() -> HeadlineBreaker:
    """Loaded for the first headline without a fitting comma: its word lists take 0.1 s."""
    from gaohang_viewer.typeset.line_breaking import HeadlineBreaker

    return HeadlineBreaker.load(resource("headlines"))


def wrap_lines(text: str, line_width: int, metrics: QFontMetrics, most: int) -> list[str]:
    """The text in at most `most` lines of `line_width` px; a longer text ends in "…"."""
    found: list[str] = []
    while text:
        first, *rest = wrap_in_two(text, line_width, metrics)
        found.append(first)
        text = rest[0].strip() if rest else ""
        if text and len(found) == most:
            found[-1] = first[:-1] + "…"
            break
    return found
