"""Estimates how wide a text is when it is set."""

from __future__ import annotations

import re

_LATIN, _BOLD_LATIN = 0.58, 0.64  # the mean width of Latin letters and digits, in ems
_GAP = 0.25  # between a Han character and a Latin letter or digit
_GAPS = re.compile("(?<=[㐀-鿿])(?=[0-9A-Za-z])|(?<=[0-9A-Za-z%])(?=[㐀-鿿])")


def ems(text: str) -> float:
    """Estimates the width of a text in ems, multiples of the type size; a Chinese character takes one."""
    return _width(text, _LATIN)


def bold_ems(text: str) -> float:
    """Estimates the width of a text in bold type in ems."""
    return _width(text, _BOLD_LATIN)


def _width(text: str, latin: float) -> float:
    if not (count := sum(map(str.isascii, text))):
        return float(len(text))
    return len(text) - (1 - latin) * count + _GAP * sum(1 for _ in _GAPS.finditer(text))
