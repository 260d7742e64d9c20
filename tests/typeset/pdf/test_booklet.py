"""The booklet: A5 pages on A4 sheets, in such an order that the folded sheets read from the first to the last."""

from __future__ import annotations

import re

import pytest

from gaohang_viewer.report.model import Report, Section
from gaohang_viewer.typeset.engine.compiler import compile_job
from gaohang_viewer.typeset.engine.job import Job
from gaohang_viewer.typeset.paper_job import paper_job
from gaohang_viewer.typeset.paper_options import Form, PaperOptions
from tests.typeset.conftest import ReadBack
from tests.typeset.tagged import SMALL, Tagged, listed

_BOOKLET = PaperOptions(Form.BOOKLET)


def of_chapters(count: int) -> Report:
    """A report whose chapters fill more than a page each."""
    return Report("题", sections=tuple(Section(1, "", f"第{n}章", 1, "文。\n\n" * 30) for n in range(count)))


def halves(paper: ReadBack) -> list[str]:
    """The words on the halves of sheets, in the order in which the folded booklet shows them."""
    count = 2 * len(paper.document)
    found = [""] * count
    for side in range(len(paper.document)):
        back = side % 2
        left, right = (side, count - 1 - side) if back else (count - 1 - side, side)
        width, height = paper.document[side].get_size()
        text = paper.document[side].get_textpage()
        found[left] = text.get_text_bounded(0, 0, width / 2, height)
        found[right] = text.get_text_bounded(width / 2, 0, width, height)
    return found


@pytest.mark.parametrize("chapters", [1, 2, 3, 4, 5])
def test_the_folded_sheets_show_the_pages_in_their_order(chapters: int) -> None:
    paper = ReadBack(compile_job(paper_job(of_chapters(chapters), None, _BOOKLET)).pdf)
    assert len(paper.document) % 2 == 0, "both sides of every sheet are there"
    width, height = paper.document[0].get_size()
    assert (width, height) == pytest.approx((841.89, 595.28), abs=0.1)
    pages = halves(paper)
    told = re.findall(r"第(\d)章", "".join("".join(pages[1:]).split()))
    assert [int(one) for one in dict.fromkeys(told)] == list(range(chapters))
    written = [bool(words.strip()) for words in pages]
    assert written == sorted(written, reverse=True), "empty pages come last"
    assert sum(not one for one in written) < 4


def test_tags_links_and_bookmarks_are_where_their_pages_are() -> None:
    pdf = compile_job(paper_job(SMALL, None, _BOOKLET)).pdf
    paper, tagged = ReadBack(pdf), Tagged(pdf)
    tagged.check()
    for title, sheet, (x, y) in tagged.bookmarks():
        if title in paper.pages[sheet]:
            height = paper.document[sheet].get_height()
            text = paper.document[sheet].get_textpage()
            half = text.get_text_bounded(0 if x < 420 else 420, y - 60, 420 if x < 420 else 842, y + 20)
            assert "".join(title.split()) in "".join(half.split())
            assert 0 < y < height
        else:
            pytest.fail(f"{title} is not on its sheet")


def test_links_and_tables_cover_their_words_on_either_half() -> None:
    names = "甲乙丙丁戊己"
    sections = tuple(
        Section(
            1,
            "",
            f"{name}章",
            1,
            f"[去{name}处](https://e.org/)\n\n|指标|\n|---|\n|{name}数|\n\n" + "文。\n\n" * 19,
        )
        for name in names
    )
    pdf = compile_job(paper_job(Report("题", sections=sections), None, _BOOKLET)).pdf
    paper, tagged = ReadBack(pdf), Tagged(pdf)
    links = [
        note.Rect for page in tagged.pages for note in page.get("/Annots", ()) if "/URI" in note.get("/A", {})
    ]
    tables = [
        next(one for one in listed(it.A) if "/BBox" in one).BBox
        for it in tagged.elements()
        if it.get("/S") == "/Table"
    ]
    lefts = set()
    for words, boxes in [(f"去{name}处", links) for name in names] + [
        (f"{name}数", tables) for name in names
    ]:
        page = next(at for at, text in enumerate(paper.pages) if words in text)
        x, top = paper.place(page, words)
        y = paper.document[page].get_height() - top
        assert any(
            box[0] - 1 <= x <= box[2] and box[1] - 2 <= y <= box[3] + 2
            for box in ([float(value) for value in box] for box in boxes)
        ), words
        lefts.add(x > 421)
    assert lefts == {True, False}


def test_the_same_report_gives_the_same_bytes_in_any_process() -> None:
    job = paper_job(SMALL, None, _BOOKLET)
    assert compile_job(Job.from_json(job.to_json())).pdf == compile_job(job).pdf
