"""The model of a report: immutable values, each with the source line that it came from."""

from __future__ import annotations

from enum import Enum
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

FRONT = -1
"""Stands for the front page as an index: title, subtitle, edition and the text before the first section."""

FIELDS = ("title", "subtitle", "occasion", "number", "speaker", "date", "edition")
"""The keys of the fields of the front page, from the top."""

FACT_LINES = (("occasion",), ("number", "speaker", "date", "edition"))
"""The fields that stand below title and subtitle, by lines."""

_STOPS = ("。", "：", ":")


class ProblemKind(Enum):
    """What could not be read, or was omitted, while loading."""

    DEBRIS = "debris"  # omitted: text around the report that a web page or printer added, such as 返回
    CONTENTS = "contents"  # omitted: a line of a table of contents, which the outline replaces
    LEFT_OUT = "left-out"  # omitted by the user
    AROUND = "around"  # omitted: the web page around its main content
    HIDDEN = "hidden"  # omitted: hidden text of a Word file
    COMMENT = "comment"  # omitted: a comment of a Word file
    DRAWINGS = "drawings"  # omitted: text boxes and drawings of a .doc file, which could not be read
    NOTES = "notes"  # omitted: notes and comments of a .doc file, which could not be read
    NUMBERS = (
        "numbers"  # styles or lists of a .doc file could not be read: numbers and headings may be missing
    )
    STRUCK = "struck"  # struck-out text, which is shown but does not count
    CHANGES = "changes"  # tracked changes were read as accepted
    NOT_SHOWN = (
        "not-shown"  # an object that cannot be shown: a formula, a chart, a picture of an unsupported type
    )
    OUTSIDE = "outside"  # a linked picture outside this machine, which was not fetched
    ELSEWHERE = "elsewhere"  # a picture in another folder, which was not read; the user may allow it
    NO_PICTURE = "no-picture"  # a picture does not exist
    FRONT_MATTER = "front-matter"  # a line of the front matter that is not `key: value`
    UNCLOSED_FENCE = "unclosed-fence"  # a fenced code block runs to the end of the file
    BAD_BYTES = "bad-bytes"  # bytes that are invalid in the file's encoding were replaced by U+FFFD
    ENCODING = "encoding"  # the encoding was guessed from little text; `text` is its name
    CONTROL = "control"  # control or zero-width characters were removed from this line
    SIGNED = "signed"  # the file has electronic signatures or seals, which are not verified
    PRIVATE_USE = "private-use"  # private-use characters, which only the author's font can show
    RECOGNISED = "recognised"  # the text of a scan was recognised; `text` has the pages
    NO_UNICODE = "no-unicode"  # characters of fonts that do not say which they are; `text` has the pages
    NOT_READ = "not-read"  # everything after this line, as the user cancelled the reading
    DAMAGED = "damaged"  # a part of the file could not be read; `text` names it


class Problem(NamedTuple):
    """A problem found while loading the source; `line_no` counts from 1."""

    kind: ProblemKind
    line_no: int
    text: str


class Section(NamedTuple):
    """A section: a node of the outline.

    `level` is its depth in the outline (1 = top), at most one deeper than that of the section before it.
    `mark` is the printed number (一、 （一） 1.) or empty, `title` the rest, both exactly as printed. `body`
    is the Markdown up to the next section; its first line is line `body_line_no` of the source. Line numbers
    count from 1.
    """

    level: int
    mark: str
    title: str
    line_no: int
    body: str = ""
    body_line_no: int = 0

    @property
    def headline(self) -> str:
        """Mark and title as printed, without one final full stop or colon."""
        return self.mark + self.title[:-1] if self.title.endswith(_STOPS) else self.mark + self.title

    @property
    def run_in(self) -> bool:
        """Whether the text goes on in the line of the headline."""
        return bool(self.body) and self.body_line_no == self.line_no


class _ReportFields(NamedTuple):
    title: str
    subtitle: str = ""
    edition: str = ""
    meta: tuple[tuple[str, str], ...] = ()
    preamble: str = ""
    sections: tuple[Section, ...] = ()
    problems: tuple[Problem, ...] = ()
    images: Mapping[str, bytes] = MappingProxyType({})


class Report(_ReportFields):
    """A whole report: metadata, the text before the first section, sections in document order.

    `images` holds the bytes of pictures by the address that they have in the Markdown of the bodies.
    """

    @property
    def fields(self) -> dict[str, str]:
        """The texts of the front page by their keys, as in `FIELDS` and in its order."""
        meta = dict(self.meta)
        if "speaker" not in meta:  # one that the user removed is there, and empty
            meta["speaker"] = meta.get("author") or meta.get("authors", "")
        given = meta | {"title": self.title, "subtitle": self.subtitle, "edition": self.edition}
        return {key: given.get(key, "") for key in FIELDS}

    @property
    def facts(self) -> tuple[str, ...]:
        """The lines below the title: the occasion; number, speaker, date and edition."""
        return fact_lines(self.fields)

    @cached_property
    def outline(self) -> Outline:
        """The outline of `sections`."""
        return Outline(self.sections)


def fact_lines(fields: Mapping[str, str]) -> tuple[str, ...]:
    """Returns the lines below title and subtitle, see `FACT_LINES`, without empty ones."""
    lines = ([" ".join(fields.get(key, "").split()) for key in keys] for keys in FACT_LINES)
    return tuple("　".join(filter(None, line)) for line in lines if any(line))


class Outline:
    """The tree of a report's sections, which are given by their indices in document order."""

    def __init__(self, sections: tuple[Section, ...]) -> None:
        self.parents: list[int | None] = []
        self.children: list[list[int]] = [[] for _ in sections]
        self.roots: list[int] = []
        self.rows: list[int] = []  # index among its siblings
        self.ends: list[int] = [len(sections)] * len(sections)  # index after the last descendant
        path: list[int] = []
        for index, section in enumerate(sections):
            while len(path) >= section.level:
                self.ends[path.pop()] = index
            parent = path[-1] if path else None
            siblings = self.roots if parent is None else self.children[parent]
            self.parents.append(parent)
            self.rows.append(len(siblings))
            siblings.append(index)
            path.append(index)

    def path(self, index: int) -> list[int]:
        """Returns the section's ancestors from the top, itself last."""
        path: list[int] = []
        at: int | None = index
        while at is not None:
            path.append(at)
            at = self.parents[at]
        return path[::-1]

    def subtree(self, index: int) -> range:
        """Returns the section and all below it, in document order."""
        return range(index, self.ends[index])

    def number(self, index: int) -> str:
        """Returns the place in the outline as digits: "3.2" for the second section of the third chapter."""
        return ".".join(str(self.rows[step] + 1) for step in self.path(index))
