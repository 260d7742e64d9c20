"""Reads the printed number (层次序数) in front of a headline: 一、 （一） 1. （1）."""

from __future__ import annotations

import re
from enum import IntEnum


class Style(IntEnum):
    """The kinds of mark, in the order of GB/T 9704-2012, 7.3.3."""

    CHAPTER = 1  # 一、
    PART = 2  # （一）
    ARABIC = 3  # 1.
    BRACKETED = 4  # （1）


_HAN_NUMBER = "[一二三四五六七八九十百零〇]{1,5}"
_MARKS = (
    (Style.CHAPTER, re.compile(rf"{_HAN_NUMBER}、\s*")),
    (Style.PART, re.compile(rf"[（(]{_HAN_NUMBER}[)）]、?\s*")),
    (Style.BRACKETED, re.compile(r"[（(]\d{1,3}[)）]、?\s*")),
    (Style.ARABIC, re.compile(r"\d{1,3}(?:[.．](?!\d)|、)\s*")),
)


def split_mark(headline: str) -> tuple[Style | None, str, str]:
    """The style of the mark, the mark as printed with any white space behind it, and the rest.

    Without a mark, or with nothing behind it, the style is None and the mark empty.
    """
    for style, pattern in _MARKS:
        match = pattern.match(headline)
        if match and match.end() < len(headline):
            return style, match[0], headline[match.end() :]
    return None, "", headline
