"""The sections that are selected for printing."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from gaohang_viewer.report.model import Outline


class Chosen(Enum):
    """How much of a section and all below it is selected."""

    NONE = 0
    PARTLY = 1
    WHOLLY = 2


class Choice:
    """A set of sections, selected by subtree like check boxes in a tree."""

    def __init__(self, outline: Outline, sections: Iterable[int] | None = None) -> None:
        self._outline = outline
        self.sections = set(range(len(outline.parents)) if sections is None else sections)

    def state(self, section: int) -> Chosen:
        """Returns how much of a section, with all below it, is selected."""
        subtree = self._outline.subtree(section)
        count = sum(index in self.sections for index in subtree)
        if count == len(subtree):
            return Chosen.WHOLLY
        return Chosen.PARTLY if count else Chosen.NONE

    def toggle(self, section: int) -> None:
        """Selects a section with all below it, or deselects it if it was wholly selected."""
        subtree = self._outline.subtree(section)
        if self.state(section) is Chosen.WHOLLY:
            self.sections.difference_update(subtree)
        else:
            self.sections.update(subtree)

    def only(self, section: int) -> None:
        """Selects one section with all below it and nothing else."""
        self.sections = set(self._outline.subtree(section))

    def all(self) -> None:
        """Selects all sections."""
        self.sections = set(range(len(self._outline.parents)))

    def none(self) -> None:
        """Deselects all sections."""
        self.sections = set()
