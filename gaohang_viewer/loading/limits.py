"""Limits that no real report exceeds: a larger file was made to exhaust its reader."""

from __future__ import annotations

MOST_PARAGRAPHS = 200_000  # four times as many as in a report of 13 MB


class TooLarge(Exception):
    """A file, or a part of it, has more entries, bytes, elements or paragraphs than are read."""
