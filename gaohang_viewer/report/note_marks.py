"""Recognizes the marks of footnotes within a text: 〔1〕, [1]."""

from __future__ import annotations

import re

from gaohang_viewer.report.blocks import FILLER

# A year has four digits: 国办发〔2026〕15号
_MARK = re.compile(r"(?<=[^\n])(?:〔\d{1,3}〕(?!号)|\[\d{1,3}\]|［\d{1,3}］)")
_BRACKET = re.compile("[〔［\\[]")


def without_note_marks(text: str) -> str:
    """Returns a text without the marks of notes, but for one that it begins with."""
    return _MARK.sub("", text) if _BRACKET.search(text) else text


def fill_note_marks(text: str) -> str:
    """Returns a text with fillers for the marks of notes, so that positions stay right."""
    return _MARK.sub(lambda mark: FILLER * len(mark[0]), text) if _BRACKET.search(text) else text
