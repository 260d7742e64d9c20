"""Words of a report, and names, where Qt takes what looks like HTML for it: tips and message boxes."""

from __future__ import annotations


def as_typed(text: str) -> str:
    """Words of a report, or a name, for a tip or a message, which would take for HTML what looks like it."""
    if "<" not in text:
        return text
    from html import escape

    return f"<p>{escape(text)}</p>".replace("\n", "<br>")
