"""The user's edits of a deck: slides hidden, moved and rewritten. Stored apart from the report."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any, NamedTuple


class SlideText(NamedTuple):
    """The text of a slide as rewritten by the user.

    An empty `headline` and None for `points` keep the original. Text after a line break in a point is set
    below it in smaller type; on a slide of figures it is what the figure counts.
    """

    headline: str = ""
    points: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class DeckEdits:
    """The edits, by the keys of slides.

    `order` are slides in the user's order; a slide that is not listed follows its predecessor in the report.
    """

    hidden: frozenset[str] = frozenset()
    order: tuple[str, ...] = ()
    texts: Mapping[str, SlideText] = field(default_factory=lambda: MappingProxyType({}))

    def to_json(self) -> dict[str, Any]:
        """Returns the edits as JSON data."""
        return {
            "hidden": sorted(self.hidden),
            "order": list(self.order),
            "texts": {
                key: {"headline": text.headline, "points": None if text.points is None else list(text.points)}
                for key, text in self.texts.items()
            },
        }

    @classmethod
    def from_json(cls, value: object) -> DeckEdits:
        """Returns the edits from `to_json`; damaged ones are dropped."""
        given = value if isinstance(value, dict) else {}
        texts = given.get("texts")
        read = {
            key: text
            for key, entry in (texts.items() if isinstance(texts, dict) else ())
            if isinstance(key, str) and (text := _text(entry)) is not None
        }
        return cls(frozenset(_strings(given.get("hidden"))), _unique(_strings(given.get("order"))), read)

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
        keys = list(self.arranged(natural))
        if key not in keys:
            return self
        keys.remove(key)
        keys.insert(max(0, min(to, len(keys))), key)
        return replace(self, order=() if keys == list(natural) else tuple(keys))

    def restore(self, key: str) -> DeckEdits:
        """Returns the edits with a slide shown and its original text; its position is kept."""
        return self.show(key).edit(key, SlideText())

    def arranged(self, natural: Sequence[str]) -> tuple[str, ...]:
        """Returns the keys in the user's order; `natural` are all of them in the order of the report."""
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
