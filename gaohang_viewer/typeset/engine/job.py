"""Jobs for the typesetter and their results, as values that processes can exchange."""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any, NamedTuple

ARCHIVAL = ("a-2a", "ua-1")
"""The standards of exported files: archivable (PDF/A-2a) and accessible (PDF/UA-1)."""


class TypesetError(Exception):
    """Typst cannot typeset the pages; the message is one line."""


@dataclass(frozen=True, slots=True)
class Job:
    """A typesetting job: a template in resources/typst and its data, which is plain JSON.

    `standards` are PDF standards as Typst names them; without any the file is untagged, which is faster and
    sufficient for a show. `created` is the date of the file in seconds since 1970. `files` are the bytes of
    pictures by the names that `images` in the data gives them; `sources` are further Typst modules by name.
    `sheets` is another job on whose pages those of this one are placed: its data gets their number in `laid`,
    and it returns their places. Of the finished pages those from `first` to `last` are kept, counted from 1;
    0 means no bound.
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
        """Returns the job as JSON, for another process."""
        values = {it.name: getattr(self, it.name) for it in fields(self)}
        values["files"] = {name: b64encode(data).decode() for name, data in self.files.items()}
        values["sheets"] = self.sheets and self.sheets.to_json()
        return json.dumps(values, ensure_ascii=False)

    @classmethod
    def from_json(cls, text: str) -> Job:
        """Returns the job that `to_json` wrote."""
        values = json.loads(text)
        values["standards"] = tuple(values["standards"])
        values["files"] = {name: b64decode(data) for name, data in values["files"].items()}
        values["sheets"] = values["sheets"] and cls.from_json(values["sheets"])
        return cls(**values)


class Tile(NamedTuple):
    """Where a page is placed on a sheet, both counted from 1: top left corner and width in points."""

    page: int
    sheet: int
    x: float
    y: float
    width: float


@dataclass(frozen=True, slots=True)
class Pages:
    """A typeset document; `starts`, `count`, `reveals` and `content_bottom` are set for slides only.

    `starts[i]` is the page, counted from 1, on which slide i begins; `count` is the number of pages of all
    slides. `reveals[p]` are the tops of the points on page p + 1, which can be revealed one by one, and
    `content_bottom` is the top of the footer, as shares of the page height. `places` are the places for pages
    on sheets. `missing` are characters without a glyph, which were replaced by 〓. `faces` is the family of
    each font role.
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
    def from_layout(cls, pdf: bytes, layout: Mapping[str, Any]) -> Pages:
        """Returns the pages with the layout that the template reports, see `resources/typst/slides.typ`."""
        return cls(
            pdf,
            tuple(layout["starts"]),
            layout["count"],
            tuple(map(tuple, layout.get("reveals", ()))),
            layout.get("content_bottom", 1.0),
            missing=layout.get("missing", ""),
            faces=layout.get("faces", {}),
        )
