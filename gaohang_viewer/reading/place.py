"""Where the reader is, and where he has been: plain values, no Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from gaohang_viewer.report.model import Report

FRONT = -1  # the front page: title, subtitle, edition, and the text before the first section
_PAGE_CHARACTERS = 2000


class Place(NamedTuple):
    """A section (its index in document order, or FRONT) and how far its page is scrolled, in px at 100 %.

    `scroll` None means: wherever the section's headline is.
    """

    section: int = FRONT
    scroll: float | None = None


class History:
    """The places that Back and Forward lead to, as in a web browser."""

    def __init__(self, start: Place) -> None:
        self._places = [start]
        self._at = 0

    @property
    def now(self) -> Place:
        return self._places[self._at]

    @property
    def can_go_back(self) -> bool:
        return self._at > 0

    @property
    def can_go_forward(self) -> bool:
        return self._at + 1 < len(self._places)

    def go(self, place: Place) -> None:
        """A new place; what was ahead is forgotten. The same section again makes no new entry."""
        if place.section != self.now.section:
            del self._places[self._at + 1 :]
            self._places.append(place)
            self._at += 1
        else:
            self.settle(place)

    def settle(self, place: Place) -> None:
        """The present place has moved, by scrolling, without the reader having gone anywhere."""
        self._places[self._at] = place

    def scrolled(self, scroll: float) -> None:
        """Keeps the scroll position of the present place, to come back to."""
        self.settle(self.now._replace(scroll=scroll))

    def back(self) -> Place:
        self._at = max(self._at - 1, 0)
        return self.now

    def forward(self) -> Place:
        self._at = min(self._at + 1, len(self._places) - 1)
        return self.now


def page_of(report: Report, section: int) -> range:
    """The sections shown together with one: its largest ancestor that is short enough to read as one page.

    A long section that holds others is shown alone, with links to them.
    """
    if section == FRONT:
        return range(0)
    outline = report.outline
    for ancestor in outline.path(section):
        subtree = outline.subtree(ancestor)
        length = 0
        for index in subtree:
            length += len(report.sections[index].body)
            if length > _PAGE_CHARACTERS:
                break
        else:
            return subtree
    return range(section, section + 1)
