"""Pictures that a report holds in itself, as data: addresses (RFC 2397)."""

from __future__ import annotations

import base64
import binascii
import re
from typing import TYPE_CHECKING
from urllib.parse import unquote_to_bytes

from gaohang_viewer.report.model import ProblemKind

if TYPE_CHECKING:
    from gaohang_viewer.loading.pictures.image_type import Checker

_DATA = re.compile(r"data:image/[\w.+-]*((?:;[\w=.+-]*)*),", re.IGNORECASE)
_MOST_QUOTED = 1_000_000  # bytes that are written as %41


def embedded(address: str, checker: Checker) -> bytes | ProblemKind | None:
    """The picture that an address holds, or what is wrong with it; None for addresses that hold none."""
    data = raw(address)
    return None if data is None else checker.checked(data) or ProblemKind.NOT_SHOWN


def raw(address: str) -> bytes | None:
    """The bytes that an address holds, empty if they are damaged; None for other addresses."""
    head = _DATA.match(address)
    if head is None:
        return None
    written = address[head.end() :]
    if written.count("%") > _MOST_QUOTED:  # no program writes so; what is left of it is no picture
        written = written[:_MOST_QUOTED]
    data = unquote_to_bytes(written)
    if not head[1].lower().endswith(";base64"):
        return data
    try:
        return base64.b64decode(data)
    except binascii.Error:
        return b""
