"""Which points stand on which page of a slide."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gaohang_viewer.typeset.slides.paging import Entry, distributed

WIDTH, ROOM = 832.0, (310.0, 310.0)
LINE = "十个字的要点在这一页上"
LONG = "坚持稳中求进工作总基调，完整准确全面贯彻新发展理念，" * 3


def sizes(
    body: list[tuple[str, str]], below: list[tuple[str, str]] | None = None, width: float = WIDTH
) -> list[int]:
    return [len(page) for page in distributed(body, below or [], width, ROOM)]


@pytest.mark.parametrize(
    ("count", "pages"),
    [(0, []), (1, [1]), (6, [6]), (10, [5, 5]), (11, [6, 5]), (16, [8, 8]), (20, [7, 7, 6])],
)
def test_pages_are_balanced(count: int, pages: list[int]) -> None:
    assert sorted(sizes([(LINE, "")] * count), reverse=True) == pages


def test_a_detail_stays_with_its_point() -> None:
    pages = distributed([(LINE, LONG)] * 9, [], WIDTH, ROOM)
    assert len(pages) > 2
    assert all(entry.detail == LONG for page in pages for entry in page)


def test_no_page_holds_one_line_if_another_has_more() -> None:
    pages = distributed([(LONG, "")] * 4 + [(LINE, "")], [], WIDTH, (210.0, 310.0))
    assert all(len(page) > 1 or page[0].text == LONG for page in pages)


def test_few_points_share_a_page_with_the_headlines_below() -> None:
    (page,) = distributed([(LINE, "")], [("（一）", "标题"), ("（二）", "标题")], WIDTH, ROOM)
    assert [entry.look for entry in page] == ["lead", "headline", "headline"]


def test_many_points_do_not_share_a_page_with_headlines() -> None:
    assert sizes([(LINE, "")] * 5, [("（一）", "标题")] * 4) == [5, 4]


def test_numbers_go_on_from_page_to_page() -> None:
    pages = distributed([(LINE, "")] * 10, [], WIDTH, ROOM)
    assert [entry.number for page in pages for entry in page] == list(range(1, 11))


def test_a_point_longer_than_a_page_goes_on_after_a_sentence() -> None:
    sentence = "坚持稳中求进工作总基调，完整准确全面贯彻新发展理念。"
    pages = distributed([(sentence * 30, "")], [], WIDTH, ROOM)
    assert len(pages) > 1
    entries = [entry for page in pages for entry in page]
    assert [entry.look for entry in entries] == ["point", *["more"] * (len(entries) - 1)]
    assert all(entry.text.endswith("。") for entry in entries)


def test_headlines_and_points_are_equal_in_any_order_of_widths() -> None:
    assert sizes([(LINE, "")] * 10, width=624.0) == [5, 5]


@given(
    st.lists(st.tuples(st.text("字词，。a1", max_size=400), st.text("字，。", max_size=300)), max_size=12),
    st.lists(st.tuples(st.sampled_from(["", "（一）"]), st.text("标题", max_size=60)), max_size=12),
    st.sampled_from([832.0, 624.0]),
    st.tuples(st.floats(80, 320), st.floats(250, 320)),
)
def test_nothing_is_lost(
    body: list[tuple[str, str]], below: list[tuple[str, str]], width: float, room: tuple[float, float]
) -> None:
    pages = distributed(body, below, width, room)
    assert all(pages)
    entries: list[Entry] = [entry for page in pages for entry in page]
    words = "".join(entry.mark + entry.text + entry.detail for entry in entries)
    assert words == "".join(part for pair in (*body, *below) for part in pair)
