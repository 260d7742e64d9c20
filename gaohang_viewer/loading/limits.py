"""What no report is larger than; a file that is was made to exhaust whoever reads it."""

from __future__ import annotations

MOST_PARAGRAPHS = 200_000  # four times those of a report of 13 MB


class TooLarge(Exception):
    """A file, or a part of it, has more entries, bytes, elements or paragraphs than are read."""
