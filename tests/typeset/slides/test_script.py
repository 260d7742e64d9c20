"""The script of a talk: every slide is drawn sharp above the whole text of its section."""

from __future__ import annotations

import pytest

from gaohang_viewer.report.model import Report, Section
from gaohang_viewer.typeset.engine.compiler import compile_job
from gaohang_viewer.typeset.engine.job import Job
from gaohang_viewer.typeset.paper_job import paper_job
from gaohang_viewer.typeset.paper_options import Form, PaperOptions
from gaohang_viewer.typeset.slides.deck_options import ASPECTS, DeckOptions
from tests.typeset.conftest import ReadBack
from tests.typeset.tagged import SMALL, Drawn, Tagged

_SCRIPT = PaperOptions(Form.SCRIPT, spare_ink=False)


def letters(words: str) -> list[str]:
    """What can be compared of small type: PDFium takes some signs and blanks for one another there."""
    return sorted(filter(str.isalnum, words))


def slides_on(tagged: Tagged, page: int) -> list[Drawn]:
    """The slides that a page shows, from left to right and from the top down."""
    forms = [it for it in tagged.drawn(page) if it.stream.Subtype == "/Form"]
    return sorted(forms, key=lambda it: (-round(it.box[3]), it.box[0]))


@pytest.fixture(scope="module")
def script() -> bytes:
    return compile_job(paper_job(SMALL, None, _SCRIPT)).pdf


def test_all_that_is_drawn_is_tagged_or_an_artifact(script: bytes) -> None:
    Tagged(script).check()


def test_the_whole_text_is_told_once_and_in_order(script: bytes) -> None:
    tagged = Tagged(script)
    headings = [str(it.S) for it in tagged.elements() if str(it.get("/S", "")).startswith("/H")]
    assert headings[-6:] == ["/H1", "/H2", "/H3", "/H2", "/H1", "/H2"]
    text = ReadBack(script).text
    places = [text.rindex(words) for words in ("开头的话。", "税收", "招商引资加快推进。", "新程的话。")]
    assert places == sorted(places)
    assert text.count("要求的话。") >= 60


@pytest.mark.parametrize("aspect", ASPECTS)
def test_every_page_of_every_slide_is_drawn_in_its_shape_and_in_order(aspect: str) -> None:
    deck = DeckOptions(aspect=aspect)
    slides = ReadBack(compile_job(paper_job(SMALL, None, PaperOptions(Form.SLIDES, deck=deck))).pdf)
    pdf = compile_job(paper_job(SMALL, None, _SCRIPT._replace(deck=deck))).pdf
    tagged, paper = Tagged(pdf), ReadBack(pdf)
    shown = []
    for page in range(len(tagged.pages)):
        text = paper.document[page].get_textpage()
        width, height = paper.document[page].get_size()
        for it in slides_on(tagged, page):
            left, bottom, right, top = it.box
            assert 30 < left < right < width - 30
            assert 30 < bottom < top < height - 30
            assert (right - left) / (top - bottom) == pytest.approx(ASPECTS[aspect] / 540, abs=0.01)
            shown.append(letters(text.get_text_bounded(*it.box)))
    wanted = [letters(words) for words in slides.pages]
    # A script may leave the slide of contents out: no words belong to it.
    wanted = [words for words in wanted if not {"目", "录"} <= set(words) or words in shown]
    assert shown == wanted


def test_slides_are_drawn_not_pictures(script: bytes) -> None:
    tagged = Tagged(script)
    images = [
        it for page in range(len(tagged.pages)) for it in tagged.drawn(page) if it.stream.Subtype == "/Image"
    ]
    assert not images
    assert sum(len(slides_on(tagged, page)) for page in range(len(tagged.pages))) >= 7


def test_a_slide_stands_on_the_page_where_its_text_begins(script: bytes) -> None:
    tagged, paper = Tagged(script), ReadBack(script)
    found = 0
    for title, page, (_, y) in tagged.bookmarks():
        above = [it for it in slides_on(tagged, page) if it.box[1] > y - 20]
        if not above:
            continue
        found += 1
        words = (
            paper.document[page].get_textpage().get_text_bounded(*min(above, key=lambda it: it.box[1]).box)
        )
        assert "".join(title.split())[2:] in "".join(words.split()) or len(above) > 1
    assert found >= 6


def test_long_text_flows_on_in_readable_type(script: bytes) -> None:
    paper = ReadBack(script)
    full = [words for words in paper.pages if words.count("要求的话。") > 15]
    assert full, "the text has pages of its own"
    page = paper.document[len(paper.pages) - 1]
    text = page.get_textpage()
    left, _, right, _ = text.get_charbox(text.search("要求的话。").get_next()[0], loose=True)
    assert 13 < right - left < 16


def test_only_chosen_sections_are_told() -> None:
    paper = ReadBack(compile_job(paper_job(SMALL, {4, 5}, _SCRIPT)).pdf)
    assert "要求的话。" in paper.text
    assert "招商引资" not in paper.text


def test_a_report_without_sections_has_its_text() -> None:
    pdf = compile_job(paper_job(Report("题", preamble="只有几句话。"), None, _SCRIPT)).pdf
    Tagged(pdf).check()
    assert "只有几句话。" in ReadBack(pdf).text


def test_pictures_of_a_report_are_kept_apart_from_slides() -> None:
    dot = (  # a picture as small as can be
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\x08\2\0\0\0\x90wS\xde\0\0\0\x0cIDATx\x9cc\xf8\xcf\xc0"
        b"\0\0\3\1\1\0\xc9\xfe\x92\xef\0\0\0\0IEND\xaeB`\x82"
    )
    section = Section(1, "一、", "章", 1, "看图。\n\n![图](a.png)")
    report = Report("题", sections=(section,), images={"a.png": dot})
    tagged = Tagged(compile_job(paper_job(report, None, _SCRIPT)).pdf)
    tagged.check()
    kinds = [str(it.stream.Subtype) for page in range(len(tagged.pages)) for it in tagged.drawn(page)]
    assert kinds.count("/Image") == 1


def test_the_same_report_gives_the_same_bytes_in_any_process(script: bytes) -> None:
    job = paper_job(SMALL, None, _SCRIPT)
    assert compile_job(Job.from_json(job.to_json())).pdf == script
