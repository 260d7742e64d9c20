"""Divides text into sentences and clauses; what stands in quotation marks or brackets is not divided."""

from __future__ import annotations

import re
from functools import cache

STOPS = "。！？"
_OPENING, _CLOSING = "“‘（《〈「『【〔([", "”’）》〉」』】〕)]"
_PAIRS = {
    "”": "“",
    "’": "‘",
    "）": "（",
    "》": "《",
    "〉": "〈",
    "」": "「",
    "』": "『",
    "】": "【",
    "〕": "〔",
}
_AFTER_STOP = re.compile("[”’」』）)】]*")
_DEEPEST = 8  # brackets that were forgotten to be closed must not hide all that follows


def sentences(text: str) -> list[str]:
    """Returns the sentences of a paragraph with their stops."""
    return _divided(text, STOPS)


def clauses(sentence: str, signs: str = "，,") -> list[str]:
    """Returns what some signs divide a sentence into, each part with its sign at the end."""
    return _divided(sentence, signs)


def _divided(text: str, signs: str) -> list[str]:
    parts: list[str] = []
    begin = 0
    opened: list[str] = []
    for found in _pattern(signs).finditer(text):
        sign, at = found[0], found.end()
        if sign in _OPENING:
            opened.append(sign)
        elif sign in _CLOSING:
            if opened and opened[-1] == _PAIRS.get(sign, opened[-1]):
                opened.pop()
        elif (not opened or len(opened) > _DEEPEST) and not _within_number(text, at - 1):
            end = _AFTER_STOP.match(text, at)
            at = end.end() if end else at
            parts.append(text[begin:at])
            begin = at
            opened = []
    if text[begin:].strip():
        parts.append(text[begin:])
    if opened and len(parts) == 1 and any(sign in text[:-1] for sign in signs):
        return _plainly(text, signs)
    return parts


@cache
def _pattern(signs: str) -> re.Pattern[str]:
    return re.compile(f"[{re.escape(_OPENING + _CLOSING + signs)}]")


def _within_number(text: str, at: int) -> bool:
    """Whether a comma separates thousands: 12,345."""
    return text[at] == "," and text[at - 1 : at].isdigit() and text[at + 1 : at + 4].isdigit()


def _plainly(text: str, signs: str) -> list[str]:
    """Returns the parts of a text with a bracket that is never closed."""
    found = re.findall(
        f"[^{re.escape(signs)}]*[{re.escape(signs)}]+[”’」』）)】]*|[^{re.escape(signs)}]+$", text
    )
    return [part for part in found if part.strip()]
