"""The changes of a deck, with undo and redo."""

from __future__ import annotations

import secrets
from dataclasses import replace
from typing import TYPE_CHECKING

from gaohang_viewer.typeset.slides.deck_edits import ADDED, DeckEdits, NewSlide, SlideText

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from gaohang_viewer.typeset.slides.deck import Slide

_MOST = 500  # changes that can be undone


class DeckChanges:
    """The changes of one report's deck. Every method that changes them returns whether anything differs."""

    def __init__(self, edits: DeckEdits) -> None:
        self.now = edits
        self._before: list[DeckEdits] = []
        self._after: list[DeckEdits] = []
        self._original: dict[
            str, SlideText
        ] = {}  # texts of reworded slides before the change, as far as known

    @property
    def can_undo(self) -> bool:
        return bool(self._before)

    @property
    def can_redo(self) -> bool:
        return bool(self._after)

    def undo(self) -> bool:
        return self._shift(self._before, self._after)

    def redo(self) -> bool:
        return self._shift(self._after, self._before)

    def show(self, keys: Iterable[str], *, shown: bool) -> bool:
        """Shows slides again, or hides them."""
        named = frozenset(keys)
        hidden = self.now.hidden - named if shown else self.now.hidden | named
        return self._apply(replace(self.now, hidden=hidden))

    def move(self, natural: Sequence[str], keys: Iterable[str], before: str | None) -> bool:
        """Moves slides, in their present order, before another one (None: to the end). `natural` are all keys
        in the report's order."""
        moving = set(keys)
        order = list(self.now.arranged(natural))
        rest = [key for key in order if key not in moving]
        at = len(rest)
        if before is not None and before in order:
            at = sum(key not in moving for key in order[: order.index(before)])
        order = [*rest[:at], *(key for key in order if key in moving), *rest[at:]]
        placed = list(self.now.placed(natural))
        return self._apply(replace(self.now, order=() if order == placed else tuple(order)))

    def reword(self, slide: Slide, text: SlideText) -> bool:
        """Changes a slide's text; parts that equal the report's are not stored."""
        if slide.key not in self.now.texts:
            self._original[slide.key] = slide.words()
        plain, before = self._original.get(slide.key), self.now.texts.get(slide.key, SlideText())
        said = self.words(slide)
        headline = before.headline if text.headline == said.headline else text.headline
        points = before.points if text.points == said.points else text.points
        if plain is not None:
            headline = "" if headline == plain.headline else headline
            points = None if points == plain.points else points
        return self._apply(self.now.edit(slide.key, SlideText(headline, points)))

    def restore(self, keys: Iterable[str]) -> bool:
        """Restores slides to the report's text and shows them; their order stays."""
        edits = self.now
        for key in keys:
            edits = edits.restore(key)
        return self._apply(edits)

    def restore_all(self) -> bool:
        """Discards all changes of slides; the report's own settings stay."""
        return self._apply(DeckEdits(own=self.now.own))

    @property
    def has_slides_changed(self) -> bool:
        """Whether any slide differs from what the report makes."""
        return self.now != DeckEdits(own=self.now.own)

    def add(self, kind: str, after: str, text: SlideText, picture: bytes = b"") -> str:
        """Adds a slide after another one; returns its key."""
        key = ADDED + secrets.token_hex(4)  # never that of a removed one, whose ink would be on it
        self._apply(self.now.add(key, NewSlide(kind, after, picture)).edit(key, text))
        return key

    def replace_picture(self, key: str, picture: bytes) -> bool:
        """Gives an added slide another picture."""
        new = self.now.added.get(key)
        return new is not None and self._apply(self.now.add(key, new._replace(picture=picture)))

    def remove(self, keys: Iterable[str]) -> bool:
        """Removes added slides; others stay."""
        edits = self.now
        for key in keys:
            edits = edits.remove(key)
        return self._apply(edits)

    def set_detail(self, keys: Iterable[str], detail: str) -> bool:
        """Sets the detail of single sections, by the keys of their slides of points."""
        edits = self.now
        for key in keys:
            edits = edits.with_detail(key, detail)
        return self._apply(edits)

    def set_own(self, key: str, value: bool | str) -> bool:
        """Sets the report's own value of a setting."""
        return self._apply(self.now.with_own(key, value))

    def words(self, slide: Slide) -> SlideText:
        """A slide's text after all changes; the slide may be of an older deck."""
        said, text = slide.words(), self.now.texts.get(slide.key)
        plain = self._original.get(slide.key, said)
        if text is None:
            return plain
        points = plain.points if text.points is None else text.points
        return SlideText(text.headline or plain.headline, points)

    def forget_restored(self) -> None:
        """To be called when the deck has been made with these changes: slides without a changed text now have
        the report's."""
        self._original = {key: text for key, text in self._original.items() if key in self.now.texts}

    def _apply(self, edits: DeckEdits) -> bool:
        if edits == self.now:
            return False
        self._before = [*self._before[1 - _MOST :], self.now]
        self._after = []
        self.now = edits
        return True

    def _shift(self, these: list[DeckEdits], others: list[DeckEdits]) -> bool:
        if not these:
            return False
        others.append(self.now)
        self.now = these.pop()
        return True
