"""What the user changed in a deck: slides hidden, moved, reworded. Kept beside the report, never in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any, NamedTuple


class SlideText(NamedTuple):
    """A slide's words as the user rewrote them.

    An empty `headline` and points of None leave those as they are. A point with a line end in it goes on in
    smaller type below; on a slide of figures that is what the figure counts.
    """

    headline: str = ""
    points: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class DeckEdits:
    """The changes, by the keys of slides. `order` are slides as the user arranged them; one that is not
    named there keeps its place after the slide that it follows by nature."""

    hidden: frozenset[str] = frozenset()
    order: tuple[str, ...] = ()
    texts: Mapping[str, SlideText] = field(default_factory=lambda: MappingProxyType({}))

    def to_json(self) -> dict[str, Any]:
        """The changes as plain JSON."""
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
        """What `to_json` gave; whatever is damaged counts as not changed."""
        given = value if isinstance(value, dict) else {}
        texts = given.get("texts")
        read = {
            key: text
            for key, entry in (texts.items() if isinstance(texts, dict) else ())
            if isinstance(key, str) and (text := _text(entry)) is not None
        }
        return cls(frozenset(_strings(given.get("hidden"))), _unique(_strings(given.get("order"))), read)

    def hide(self, key: str) -> DeckEdits:
        """The slide is left out of the show."""
        return replace(self, hidden=self.hidden | {key})

    def show(self, key: str) -> DeckEdits:
        """The slide takes part in the show again."""
        return replace(self, hidden=self.hidden - {key})

    def edit(self, key: str, text: SlideText) -> DeckEdits:
        """The slide says `text`; one that changes nothing takes an earlier change back."""
        texts = {other: said for other, said in self.texts.items() if other != key}
        return replace(self, texts=texts if text == SlideText() else {**texts, key: text})

    def move(self, natural: Sequence[str], key: str, to: int) -> DeckEdits:
        """The slide stands at place `to`, counted from 0, among all of them; `natural` are the keys of the
        whole deck, hidden ones too, as the report has them."""
        keys = list(self.arranged(natural))
        if key not in keys:
            return self
        keys.remove(key)
        keys.insert(max(0, min(to, len(keys))), key)
        return replace(self, order=() if keys == list(natural) else tuple(keys))

    def restore(self, key: str) -> DeckEdits:
        """The slide is shown, and says what the report says; where it stands stays."""
        return self.show(key).edit(key, SlideText())

    def arranged(self, natural: Sequence[str]) -> tuple[str, ...]:
        """The keys in the order of the show."""
        known = set(natural)
        ordered = [key for key in _unique(self.order) if key in known]
        named = set(ordered)
        after: dict[str | None, list[str]] = {}  # what follows a named slide, or nothing, by nature
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
    """Points for an editor: one a line, what goes on below indented."""
    return "\n".join(point.replace("\n", "\n    ") for point in points)


def from_lines(text: str) -> tuple[str, ...]:
    """The points of an editor's text, see `as_lines`."""
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
