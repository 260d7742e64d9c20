"""A choice of pages: those that are left are the same, and nothing in the file tells of the others."""

from __future__ import annotations

from functools import cache

import pytest

from gaohang_viewer.report.model import Report, Section
from gaohang_viewer.typeset.engine.compiler import compile_job
from gaohang_viewer.typeset.paper_job import paper_job
from gaohang_viewer.typeset.paper_options import Form, PaperOptions
from gaohang_viewer.typeset.pdf.page_range import extract_pages
from tests.typeset.conftest import ReadBack
from tests.typeset.tagged import SMALL, Tagged

_FORMS = (Form.READING, Form.OFFICIAL, Form.SLIDES, Form.HANDOUT2, Form.HANDOUT6, Form.SCRIPT, Form.BOOKLET)


def made(form: Form, first: int = 0, last: int = 0) -> bytes:
    return compile_job(paper_job(SMALL, None, PaperOptions(form, first=first, last=last))).pdf


@cache
def whole_of(form: Form) -> bytes:
    return made(form)


@pytest.mark.parametrize("form", _FORMS)
@pytest.mark.parametrize(("first", "last"), [(2, 3), (2, 0), (0, 1), (99, 99), (3, 2)])
def test_the_pages_are_the_same_and_the_file_is_whole(form: Form, first: int, last: int) -> None:
    whole = whole_of(form)
    pdf = extract_pages(whole, first, last)
    before, after = Tagged(whole), Tagged(pdf)
    count = len(before.pages)
    begin = min(max(first, 1), count)
    end = min(max(last or count, begin), count)
    assert ReadBack(pdf).pages == ReadBack(whole).pages[begin - 1 : end]
    after.check()
    moved = [(title, page - begin + 1) for title, page, _ in before.bookmarks() if begin <= page + 1 <= end]
    found = [(title, page) for title, page, _ in after.bookmarks()]
    assert [one for one in found if one in moved] == moved


@pytest.mark.parametrize("form", _FORMS)
def test_the_same_pages_give_the_same_file(form: Form) -> None:
    assert made(form, 2, 3) == made(form, 2, 3)


@pytest.mark.parametrize("form", _FORMS)
def test_a_page_that_is_gone_leaves_nothing_of_its_weight(form: Form) -> None:
    assert len(extract_pages(whole_of(form), 1, 1)) < len(whole_of(form))


def test_words_of_other_pages_are_not_told_to_a_screen_reader() -> None:
    after = Tagged(made(Form.SLIDES, 1, 1))
    whole = Tagged(whole_of(Form.SLIDES))
    assert len(list(after.elements())) < 0.3 * len(list(whole.elements()))


def test_a_page_keeps_the_number_that_is_printed_on_it() -> None:
    assert ReadBack(made(Form.READING, 2, 2)).document.get_page_label(0) == "2"


@pytest.mark.parametrize("form", _FORMS)
@pytest.mark.parametrize("title", ["", "题"])
def test_a_page_with_nothing_on_it_may_be_the_only_one(form: Form, title: str) -> None:
    pdf = compile_job(paper_job(Report(title), None, PaperOptions(form, first=2))).pdf
    Tagged(pdf).check()
    assert len(ReadBack(pdf).pages) == 1


def test_headings_keep_their_order_when_those_above_them_are_gone() -> None:
    levels = (1, 2, 2, 2, 1, 2)
    sections = tuple(Section(level, "", f"标题{n}", n, "文。\n\n" * 60) for n, level in enumerate(levels))
    whole = paper_job(Report("题", sections=sections), None, PaperOptions(Form.READING))
    pages = ReadBack(compile_job(whole).pdf).pages
    first = next(at for at, words in enumerate(pages, 1) if "标题2" in "".join(words.split()) and at > 2)
    part = paper_job(Report("题", sections=sections), None, PaperOptions(Form.READING, first=first))
    kinds = [str(it.get("/S", "")) for it in Tagged(compile_job(part).pdf).elements()]
    assert [kind for kind in kinds if kind.startswith("/H")][-4:] == ["/H1", "/H1", "/H1", "/H2"]
