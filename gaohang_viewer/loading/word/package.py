"""Reads the parts of a Word file from its zip archive, within limits, by their relationships."""

from __future__ import annotations

import posixpath
import struct
import zipfile
import zlib
from io import BytesIO
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote

from gaohang_viewer.loading.limits import TooLarge
from gaohang_viewer.loading.word.xml import BadXml, attribute, parse, short, transitional

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.etree import _Element as Element

_MOST_ENTRIES = 10_000
_MOST_BYTES = 200_000_000  # uncompressed, of all parts together
_CHUNK = 1 << 20
_ENTRY = b"PK\x01\x02"  # the signature of an entry in the central directory
_BROKEN = (zipfile.BadZipFile, zlib.error, struct.error, OSError, EOFError, ValueError, RuntimeError)


class NotWord(Exception):
    """The bytes are not a Word file, or its text cannot be read because of damage."""


class Relation(NamedTuple):
    """A relationship: its target is the name of another part, or an address if it is `outside`."""

    kind: str  # "styles", "image", "hyperlink" …
    target: str
    outside: bool


class Package:
    """The parts of a Word file (ECMA-376-2). `damaged` lists the names of parts that cannot be read.

    The constructor raises `NotWord` for bytes that are not a zip archive, and `TooLarge`; `most_bytes` limits
    the size of all parts that are read.
    """

    def __init__(self, data: bytes, most_bytes: int = _MOST_BYTES) -> None:
        # Counted before the archive is opened, as the count in its header may be false
        if data.count(_ENTRY) > _MOST_ENTRIES:
            raise TooLarge("too many entries")
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
        except _BROKEN as error:
            raise NotWord("no zip archive") from error
        self._entries: dict[str, zipfile.ZipInfo] = {}
        for entry in self._zip.infolist():
            self._entries.setdefault(_key(entry.filename), entry)
        self._left = most_bytes
        self.damaged: list[str] = []

    def read(self, name: str) -> bytes | None:
        """Returns the content of a part, None if it is missing or damaged. Raises `TooLarge`."""
        entry = self._entries.get(_key(name)) or self._entries.get(_key(unquote(name)))
        if entry is None:
            return None
        chunks: list[bytes] = []
        try:
            # Only these two are allowed (ECMA-376-2, annex B); zipfile would inflate others without a limit
            if entry.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
                raise zipfile.BadZipFile("compressed in a way that is not allowed")
            with self._zip.open(entry) as part:
                while chunk := part.read(_CHUNK):
                    chunks.append(chunk)
                    self._left -= len(chunk)
                    if self._left < 0:
                        raise TooLarge(f"{name} is too large")
        except _BROKEN:
            self.damaged.append(name)
            return None
        return b"".join(chunks)

    def xml(self, name: str) -> Element | None:
        """Returns the root of an XML part, None if it is missing or damaged. Raises `TooLarge`."""
        data = self.read(name)
        if data is None:
            return None
        try:
            return parse(data)
        except BadXml:
            self.damaged.append(name)
            return None

    def relations(self, part: str) -> Mapping[str, Relation]:
        """Returns the relationships of a part by id; "" is the package itself."""
        folder, name = posixpath.split(part)
        root = self.xml(posixpath.join(folder, "_rels", name + ".rels"))
        found: dict[str, Relation] = {}
        for element in () if root is None else root:
            if short(element) == "rel:Relationship":
                kind = transitional(element.get("Type", "")).rpartition("/")[2]
                target = element.get("Target", "")
                outside = element.get("TargetMode", "").lower() == "external"
                if not outside:
                    target = posixpath.normpath(
                        posixpath.join("/", folder, target.replace("\\", "/"))
                    ).lstrip("/")
                found[element.get("Id", "")] = Relation(kind, target, outside)
        return found

    def main(self) -> tuple[str, Element]:
        """Returns name and root of the main document part. Raises `NotWord` and `TooLarge`."""
        names = [each.target for each in self.relations("").values() if each.kind == "officeDocument"]
        for name in (*names, "word/document.xml"):
            root = self.xml(name)
            if root is not None and short(root) == "w:document":
                return name, root
        raise NotWord("no main part")


def _key(name: str) -> str:
    """Normalises a part name: case is ignored (ECMA-376-2, 6.2.2.3); some writers use backslashes."""
    return name.replace("\\", "/").lstrip("/").lower()


def related(relations: Mapping[str, Relation], kind: str) -> str | None:
    """Returns the name of the related part of a kind, if there is one."""
    return next((each.target for each in relations.values() if each.kind == kind and not each.outside), None)


def relation(relations: Mapping[str, Relation], element: Element, name: str) -> Relation | None:
    """Returns the relationship that an attribute of an element refers to, if it exists."""
    return relations.get(attribute(element, name))
