"""Which section each page belongs to, and back."""

from __future__ import annotations

import pytest

from gaohang_viewer.presenting.show.pages import page_of_section, same_place, section_starts, show_pages
from gaohang_viewer.typeset.engine.job import Pages
from gaohang_viewer.typeset.slides.deck import Kind, Slide


def slide(kind: Kind, key: str, section: int | None = None, text: str = "") -> Slide:
    return Slide(kind, key, section, text)


SLIDES = [
    slide(Kind.COVER, "cover", text="报告"),
    slide(Kind.CONTENTS, "contents"),
    slide(Kind.DIVIDER, "divider/一", 0, "一"),
    slide(Kind.SECTION, "section/一", 0, "一"),
    slide(Kind.SECTION, "section/二", 1, "二"),
    slide(Kind.SECTION, "section/四", 3, "四"),
]
STARTS = (1, 2, 3, 4, 6, 9)
PAGES = show_pages(SLIDES, Pages(b"", STARTS, 9, ((), (), (), (0.4, 0.5), (0.3,))))


def test_pages() -> None:
    assert [page.number for page in PAGES] == [1, 2, 3, 4, 5, 6, 7, 8, 9]
    assert [page.section for page in PAGES] == [None, None, 0, 0, 0, 1, 1, 1, 3]
    assert [page.part for page in PAGES] == [0, 0, 0, 0, 1, 0, 1, 2, 0]
    assert [page.slide for page in PAGES] == [0, 1, 2, 3, 3, 4, 4, 4, 5]


def test_pages_know_their_titles_keys_and_points() -> None:
    assert [page.title for page in PAGES[:4]] == ["报告", "", "一", "一"]
    assert [page.key for page in PAGES[3:6]] == ["section/一", "section/一@1", "section/二"]
    assert [page.tops for page in PAGES[3:6]] == [(0.4, 0.5), (0.3,), ()]


@pytest.mark.parametrize(("section", "page"), [(0, 3), (1, 6), (2, 6), (3, 9)])
def test_page_of_section(section: int, page: int) -> None:
    assert page_of_section(PAGES, section) == page


def test_without_any_section_the_cover_stands_for_all() -> None:
    assert page_of_section(PAGES[:2], 3) == 1


def test_section_starts() -> None:
    assert section_starts(PAGES) == (1, 3, 6, 9)


def test_another_deck_is_entered_at_the_same_place() -> None:
    longer = show_pages(SLIDES, Pages(b"", (1, 2, 4, 6, 8, 10), 10))
    goals = [same_place(PAGES, number, longer) for number in range(1, 10)]
    assert goals == [1, 2, 4, 6, 7, 8, 9, 9, 10]
    without = show_pages(SLIDES[:3], Pages(b"", STARTS[:3], 3))
    assert same_place(PAGES, 9, without) == 3
    assert same_place((), 7, without) == 3


def test_a_section_put_in_before_makes_no_difference() -> None:
    more = [
        *SLIDES[:2],
        slide(Kind.SECTION, "section/零", 0),
        *(replace_section(each) for each in SLIDES[2:]),
    ]
    pages = show_pages(more, Pages(b"", (1, 2, 3, 4, 5, 7, 10), 10))
    assert [same_place(PAGES, number, pages) for number in (1, 3, 4, 9)] == [1, 4, 5, 10]


def replace_section(old: Slide) -> Slide:
    return slide(old.kind, old.key, (old.section or 0) + 1)
