"""Pages on sheets: hand-outs, scripts, booklets, the files stay tagged and archival."""

from __future__ import annotations

import re
from io import BytesIO
from typing import Any

import pikepdf
import pytest

from gaohang_viewer.report.heading_mark import split_mark
from gaohang_viewer.report.model import Report, Section
from gaohang_viewer.typeset.engine.compiler import compile_job
from gaohang_viewer.typeset.engine.job import Job
from gaohang_viewer.typeset.paper_job import paper_job
from gaohang_viewer.typeset.paper_options import Form, PaperOptions
from tests.typeset.conftest import ReadBack
from tests.typeset.tagged import Tagged

REPORT = Report(
    "勇当排头兵",
    preamble="开头的话。",
    sections=tuple(
        Section(level, mark, title, 1, body)
        for level, mark, title, body in (
            (1, "一、", "回望奋斗路", "甲段正文，见[网页](https://example.org/a)。\n\n- 要点子\n- 要点丑"),
            (2, "（一）", "经济更强", "乙段正文。"),
            (2, "（二）", "民生更好", "丙段正文。"),
            (1, "二、", "奋进新征程", "丁段正文。"),
            (2, "（一）", "指导思想", "戊段正文。\n\n" * 3),
            (2, "（二）", "主要目标", "己段正文。"),
        )
    ),
)
EVERY_FORM = tuple(Form)


def made(form: Form, **options: Any) -> bytes:
    return compile_job(paper_job(REPORT, None, PaperOptions(form, **options))).pdf


@pytest.fixture(scope="module")
def papers() -> dict[Form, bytes]:
    return {form: made(form) for form in EVERY_FORM}


@pytest.mark.parametrize("form", EVERY_FORM)
def test_every_form_is_archival_and_tagged(papers: dict[Form, bytes], form: Form) -> None:
    Tagged(papers[form]).check()
    with pikepdf.open(BytesIO(papers[form])) as file:
        about = file.Root.Metadata.read_bytes().decode()
        assert re.search(r"pdfaid:part>?\W*2", about)
        assert re.search(r"pdfaid:conformance>?\W*A", about)
        assert re.search(r"pdfuaid:part>?\W*1", about)
        assert REPORT.title in about
        assert str(file.Root.Lang).startswith("zh")
        assert file.Root.MarkInfo.Marked


@pytest.mark.parametrize("form", EVERY_FORM)
def test_the_same_input_gives_the_same_bytes(papers: dict[Form, bytes], form: Form) -> None:
    assert made(form) == papers[form]


@pytest.mark.parametrize("form", EVERY_FORM)
def test_a_job_survives_the_way_to_another_process(form: Form) -> None:
    job = paper_job(REPORT, None, PaperOptions(form, first=1, last=2))
    again = Job.from_json(job.to_json())
    assert again.to_json() == job.to_json()
    assert again.sheets == job.sheets or again.sheets is not None


def test_three_on_a_sheet_leave_lines_for_notes(papers: dict[Form, bytes]) -> None:
    with pikepdf.open(BytesIO(papers[Form.HANDOUT3])) as file:
        strokes = file.pages[0].obj.Resources.XObject.Around.read_bytes().count(b" l\n")
    assert strokes >= 3 * 5


def test_bookmarks_lead_to_the_sheet_of_their_slide(papers: dict[Form, bytes]) -> None:
    paper = ReadBack(papers[Form.HANDOUT4])
    for item in paper.document.get_toc():
        page, (_, words) = (
            item.get_dest().get_index(),
            split_mark(item.get_title()),
        )  # dividers number chapters
        assert "".join(words.split()) in "".join(paper.pages[page].split())


def test_a_script_has_the_whole_text_and_every_slide(papers: dict[Form, bytes]) -> None:
    paper = ReadBack(papers[Form.SCRIPT])
    for words in ("开头的话。", "甲段正文", "己段正文。"):
        assert words in paper.text
    with pikepdf.open(BytesIO(papers[Form.SCRIPT])) as file:
        drawn = sum(len(page.obj.Resources.get("/XObject", {})) for page in file.pages)
    slides = ReadBack(papers[Form.SLIDES])
    assert drawn == len(slides.document) - 1  # all but the contents
    assert [title for _, title in paper.bookmarks()][-1] == "（二）主要目标"


def test_slides_on_paper_spare_ink_unless_told_not_to() -> None:
    def ground(pdf: bytes) -> tuple[int, ...]:
        page = ReadBack(pdf).document[0].render(scale=0.3)
        return tuple(int(page.buffer[at]) for at in range(len(page.buffer)))

    sparing, full = (sum(ground(made(Form.HANDOUT2, spare_ink=spare))) for spare in (True, False))
    assert sparing > 1.2 * full


def test_only_chosen_sections_have_slides() -> None:
    paper = ReadBack(compile_job(paper_job(REPORT, {4, 5}, PaperOptions(Form.HANDOUT6))).pdf)
    assert "指导思想" in paper.text
    assert "经济更强" not in paper.text
