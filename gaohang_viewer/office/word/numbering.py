"""Which headlines Word can number by itself, so that they come out with the marks that the report has."""

from __future__ import annotations

from collections.abc import Iterator

NUMBERED = 4
"""The levels that have automatic numbers: 一、 （一） 1. （1）"""

BULLETS = 2
"""The list of bullets in resources/office/numbering.xml."""

_HEADINGS = 1  # the list of headlines there
_LISTS = "2"  # the pattern of numbered lists
_MOST = 99
_DIGITS = "〇一二三四五六七八九"


def chinese(number: int) -> str:
    """A number from 1 to 99 as it is counted: 十, 二十一."""
    tens, ones = divmod(number, 10)
    return (_DIGITS[tens] if tens > 1 else "") + ("十" if tens else "") + (_DIGITS[ones] if ones else "")


def mark_of(level: int, number: int) -> str:
    """What Word prints before a headline of a level, from 1 to 4."""
    return (f"{chinese(number)}、", f"（{chinese(number)}）", f"{number}.", f"（{number}）")[level - 1]


class Numbers:
    """The lists of a document, counted as Word counts them: a level begins anew below a numbered higher one.

    Where it has to begin anew by itself, there is a list of its own for it, which goes on with the others.
    """

    def __init__(self) -> None:
        self._counts = [0] * NUMBERED
        self._current = [_HEADINGS] * NUMBERED
        self._nums: list[tuple[str, int, int]] = []  # the pattern, the level, the number to begin with

    def heading(self, level: int, mark: str) -> int:
        """The list that gives the next headline its mark; 0 if none does, and the mark has to be text."""
        if level > NUMBERED or not mark:
            return 0
        at = level - 1
        following = self._counts[at] + 1
        if following <= _MOST and mark.strip() == mark_of(level, following):
            self._counts[at] = following
        elif mark.strip() == mark_of(level, 1):
            self._counts[at] = 1
            self._current[at] = self._begun("0", at, 1)
        else:
            return 0
        self._counts[level:] = [0] * (NUMBERED - level)
        self._current[level:] = [self._current[at]] * (NUMBERED - level)
        return self._current[at]

    def numbered_list(self, depth: int, start: int) -> int:
        """A new numbered list that begins with a number."""
        return self._begun(_LISTS, depth, start)

    def _begun(self, pattern: str, level: int, start: int) -> int:
        self._nums.append((pattern, level, start))
        return BULLETS + len(self._nums)

    def xml(self) -> Iterator[str]:
        """The lists that resources/office/numbering.xml does not have yet."""
        for number, (pattern, level, start) in enumerate(self._nums, BULLETS + 1):
            yield (
                f'<w:num w:numId="{number}"><w:abstractNumId w:val="{pattern}"/>'
                f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{start}"/></w:lvlOverride></w:num>'
            )
