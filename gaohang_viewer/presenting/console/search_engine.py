"""Finds sections by the words of their headlines and texts, or by pinyin and its initials."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from gaohang_viewer.report.folding import fold
from gaohang_viewer.report.headline_search import matches
from gaohang_viewer.report.headline_text import headline
from gaohang_viewer.report.search import folded, snippets

if TYPE_CHECKING:
    from gaohang_viewer.report.model import Report

MOST = 100  # results at most
_AT_ONCE = 200  # sections whose texts are folded together, in a few ms


class SectionMatch(NamedTuple):
    """A section that matches. The hit is `text[start:end]`, or without a text `headline[start:end]`."""

    section: int
    headline: str
    text: str
    start: int
    end: int


class SectionFinder:
    """Searches one report. Texts are folded in portions: call `fold_more` until it returns False."""

    def __init__(self, report: Report, *, wide: bool) -> None:
        self._report = report
        self._headlines = [headline(section, wide) for section in report.sections]
        self._folded = [fold(name) for name in self._headlines]
        self._texts: list[str] = []

    def fold_more(self) -> bool:
        """Folds further texts; returns whether some remain."""
        here, count = len(self._texts), len(self._headlines)
        if here < count:
            self._texts += folded(self._report, range(here, min(here + _AT_ONCE, count)))
        return len(self._texts) < count

    def find(self, query: str) -> list[SectionMatch]:
        """Sections whose headlines match, the best first, then those whose folded texts do."""
        wanted = fold(query)
        if not wanted:
            return []
        best = sorted(matches(query, self._headlines, self._folded))[:MOST]
        found = [
            SectionMatch(match.number, self._headlines[match.number], "", match.start, match.end)
            for match in best
        ]
        named = {match.number for match in best}
        for section, text in enumerate(self._texts):
            if len(found) >= MOST:
                break
            if section not in named and wanted in text:
                found += [
                    SectionMatch(section, self._headlines[section], hit.text, hit.start, hit.end)
                    for hit in snippets(self._report, section, wanted, 1)
                ]
        return found
