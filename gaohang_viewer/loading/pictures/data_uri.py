"""Decodes pictures that are embedded in a report as data: addresses (RFC 2397)."""

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
_MOST_QUOTED = 1_000_000  # percent-encoded bytes


def embedded(address: str, checker: Checker) -> bytes | ProblemKind | None:
    """Returns the picture in a data: address, or the problem with it; None for other addresses."""
    data = raw(address)
    return None if data is None else checker.checked(data) or ProblemKind.NOT_SHOWN


def raw(address: str) -> bytes | None:
    """Returns the bytes in a data: address, empty if they are damaged; None for other addresses."""
    head = _DATA.match(address)
    if head is None:
        return None
    written = address[head.end() :]
    if written.count("%") > _MOST_QUOTED:  # no program writes such addresses; the rest is no valid picture
        written = written[:_MOST_QUOTED]
    data = unquote_to_bytes(written)
    if not head[1].lower().endswith(";base64"):
        return data
    try:
        return base64.b64decode(data)
    except binascii.Error:
        return b""
