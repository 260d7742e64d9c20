"""Finds sections by words of their headlines and texts, by pinyin or its initials."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from gaohang_viewer.report.folding import fold
from gaohang_viewer.report.headline_search import matches
from gaohang_viewer.report.headline_text import headline
from gaohang_viewer.report.search import folded, snippets

if TYPE_CHECKING:
    from gaohang_viewer.report.model import Report

MOST = 100  # results that anybody looks through
_AT_ONCE = 200  # sections whose texts are folded at once: a few milliseconds


class SectionMatch(NamedTuple):
    """A section. What was found is `text[start:end]`, or without a text `headline[start:end]`."""

    section: int
    headline: str
    text: str
    start: int
    end: int


class SectionFinder:
    """Texts are folded in portions: `read_on` until it says that all is done."""

    def __init__(self, report: Report, *, wide: bool) -> None:
        self._report = report
        self._headlines = [headline(section, wide) for section in report.sections]
        self._folded = [fold(name) for name in self._headlines]
        self._texts: list[str] = []

    def fold_more(self) -> bool:
        """Makes more texts ready; False when all are."""
        here, count = len(self._texts), len(self._headlines)
        if here < count:
            self._texts += folded(self._report, range(here, min(here + _AT_ONCE, count)))
        return len(self._texts) < count

    def find(self, query: str) -> list[SectionMatch]:
        """Sections whose headlines match, the best first, then those whose texts do, of what is ready."""
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
