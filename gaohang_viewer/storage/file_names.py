"""Turns a title into the name of a file that every system allows."""

from __future__ import annotations

import re

# No file on Windows may be called so
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)


def file_name(title: str) -> str:
    """A title as the name of a file, without the signs and the names that a system forbids."""
    allowed = (
        sign for sign in " ".join(title.split())[:40] if sign.isprintable() and sign not in '\\/:*?"<>|'
    )
    name = "".join(allowed).strip(" .")
    return f"{name}_" if _RESERVED.fullmatch(name) else name or "report"
