"""What no report is larger than; a file that is was made to exhaust whoever reads it."""

from __future__ import annotations

MOST_PARAGRAPHS = 250_000  # five times those of a report of 13 MB


class TooLarge(Exception):
    """The file has more entries, bytes, elements or paragraphs than any report."""
