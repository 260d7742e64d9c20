"""Reads saved web archives (.mht, .mhtml): the page and its pictures in one MIME message (RFC 2557)."""

from __future__ import annotations

import binascii
import re
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urljoin

from gaohang_viewer.loading.pictures import Checker
from gaohang_viewer.report.model import ProblemKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_MOST_PARTS = 2_000
_DEEPEST = 4  # multipart messages in each other
_MOST_HEADERS = 100_000  # bytes of the header of a part
_BLANK = re.compile(rb"\r?\n\r?\n|\r\r")
_FOLDED = re.compile(r"\r?\n[ \t]+")
_PARAMETER = re.compile(r";\s*(boundary|charset)\s*=\s*(?:\"([^\"]*)\"|([^\s;\"]+))", re.IGNORECASE)
_PAGES = ("text/html", "application/xhtml+xml")


class NoPage(Exception):
    """The message contains no web page."""


class _Part(NamedTuple):
    kind: str  # the media type
    headers: Mapping[str, str]
    body: bytes  # as transferred

    def content(self) -> bytes:
        """Returns the decoded body; what cannot be decoded stays as it is."""
        encoding = self.headers.get("content-transfer-encoding", "").strip().lower()
        try:
            if encoding == "base64":
                return binascii.a2b_base64(self.body)
            if encoding == "quoted-printable":
                return binascii.a2b_qp(self.body)
        except binascii.Error:
            pass
        return self.body

    def parameter(self, name: str) -> str:
        """Returns a parameter of the media type, empty if it is missing."""
        found = (value for value in _PARAMETER.finditer(self.headers.get("content-type", "")))
        return next((value[2] or value[3] or "" for value in found if value[1].lower() == name), "")


class Archive:
    """The page of a web archive: its `page` as HTML, its `charset` and its `base` address; and its pictures.

    Like a `Gallery`, it finds pictures by their addresses, but in the archive alone. The constructor raises
    `NoPage`.
    """

    def __init__(self, data: bytes) -> None:
        self.checker = Checker()
        self._parts: dict[str, _Part] = {}
        self._known: dict[str, bytes | ProblemKind] = {}
        page: _Part | None = None
        for part in _parts(data, 0):
            if page is None and part.kind in _PAGES:
                page = part
            elif name := part.headers.get("content-id", "").strip().strip("<>"):
                self._parts.setdefault(f"cid:{name}", part)
            if location := part.headers.get("content-location", "").strip():
                self._parts.setdefault(location, part)
        if page is None:
            raise NoPage
        self.page = page.content()
        self.charset = page.parameter("charset")
        self.base = page.headers.get("content-location", "").strip()

    def found(self, address: str) -> bytes | ProblemKind:
        """Returns the bytes of a picture as PNG, JPEG or GIF, or the problem with it."""
        if address not in self._known:
            part = self._parts.get(address) or self._parts.get(_joined(self.base, address))
            shown = self.checker.checked(part.content()) if part is not None else None
            problem = ProblemKind.OUTSIDE if part is None else ProblemKind.NOT_SHOWN
            self._known[address] = shown or problem
        return self._known[address]


def _joined(base: str, address: str) -> str:
    try:
        return urljoin(base, address)
    except ValueError:
        return address


def _parts(data: bytes, depth: int) -> Iterator[_Part]:
    """Yields the parts of a message that are not multipart themselves."""
    part = _part(data)
    boundary = part.parameter("boundary").encode("latin-1", "replace")
    if not part.kind.startswith("multipart/"):
        yield part
    elif boundary and depth < _DEEPEST:
        for inner in part.body.split(b"--" + boundary, _MOST_PARTS)[1:]:
            if inner.startswith(b"--"):
                break
            yield from _parts(inner.lstrip(b" \t").removeprefix(b"\r").removeprefix(b"\n"), depth + 1)


def _part(data: bytes) -> _Part:
    """Splits a message into its headers and its body."""
    blank = _BLANK.search(data, 0, _MOST_HEADERS)
    head, body = (data[: blank.start()], data[blank.end() :]) if blank else (b"", data)
    lines = _FOLDED.sub(" ", head.decode("latin-1")).splitlines()
    headers = {
        name.strip().lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)
    }
    kind = headers.get("content-type", "text/plain").partition(";")[0].strip().lower()
    return _Part(kind, headers, body)
