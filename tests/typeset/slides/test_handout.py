"""Slides on paper: one a page, and 2, 3, 4 or 6 on the sheet of a hand-out, with all that a tagged file has."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest

from gaohang_viewer.typeset.engine.compiler import compile_job
from gaohang_viewer.typeset.engine.job import Job
from gaohang_viewer.typeset.paper_job import paper_job
from gaohang_viewer.typeset.paper_options import HANDOUTS, Form, PaperOptions
from gaohang_viewer.typeset.slides.deck_options import ASPECTS, DeckOptions
from tests.typeset.conftest import ReadBack
from tests.typeset.tagged import SMALL, Tagged

_HANDOUTS = tuple(HANDOUTS)


@cache
def made(form: Form, aspect: str = "16:9", **options: Any) -> bytes:
    wanted = PaperOptions(form, spare_ink=False, deck=DeckOptions(aspect=aspect), **options)
    return compile_job(paper_job(SMALL, None, wanted)).pdf


@pytest.fixture(scope="module")
def papers() -> dict[Form, bytes]:
    return {form: made(form, "16:9") for form in (Form.SLIDES, *_HANDOUTS)}


@pytest.mark.parametrize("form", [Form.SLIDES, *_HANDOUTS])
def test_all_that_is_drawn_is_tagged_or_an_artifact(papers: dict[Form, bytes], form: Form) -> None:
    Tagged(papers[form]).check()


@pytest.mark.parametrize("form", _HANDOUTS)
def test_the_tags_read_as_those_of_the_slides_do(papers: dict[Form, bytes], form: Form) -> None:
    slides, paper = Tagged(papers[Form.SLIDES]), Tagged(papers[form])
    kinds = [str(element.get("/S")) for element in slides.elements()]
    assert [str(element.get("/S")) for element in paper.elements()] == kinds

    def told(file: Tagged) -> list[tuple[int, int]]:  # the slide, counted as they come up, and its part
        order: dict[Any, int] = {}
        return [(order.setdefault(owner, len(order)), number) for owner, number in file.content()]

    assert told(paper) == told(slides)


@pytest.mark.parametrize("aspect", ASPECTS)
@pytest.mark.parametrize("form", _HANDOUTS)
def test_every_slide_lies_in_a_place_of_its_own_with_all_its_words(form: Form, aspect: str) -> None:
    slides = ReadBack(made(Form.SLIDES, aspect))
    pdf = made(form, aspect)
    paper, tagged = ReadBack(pdf), Tagged(pdf)
    per = HANDOUTS[form]
    count = len(slides.pages)
    assert len(paper.pages) == -(-count // per)
    width, height = paper.document[0].get_size()
    assert sorted((width, height)) == pytest.approx([595.28, 841.89], abs=0.1)
    assert (width > height) is (per == 4)
    shape = ASPECTS[aspect] / 540
    for sheet in range(len(paper.pages)):
        boxes = [it.box for it in tagged.drawn(sheet) if it.stream.get("/StructParents") is not None]
        boxes = boxes or [it.box for it in tagged.drawn(sheet) if abs(_shape(it.box) - shape) < 0.01]
        here = range(sheet * per, min(sheet * per + per, count))
        assert len(boxes) == len(here)
        text = paper.document[sheet].get_textpage()
        for slide, (left, bottom, right, top) in zip(here, boxes, strict=True):
            assert _shape((left, bottom, right, top)) == pytest.approx(shape, abs=0.01)
            assert 30 < left < right < width - 30
            assert 30 < bottom < top < height - 30
            inside = "".join(text.get_text_bounded(left, bottom, right, top).split())
            assert sorted(inside) == sorted("".join(slides.pages[slide].split()))
        for one in boxes:
            assert not any(_overlap(one, other) for other in boxes if other is not one)


def _shape(box: tuple[float, float, float, float]) -> float:
    left, bottom, right, top = box
    return (right - left) / (top - bottom)


def _overlap(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


@pytest.mark.parametrize("form", _HANDOUTS)
def test_bookmarks_lead_to_the_place_of_their_slide(papers: dict[Form, bytes], form: Form) -> None:
    slides, paper = Tagged(papers[Form.SLIDES]), Tagged(papers[form])
    titles = [title for title, _, _ in slides.bookmarks()]
    assert [title for title, _, _ in paper.bookmarks()] == titles
    per = HANDOUTS[form]
    for (title, slide, _), (_, sheet, (x, y)) in zip(slides.bookmarks(), paper.bookmarks(), strict=True):
        assert sheet == slide // per, title
        left, bottom, right, top = [
            it.box for it in paper.drawn(sheet) if it.stream.get("/StructParents") is not None
        ][slide % per]
        assert left - 1 <= x <= right, title
        assert bottom <= y <= top + 1, title


def test_three_on_a_sheet_have_lines_beside_each_slide(papers: dict[Form, bytes]) -> None:
    page = ReadBack(papers[Form.HANDOUT3]).document[0]
    width, height = page.get_size()
    boxes = [one.get_bounds() for one in page.get_objects(max_depth=3)]
    lines = [
        top
        for left, bottom, right, top in boxes
        if left > width / 2 and right - left > 0.25 * width and top - bottom < 2 and top < height - 65
    ]
    tagged = Tagged(papers[Form.HANDOUT3])
    slides = [it.box for it in tagged.drawn(0) if it.stream.get("/StructParents") is not None]
    for _, bottom, _, top in slides:
        assert sum(bottom - 1 <= y <= top + 1 for y in lines) >= 5


@pytest.mark.parametrize("form", [Form.SLIDES, *_HANDOUTS])
def test_a_file_says_what_it_is(papers: dict[Form, bytes], form: Form) -> None:
    paper = Tagged(papers[form])
    metadata = "".join(paper.metadata.split())
    for said in ("pdfaid:part>2<", "pdfaid:conformance>A<", "pdfuaid:part>1<", SMALL.title):
        assert said in metadata
    assert paper.file.Root.Lang == "zh" or str(paper.file.Root.Lang).startswith("zh-")
    assert bool(paper.file.Root.MarkInfo.Marked)
    assert bool(paper.file.Root.ViewerPreferences.DisplayDocTitle)


@pytest.mark.parametrize("form", _HANDOUTS)
def test_a_sheet_costs_no_second_copy_of_a_face(papers: dict[Form, bytes], form: Form) -> None:
    def faces(pdf: bytes) -> int:
        return sum(
            1
            for one in Tagged(pdf).file.objects
            if hasattr(one, "keys") and one.get("/Type") == "/FontDescriptor"
        )

    # Head, foot and numbers need a few of their own; those of the slides are there once.
    assert faces(papers[form]) <= faces(papers[Form.SLIDES]) + 4


@pytest.mark.parametrize("form", [Form.SLIDES, *_HANDOUTS])
def test_the_same_report_gives_the_same_bytes_in_any_process(papers: dict[Form, bytes], form: Form) -> None:
    job = paper_job(SMALL, None, PaperOptions(form, spare_ink=False))
    assert compile_job(Job.from_json(job.to_json())).pdf == papers[form]


def test_only_chosen_sections_are_on_the_sheets() -> None:
    paper = ReadBack(compile_job(paper_job(SMALL, {4, 5}, PaperOptions(Form.HANDOUT6))).pdf)
    assert "总体要求" in paper.text
    assert "招商引资" not in paper.text
