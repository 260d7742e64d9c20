"""Uses Word's automatic numbering for headlines whose marks it would produce."""

from __future__ import annotations

from collections.abc import Iterator

NUMBERED = 4
"""The number of levels with automatic numbers: 一、 （一） 1. （1） (GB/T 9704-2012, 7.3.3)."""

BULLETS = 2
"""The id of the bullet list in resources/office/numbering.xml."""

_HEADINGS = 1  # the id of the list of headlines there
_LISTS = "2"  # the abstract definition of numbered lists
_MOST = 99
_DIGITS = "〇一二三四五六七八九"


def chinese(number: int) -> str:
    """Formats a number from 1 to 99 in Chinese: 十, 二十一."""
    tens, ones = divmod(number, 10)
    return (_DIGITS[tens] if tens > 1 else "") + ("十" if tens else "") + (_DIGITS[ones] if ones else "")


def mark_of(level: int, number: int) -> str:
    """Returns the mark that Word prints before a headline of a level, from 1 to 4."""
    return (f"{chinese(number)}、", f"（{chinese(number)}）", f"{number}.", f"（{number}）")[level - 1]


class Numbers:
    """The lists of a document, counted like Word: a level restarts after a numbered headline above it.

    Where a level must restart elsewhere, a new list is created that continues the others.
    """

    def __init__(self) -> None:
        self._counts = [0] * NUMBERED
        self._current = [_HEADINGS] * NUMBERED
        self._nums: list[tuple[str, int, int]] = []  # abstract definition, level, start value

    def heading(self, level: int, mark: str) -> int:
        """Returns the id of the list that numbers the next headline; 0 if its mark must be text."""
        if level > NUMBERED or not mark:
            return 0
        at = level - 1
        following = self._counts[at] + 1
        if following <= _MOST and mark.strip() == mark_of(level, following):
            self._counts[at] = following
        elif mark.strip() == mark_of(level, 1):
            self._counts[at] = 1
            self._current[at] = self._add_list("0", at, 1)
        else:
            return 0
        self._counts[level:] = [0] * (NUMBERED - level)
        self._current[level:] = [self._current[at]] * (NUMBERED - level)
        return self._current[at]

    def numbered_list(self, depth: int, start: int) -> int:
        """Adds a numbered list with a start value; returns its id."""
        return self._add_list(_LISTS, depth, start)

    def _add_list(self, pattern: str, level: int, start: int) -> int:
        self._nums.append((pattern, level, start))
        return BULLETS + len(self._nums)

    def xml(self) -> Iterator[str]:
        """Yields the lists to be added to resources/office/numbering.xml."""
        for number, (pattern, level, start) in enumerate(self._nums, BULLETS + 1):
            yield (
                f'<w:num w:numId="{number}"><w:abstractNumId w:val="{pattern}"/>'
                f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{start}"/></w:lvlOverride></w:num>'
            )
