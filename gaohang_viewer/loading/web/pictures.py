"""Reads the pictures of a web page: embedded ones, and those that were saved with it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urljoin

from gaohang_viewer.loading.pictures.data_uri import raw
from gaohang_viewer.loading.pictures.image_type import kind_of
from gaohang_viewer.report.model import ProblemKind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from gaohang_viewer.loading.pictures import Checker, PictureSource

_SPACER = 200  # bytes; smaller pictures are spacers or count visitors
_LATER = ("data-src", "data-original", "data-lazy-src")  # addresses that a script would load
_FILE = re.compile(r"[\w.-]+\.(?:jpe?g|png|gif|bmp|webp)", re.IGNORECASE)
_LONGEST = 200


class Picture(NamedTuple):
    """A picture: its bytes and their type, or its alternative text and the problem with it."""

    words: str
    data: bytes = b""
    kind: str = ""
    problem: ProblemKind | None = None
    address: str = ""


def read_picture(
    attributes: Mapping[str, str | None],
    checker: Checker,
    gallery: PictureSource | None = None,
    base: str = "",
) -> Picture:
    """Reads the picture of an `img` element; `base` is the base address of the page.

    The network is never accessed: a picture outside the page and its folder is a problem.
    """
    words = " ".join((attributes.get("alt") or "").split())
    if _FILE.fullmatch(words):
        words = ""
    later = next((attributes[name] for name in _LATER if attributes.get(name)), None)
    source = later or attributes.get("src") or ""
    data = raw(source)
    if data is None:
        return _read_file(words, attributes, source, gallery, base)
    if len(data) < _SPACER:
        return Picture(words)
    shown = checker.checked(data)
    if shown is None:
        return Picture(words, problem=ProblemKind.NOT_SHOWN, address=source.partition(",")[0][:_LONGEST])
    return Picture(words, shown, kind_of(shown))


def _read_file(
    words: str, attributes: Mapping[str, str | None], source: str, gallery: PictureSource | None, base: str
) -> Picture:
    """Reads a picture outside the page, from the first of its addresses that can be read."""
    if not source or {attributes.get("width"), attributes.get("height")} & {"0", "1"}:
        return Picture(words)
    problems = []
    for each in dict.fromkeys(filter(None, (source, attributes.get("src")))):
        found = gallery.found(_resolved(base, each)) if gallery is not None else ProblemKind.OUTSIDE
        if isinstance(found, bytes):
            tiny = len(found) < _SPACER
            return Picture(words) if tiny else Picture(words, found, kind_of(found))
        problems.append(found)
    # A problem that the user can solve is reported first
    problem = ProblemKind.ELSEWHERE if ProblemKind.ELSEWHERE in problems else problems[0]
    return Picture(words, problem=problem, address=source[:_LONGEST])


def _resolved(base: str, address: str) -> str:
    """Resolves an address against the base address."""
    try:
        # Browsers read backslashes as slashes, so network shares must be recognised with either
        return urljoin(base.replace("\\", "/"), address.replace("\\", "/")) if base else address
    except ValueError:
        return "invalid:"
