"""Which sections are chosen for printing."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from gaohang_viewer.report.model import Outline


class Chosen(Enum):
    """How much of a section, and all below it, is chosen."""

    NONE = 0
    PARTLY = 1
    WHOLLY = 2


class Choice:
    """A set of sections, chosen by subtree as tick boxes do."""

    def __init__(self, outline: Outline, sections: Iterable[int] | None = None) -> None:
        self._outline = outline
        self.sections = set(range(len(outline.parents)) if sections is None else sections)

    def state(self, section: int) -> Chosen:
        subtree = self._outline.subtree(section)
        count = sum(index in self.sections for index in subtree)
        if count == len(subtree):
            return Chosen.WHOLLY
        return Chosen.PARTLY if count else Chosen.NONE

    def toggle(self, section: int) -> None:
        """Chooses a section with all below it, or drops it if it was wholly chosen."""
        subtree = self._outline.subtree(section)
        if self.state(section) is Chosen.WHOLLY:
            self.sections.difference_update(subtree)
        else:
            self.sections.update(subtree)

    def only(self, section: int) -> None:
        """Chooses one section with all below it and nothing else."""
        self.sections = set(self._outline.subtree(section))

    def all(self) -> None:
        self.sections = set(range(len(self._outline.parents)))

    def none(self) -> None:
        self.sections = set()
