"""Joins the lines of a paragraph that its source broke."""

from __future__ import annotations

import re

# A line end with the white space around it; white space that begins the text keeps its first character
_SOFT_BREAK = re.compile(r"(?:(?<=([^ \t\n]))|(?<=^([ \t])))[ \t]*\n[ \t]*(?=(.)|$)")


def join_lines(text: str) -> str:
    """Joins lines that the source broke: with a space between Latin letters, without one beside Chinese."""
    if "\n" not in text:
        return text
    return _SOFT_BREAK.sub(lambda gap: " " if f"{gap[1] or gap[2]}{gap[3] or ''}".isascii() else "", text)
