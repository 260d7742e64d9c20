"""Tools."""

from __future__ import annotations

from enum import Enum


class Tool(Enum):
    """What the pointer is."""

    NONE = "none"
    LASER = "laser"
    SPOTLIGHT = "spotlight"
    MAGNIFIER = "magnifier"
    PEN = "pen"
    HIGHLIGHTER = "highlighter"
    ERASER = "eraser"
