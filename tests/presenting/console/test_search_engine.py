from __future__ import annotations

from gaohang_viewer.presenting.console.search_engine import MOST, SectionFinder
from gaohang_viewer.report.model import Report, Section
from tests.presenting.console.conftest import report


def test_headlines_come_first_then_texts_with_the_words_around_the_hit() -> None:
    finder = SectionFinder(report(), wide=True)
    assert [found.section for found in finder.find("税收")] == [1]  # texts are not ready yet
    finder.fold_more()
    first, second, *_ = finder.find("税收")
    assert (first.section, first.headline[first.start : first.end], first.text) == (1, "税收", "")
    assert (second.section, second.text[second.start : second.end]) == (2, "税收")
    assert finder.find("  ") == []


def test_a_large_report_is_read_in_portions_and_answers_are_limited() -> None:
    sections = tuple(Section(1, "", f"标题{number}", number, "税收") for number in range(450))
    finder = SectionFinder(Report("大", sections=sections), wide=True)
    portions = 1
    while finder.fold_more():
        portions += 1
    assert portions == 3
    assert len(finder.find("税收")) == MOST
