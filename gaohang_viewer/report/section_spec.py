"""Parses a list of sections as typed by a user: "1,3.2,四"."""

from __future__ import annotations

import re

from gaohang_viewer.report.model import Report

_SEPARATOR = re.compile("[,，;；、\\s]+")
_PLACE = re.compile(r"\d+(?:\.\d+)*")
_SIGNS = re.compile("[\\s()（）〔〕、.．:：,，。“”‘’\"']")


class UnknownSection(ValueError):
    """`piece` refers to no section of the report."""

    def __init__(self, piece: str) -> None:
        super().__init__(piece)
        self.piece = piece


def select(report: Report, spec: str) -> frozenset[int]:
    """Returns the sections, each with all below it, that a comma-separated list names.

    An entry is a place in the outline (3.2: the second section of the third chapter), a printed mark (四,
    四、 or （二）: the first section with it) or the beginning of a title. Raises UnknownSection.
    """
    pieces = [piece for piece in _SEPARATOR.split(spec.strip()) if _SIGNS.sub("", piece)]
    if not pieces:
        raise UnknownSection(spec.strip())
    outline = report.outline
    return frozenset(index for piece in pieces for index in outline.subtree(_find(report, piece)))


def _find(report: Report, piece: str) -> int:
    if _PLACE.fullmatch(piece):
        return _at(report, piece)
    wanted = _SIGNS.sub("", piece)
    sections = range(len(report.sections))
    # Highest sections first, so that 四 is the fourth chapter and not an earlier （四）
    for index in sorted(sections, key=lambda at: report.sections[at].level):
        if _SIGNS.sub("", report.sections[index].mark) == wanted and _same_kind(report, index, piece):
            return index
    for index in sections:
        section = report.sections[index]
        if _SIGNS.sub("", section.title).startswith(wanted) or _SIGNS.sub("", section.headline).startswith(
            wanted
        ):
            return index
    raise UnknownSection(piece)


def _same_kind(report: Report, index: int, piece: str) -> bool:
    """Returns whether a mark has brackets if the typed one has: （二） needs them, 二 does not."""
    bracketed = piece[0] in "(（"
    return not bracketed or report.sections[index].mark.lstrip()[:1] in ("(", "（")


def _at(report: Report, place: str) -> int:
    """Returns the section at a place in the outline, counted from 1."""
    siblings = report.outline.roots
    found = -1
    for step in place.split("."):
        row = int(step) - 1
        if not 0 <= row < len(siblings):
            raise UnknownSection(place)
        found = siblings[row]
        siblings = report.outline.children[found]
    return found
