"""Estimates how wide a text is when it is set."""

from __future__ import annotations

_LATIN = 0.58  # the mean width of Latin letters and digits, in ems


def ems(text: str) -> float:
    """Estimates the width of a text in ems, multiples of the type size; a Chinese character takes one."""
    return sum(_LATIN if character.isascii() else 1.0 for character in text)
