"""The user's edits of a deck: slides hidden, moved, rewritten and added. Stored apart from the report."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from gaohang_viewer.report.content_id import content_id

if TYPE_CHECKING:
    from gaohang_viewer.report.model import Report

ADDED = "added:"
"""With this begin the keys of slides that the user added."""

NEW_KINDS = ("text", "picture", "table")

OWN_SETTINGS: dict[str, type] = {"slides_footer": str, "slides_ribbon": bool, "reveal": bool}
"""The settings that a report may have a value of its own for, and the types of their values."""

_MOST_CELLS = 12  # in a row of a table
_MOST_ROWS = 60
_RULE = re.compile("[-:]{3,}")
_NUMBERED = re.compile(r"(.+)(#\d+)", re.DOTALL)  # a key that another slide has, too
_CELL = re.compile(r"[\t|｜]")


class SlideText(NamedTuple):
    """The text of a slide as rewritten by the user.

    An empty `headline` and None for `points` keep the original. Text after a line break in a point is set
    below it in smaller type; on a slide of figures it is what the figure counts. The points of a cover are
    the fields below the title, see `model.FIELDS`; those of a table its rows, with a tab between cells.
    """

    headline: str = ""
    points: tuple[str, ...] | None = None


class NewSlide(NamedTuple):
    """A slide that the user added; its text is among the edited texts.

    `kind` is one of NEW_KINDS, `after` the key of the slide before it, `picture` a PNG or JPEG file.
    """

    kind: str
    after: str
    picture: bytes = b""


@dataclass(frozen=True, slots=True)
class DeckEdits:
    """The edits, by the keys of slides.

    `order` are slides in the user's order; a slide that is not listed follows its predecessor in the report.
    `details` are values of `Detail` for single sections, by the keys of their slides of points. `own` are the
    report's values of the OWN_SETTINGS.
    """

    hidden: frozenset[str] = frozenset()
    order: tuple[str, ...] = ()
    texts: Mapping[str, SlideText] = field(default_factory=lambda: MappingProxyType({}))
    added: Mapping[str, NewSlide] = field(default_factory=lambda: MappingProxyType({}))
    details: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    own: Mapping[str, bool | str] = field(default_factory=lambda: MappingProxyType({}))

    def to_json(self) -> dict[str, Any]:
        """Returns the edits as JSON data, with the names of pictures in their place, see `pictures`."""
        return {
            "hidden": sorted(self.hidden),
            "order": list(self.order),
            "texts": {
                key: {"headline": text.headline, "points": None if text.points is None else list(text.points)}
                for key, text in self.texts.items()
            },
            "added": {
                key: [new.kind, new.after, _picture_name(new.picture)] for key, new in self.added.items()
            },
            "details": dict(self.details),
            "own": dict(self.own),
        }

    @classmethod
    def from_json(cls, value: object, picture: Callable[[str], bytes] = lambda _: b"") -> DeckEdits:
        """Returns the edits from `to_json`; damaged ones are dropped. `picture` reads one by its name."""
        given = value if isinstance(value, dict) else {}
        texts, added, details, own = (
            entry if isinstance(entry := given.get(key), dict) else {}
            for key in ("texts", "added", "details", "own")
        )
        return cls(
            frozenset(_strings(given.get("hidden"))),
            _unique(_strings(given.get("order"))),
            {key: text for key, entry in texts.items() if (text := _text(entry)) is not None},
            {key: new for key, entry in added.items() if (new := _new(key, entry, picture)) is not None},
            {key: detail for key, detail in details.items() if isinstance(detail, str)},
            {key: own[key] for key, kind in OWN_SETTINGS.items() if isinstance(own.get(key), kind)},
        )

    @property
    def pictures(self) -> dict[str, bytes]:
        """The pictures of added slides by the names that stand for them in JSON."""
        return {_picture_name(new.picture): new.picture for new in self.added.values() if new.picture}

    def add(self, key: str, new: NewSlide) -> DeckEdits:
        """Returns the edits with another slide, or with another version of it."""
        return replace(self, added={**self.added, key: new})

    def remove(self, key: str) -> DeckEdits:
        """Returns the edits without an added slide; those that followed it stay where they are."""
        if key not in self.added:
            return self
        after = self.added[key].after
        added = {
            other: new._replace(after=after) if new.after == key else new
            for other, new in self.added.items()
            if other != key
        }
        order = tuple(other for other in self.order if other != key)
        return replace(self.restore(key), added=added, order=order)

    def with_detail(self, key: str, detail: str) -> DeckEdits:
        """Returns the edits with the detail of one section; an empty one is that of the whole deck."""
        details = {other: kept for other, kept in self.details.items() if other != key}
        return replace(self, details={**details, key: detail} if detail else details)

    def with_own(self, key: str, value: bool | str) -> DeckEdits:
        """Returns the edits with the report's own value of a setting, one of OWN_SETTINGS."""
        return replace(self, own={**self.own, key: value})

    def hide(self, key: str) -> DeckEdits:
        """Returns the edits with a slide hidden."""
        return replace(self, hidden=self.hidden | {key})

    def show(self, key: str) -> DeckEdits:
        """Returns the edits with a slide shown again."""
        return replace(self, hidden=self.hidden - {key})

    def edit(self, key: str, text: SlideText) -> DeckEdits:
        """Returns the edits with the text of a slide changed; an empty `SlideText` restores the original."""
        texts = {other: kept for other, kept in self.texts.items() if other != key}
        return replace(self, texts=texts if text == SlideText() else {**texts, key: text})

    def move(self, natural: Sequence[str], key: str, to: int) -> DeckEdits:
        """Returns the edits with a slide moved to position `to`, counted from 0 with hidden slides.

        `natural` are the keys of all slides in the order of the report.
        """
        natural = self.placed(natural)
        keys = list(self.arranged(natural))
        if key not in keys:
            return self
        keys.remove(key)
        keys.insert(max(0, min(to, len(keys))), key)
        return replace(self, order=() if keys == list(natural) else tuple(keys))

    def restore(self, key: str) -> DeckEdits:
        """Returns the edits with a slide shown and its original text; its position is kept."""
        return self.show(key).edit(key, SlideText())

    def with_headlines(self, old: Report, new: Report) -> DeckEdits:
        """Returns the edits for a version of the report in which only headlines have other words."""
        if [each.level for each in old.sections] != [each.level for each in new.sections]:
            return self
        paths = dict(zip(section_paths(old), section_paths(new), strict=True))

        def renamed(key: str) -> str:
            kind, slash, path = key.partition("/")
            path, number = (match[1], match[2]) if (match := _NUMBERED.fullmatch(path)) else (path, "")
            return kind + slash + paths.get(path, path) + number

        return replace(
            self,
            hidden=frozenset(map(renamed, self.hidden)),
            order=tuple(map(renamed, self.order)),
            texts={renamed(key): text for key, text in self.texts.items()},
            added={key: new._replace(after=renamed(new.after)) for key, new in self.added.items()},
            details={renamed(key): detail for key, detail in self.details.items()},
        )

    def placed(self, natural: Sequence[str]) -> tuple[str, ...]:
        """Returns the keys in the order of the report, with each added slide after its predecessor."""
        keys = [key for key in natural if not key.startswith(ADDED)]
        for key, new in self.added.items():
            keys.insert(_place_after(keys, new.after), key)
        return tuple(keys)

    def arranged(self, natural: Sequence[str]) -> tuple[str, ...]:
        """Returns the keys in the user's order with those added; `natural` are all in the report's order."""
        natural = self.placed(natural)
        known = set(natural)
        ordered = [key for key in _unique(self.order) if key in known]
        named = set(ordered)
        after: dict[str | None, list[str]] = {}  # unlisted slides by the listed one that they follow
        last: str | None = None
        for key in natural:
            if key in named:
                last = key
            else:
                after.setdefault(last, []).append(key)
        keys = list(after.get(None, ()))
        for key in ordered:
            keys += [key, *after.get(key, ())]
        return tuple(keys)


def as_lines(points: Iterable[str]) -> str:
    """Returns points as lines for an editor; the text below a point is indented."""
    return "\n".join(point.replace("\n", "\n    ") for point in points)


def from_lines(text: str) -> tuple[str, ...]:
    """Parses the points in the text of an editor, see `as_lines`."""
    points: list[str] = []
    for line in text.splitlines():
        if not line.strip():
            continue
        if points and line[0].isspace() and "\n" not in points[-1]:
            points[-1] += "\n" + line.strip()
        else:
            points.append(line.strip())
    return tuple(points)


def table_row(line: str) -> tuple[str, ...]:
    """Returns the cells of a line: those between tabs or vertical bars."""
    cells = [cell.strip() for cell in _CELL.split(line.strip(" |｜"))]
    return tuple(cells[:_MOST_CELLS])


def table_rows(points: Iterable[str]) -> tuple[tuple[str, ...], ...]:
    """Returns the rows of a table, all of them with equally many cells, without a rule of Markdown."""
    rows = [row for point in points if not _RULE.fullmatch("".join(row := table_row(point)))][:_MOST_ROWS]
    columns = max(map(len, rows), default=0)
    return tuple((*row, *[""] * (columns - len(row))) for row in rows)


def section_paths(report: Report) -> list[str]:
    """Returns the printed headlines of each section and those above it, of which keys are made."""
    path, names = report.outline.path, [" ".join(each.headline.split()) for each in report.sections]
    return ["/".join(names[at] for at in path(index)) for index in range(len(names))]


def _place_after(keys: Sequence[str], after: str) -> int:
    """Returns the place after a slide; if it is gone, after the last one of its section or chapter."""
    if after in keys:
        return keys.index(after) + 1
    path = after.partition("/")[2]
    while path:
        same = [at for at, key in enumerate(keys) if key.partition("/")[2] == path]
        if same:
            return same[-1] + 1
        path = path.rpartition("/")[0]
    return len(keys)


def _picture_name(picture: bytes) -> str:
    return content_id(picture) if picture else ""


def _new(key: str, value: object, picture: Callable[[str], bytes]) -> NewSlide | None:
    match value:
        case [str(kind), str(after), str(name)] if kind in NEW_KINDS and key.startswith(ADDED):
            return NewSlide(kind, after, picture(name) if name else b"")
        case _:
            return None


def _text(value: object) -> SlideText | None:
    if not isinstance(value, dict):
        return None
    headline, points = value.get("headline"), value.get("points")
    text = SlideText(
        headline if isinstance(headline, str) else "",
        tuple(_strings(points)) if isinstance(points, list) else None,
    )
    return None if text == SlideText() else text


def _strings(value: object) -> list[str]:
    return [item for item in value if isinstance(item, str)] if isinstance(value, list) else []


def _unique(keys: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(keys))
