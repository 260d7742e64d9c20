"""The pictures of a web page: only those that the page itself holds are taken."""

from __future__ import annotations

import base64
import binascii
import re
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote_to_bytes

from gaohang_viewer.report.model import ProblemKind

if TYPE_CHECKING:
    from collections.abc import Mapping

_DATA = re.compile(r"data:image/[\w.+-]*((?:;[\w=.+-]*)*),", re.IGNORECASE)  # RFC 2397
_FORMATS = ((b"\x89PNG\r\n\x1a\n", "png"), (b"\xff\xd8\xff", "jpeg"), (b"GIF8", "gif"))
_SPACER = 200  # bytes; smaller ones hold a place or count visitors
_LATER = ("data-src", "data-original", "data-lazy-src")  # a script would put them into place
_FILE = re.compile(r"[\w.-]+\.(?:jpe?g|png|gif|bmp|webp)", re.IGNORECASE)
_LONGEST = 200
_MOST_QUOTED = 1_000_000  # bytes that are written as %41


class Picture(NamedTuple):
    """What stands for a picture: its bytes and their kind, or words and what is wrong with it."""

    words: str
    data: bytes = b""
    kind: str = ""
    problem: ProblemKind | None = None
    address: str = ""


def picture(attributes: Mapping[str, str | None]) -> Picture:
    """What an `img` element shows. Nothing is fetched: what lies outside the page is told."""
    words = " ".join((attributes.get("alt") or "").split())
    if _FILE.fullmatch(words):
        words = ""
    later = next((attributes[name] for name in _LATER if attributes.get(name)), None)
    source = later or attributes.get("src") or ""
    head = _DATA.match(source)
    if head is None:
        tiny = {attributes.get("width"), attributes.get("height")} & {"0", "1"}
        problem = ProblemKind.OUTSIDE if source and not tiny else None
        return Picture(words, problem=problem, address=source[:_LONGEST])
    not_shown = Picture(words, problem=ProblemKind.NOT_SHOWN, address=source[: min(head.end(), _LONGEST)])
    if source.count("%") > _MOST_QUOTED:
        return not_shown
    data = unquote_to_bytes(source[head.end() :])
    if head[1].lower().endswith(";base64"):
        try:
            data = base64.b64decode(data)
        except binascii.Error:
            data = b""
    if len(data) < _SPACER:
        return Picture(words)
    kind = next((kind for sign, kind in _FORMATS if data.startswith(sign)), "")
    if not kind:
        return not_shown
    return Picture(words, data, kind)
