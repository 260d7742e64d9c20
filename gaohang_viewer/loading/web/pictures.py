"""The pictures of a web page: those that the page itself holds, and those that were saved beside it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urljoin

from gaohang_viewer.loading.pictures.data_uri import raw
from gaohang_viewer.loading.pictures.image_type import kind_of
from gaohang_viewer.report.model import ProblemKind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from gaohang_viewer.loading.pictures import Checker, Gallery

_SPACER = 200  # bytes; smaller ones hold a place or count visitors
_LATER = ("data-src", "data-original", "data-lazy-src")  # a script would put them into place
_FILE = re.compile(r"[\w.-]+\.(?:jpe?g|png|gif|bmp|webp)", re.IGNORECASE)
_LONGEST = 200


class Picture(NamedTuple):
    """What stands for a picture: its bytes and their kind, or words and what is wrong with it."""

    words: str
    data: bytes = b""
    kind: str = ""
    problem: ProblemKind | None = None
    address: str = ""


def picture(
    attributes: Mapping[str, str | None], checker: Checker, gallery: Gallery | None = None, base: str = ""
) -> Picture:
    """What an `img` element shows; `base` is what the page's addresses start from.

    Nothing is fetched: what lies neither in the page nor beside it is told.
    """
    words = " ".join((attributes.get("alt") or "").split())
    if _FILE.fullmatch(words):
        words = ""
    later = next((attributes[name] for name in _LATER if attributes.get(name)), None)
    source = later or attributes.get("src") or ""
    data = raw(source)
    if data is None:
        return _beside(words, attributes, source, gallery, base)
    if len(data) < _SPACER:
        return Picture(words)
    shown = checker.checked(data)
    if shown is None:
        return Picture(words, problem=ProblemKind.NOT_SHOWN, address=source.partition(",")[0][:_LONGEST])
    return Picture(words, shown, kind_of(shown))


def _beside(
    words: str, attributes: Mapping[str, str | None], source: str, gallery: Gallery | None, base: str
) -> Picture:
    """A picture that lies outside the page: of its two addresses the first that can be read."""
    if not source or {attributes.get("width"), attributes.get("height")} & {"0", "1"}:
        return Picture(words)
    problems = []
    for each in dict.fromkeys(filter(None, (source, attributes.get("src")))):
        found = gallery.found(_joined(base, each)) if gallery is not None else ProblemKind.OUTSIDE
        if isinstance(found, bytes):
            tiny = len(found) < _SPACER
            return Picture(words) if tiny else Picture(words, found, kind_of(found))
        problems.append(found)
    # What the user can allow is told rather than what he cannot
    problem = ProblemKind.ELSEWHERE if ProblemKind.ELSEWHERE in problems else problems[0]
    return Picture(words, problem=problem, address=source[:_LONGEST])


def _joined(base: str, address: str) -> str:
    """An address as the page means it."""
    try:
        # Backslashes are slashes to a browser, and so is a share of the network one to us
        return urljoin(base.replace("\\", "/"), address.replace("\\", "/")) if base else address
    except ValueError:
        return "invalid:"
