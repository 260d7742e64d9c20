"""A point of a slide."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Point:
    """A point; `detail` is set below it in smaller type."""

    text: str
    detail: str = ""
