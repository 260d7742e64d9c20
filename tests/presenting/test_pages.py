"""Which section each page belongs to, and back."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from gaohang_viewer.presenting.pages import (
    ShowPage,
    page_of_section,
    same_place,
    section_starts,
    show_pages,
)
from gaohang_viewer.report.model import Report, Section


@dataclass
class Slide:
    section: int | None
    lines: tuple[str, ...] = ("一行",)


REPORT = Report("报告", sections=tuple(Section(1, f"{n}.", f"路,第{n}节", n) for n in range(1, 5)))
SLIDES = [Slide(None), Slide(None, ()), Slide(0), Slide(0), Slide(1), Slide(3)]
STARTS = (1, 2, 3, 4, 6, 9)
PAGES = show_pages(SLIDES, STARTS, 9, REPORT, full_width=True)


def test_pages() -> None:
    assert [page.number for page in PAGES] == [1, 2, 3, 4, 5, 6, 7, 8, 9]
    assert [page.section for page in PAGES] == [None, None, 0, 0, 0, 1, 1, 1, 3]
    assert [page.part for page in PAGES] == [0, 0, 0, 0, 1, 0, 1, 2, 0]
    assert [page.slide for page in PAGES] == [0, 1, 2, 3, 3, 4, 4, 4, 5]


def test_titles_are_as_the_slides_print_them() -> None:
    assert [page.title for page in PAGES[:3]] == ["报告", "", "1.路，第1节"]
    assert show_pages(SLIDES, STARTS, 9, REPORT)[2].title == "1.路,第1节"


@pytest.mark.parametrize(("section", "page"), [(0, 3), (1, 6), (2, 6), (3, 9)])
def test_page_of_section(section: int, page: int) -> None:
    assert page_of_section(PAGES, section) == page


def test_without_any_section_the_cover_stands_for_all() -> None:
    assert page_of_section(PAGES[:2], 3) == 1


def test_section_starts() -> None:
    assert section_starts(PAGES) == (1, 3, 6, 9)


def test_another_deck_is_entered_at_the_same_place() -> None:
    longer = show_pages(SLIDES, (1, 2, 4, 6, 8, 10), 10, REPORT)
    goals = [same_place(PAGES, number, longer) for number in range(1, 10)]
    assert goals == [1, 2, 4, 5, 6, 8, 9, 9, 10]
    without: tuple[ShowPage, ...] = show_pages(SLIDES[:3], STARTS[:3], 3, REPORT)
    assert same_place(PAGES, 9, without) == 3
    assert same_place((), 7, without) == 3
