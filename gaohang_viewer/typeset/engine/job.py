"""What to typeset, and what comes of it: values that the compiler and its child process exchange."""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any, NamedTuple

ARCHIVAL = ("a-2a", "ua-1")
"""The standards of every exported file: it lasts (PDF/A-2a), and a screen reader can read it (PDF/UA-1)."""


class TypesetError(Exception):
    """Typst could not set the pages; the message is one line."""


@dataclass(frozen=True, slots=True)
class Job:
    """What to set: a template of resources/typst and the data that it reads, all of it plain JSON.

    `standards` are PDF standards as Typst names them; without any the file is untagged, which is quicker and
    enough for showing. `created` is the date that the file bears, in seconds since 1970. `files` holds the
    bytes of pictures, by the name that the data gives them in `images`; `sources` are further Typst modules
    that the template imports, by name. `sheets` is another job, on whose pages those of this one are laid:
    its template is told of them in `laid`, and tells their places. Of the finished pages only those from
    `first` to `last` are kept, counted from 1; 0 is no bound.
    """

    template: str
    data: Mapping[str, Any] = field(default_factory=dict)
    standards: tuple[str, ...] = ()
    created: int = 0
    files: Mapping[str, bytes] = field(default_factory=dict)
    sources: Mapping[str, str] = field(default_factory=dict)
    sheets: Job | None = None
    first: int = 0
    last: int = 0

    def to_json(self) -> str:
        """The job as text, for another process."""
        values = {it.name: getattr(self, it.name) for it in fields(self)}
        values["files"] = {name: b64encode(data).decode() for name, data in self.files.items()}
        values["sheets"] = self.sheets and self.sheets.to_json()
        return json.dumps(values, ensure_ascii=False)

    @classmethod
    def from_json(cls, text: str) -> Job:
        """The job that `to_json` wrote."""
        values = json.loads(text)
        values["standards"] = tuple(values["standards"])
        values["files"] = {name: b64decode(data) for name, data in values["files"].items()}
        values["sheets"] = values["sheets"] and cls.from_json(values["sheets"])
        return cls(**values)


class Tile(NamedTuple):
    """Where on a sheet a page is laid: both counted from 1, its top left corner and its width in points."""

    page: int
    sheet: int
    x: float
    y: float
    width: float


@dataclass(frozen=True, slots=True)
class Pages:
    """A set document; `starts`, `count`, `reveals` and `content_bottom` are there for slides only.

    `starts[i]` is the page, counted from 1, on which slide i begins, and `count` is how many pages the slides
    have. `reveals[p]` are the tops of the points on page p + 1, which may be revealed one by one, and
    `content_bottom` is where the foot of every page begins: shares of the page's height. `places` are where
    a sheet wants pages. `missing` are the characters that no face has: 〓 stands for them. `faces` says which
    family serves each role.
    """

    pdf: bytes
    starts: tuple[int, ...] = ()
    count: int = 0
    reveals: tuple[tuple[float, ...], ...] = ()
    content_bottom: float = 1.0
    places: tuple[Tile, ...] = ()
    missing: str = ""
    faces: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def from_said(cls, pdf: bytes, said: Mapping[str, Any]) -> Pages:
        """The pages with what the template said of them."""
        return cls(
            pdf,
            tuple(said["starts"]),
            said["count"],
            tuple(map(tuple, said.get("reveals", ()))),
            said.get("content_bottom", 1.0),
            missing=said.get("missing", ""),
            faces=said.get("faces", {}),
        )
