"""The lines of the front page: whole words at any size of type, on paper, slides and in Word."""

from __future__ import annotations

import pytest

from gaohang_viewer.report.model import Report
from gaohang_viewer.typeset.engine.compiler import compile_job
from gaohang_viewer.typeset.engine.job import Job
from gaohang_viewer.typeset.front_page import FrontWidths, front_of
from gaohang_viewer.typeset.line_breaking import default_breaker
from gaohang_viewer.typeset.paper_job import paper_job
from gaohang_viewer.typeset.paper_options import Form, PaperOptions
from gaohang_viewer.typeset.slides.deck import deck
from gaohang_viewer.typeset.slides.deck_job import slides_job
from gaohang_viewer.typeset.slides.deck_options import ASPECTS, DeckOptions
from tests.tools import slides as pages

TITLE = "2010年徐水县国民经济和社会发展计划执行情况与2011年国民经济和社会发展计划草案的报告"
OCCASION = "2011年1月20日在徐水县第十四届人民代表大会第五次会议第二次全体会议上"
REPORT = Report(
    title=TITLE,
    subtitle="深入贯彻落实科学发展观，为实现“十二五”时期经济社会跨越式发展而努力奋斗",
    meta=(("occasion", OCCASION), ("speaker", "徐水县人民政府县长　李保森"), ("date", "2011年1月20日")),
)
FORMS = (Form.OFFICIAL, Form.READING, Form.LARGE)


def paper(form: Form, cover: bool) -> Job:
    return paper_job(REPORT, None, PaperOptions(form=form, cover=cover), standards=())


def slides(look: str, aspect: str) -> Job:
    options = DeckOptions(theme=look, aspect=aspect)
    return slides_job(REPORT, deck(REPORT, default_breaker(), options), options)


def breaks(job: Job) -> list[tuple[str, float]]:
    """The lines that begin on the first page within a text of the front page, and the costs of their breaks."""
    import pypdfium2 as pdfium

    first = ["".join(line.text.split()) for line in pages.lines(pdfium.PdfDocument(compile_job(job).pdf)[0])]
    joined = "".join(first)
    found = []
    for text in (REPORT.title, REPORT.subtitle, *REPORT.facts):
        kept = [at for at, sign in enumerate(text) if sign not in "“” \u3000"]  # as lines are read
        start = joined.index("".join(text[at] for at in kept))
        costs = default_breaker().costs(text)
        at = 0
        for line in first:
            if start < at < start + len(kept):
                before, after = kept[at - start - 1] + 1, kept[at - start]
                found.append((line, min(costs[before : after + 1])))
            at += len(line)
    return found


@pytest.mark.parametrize("cover", [True, False])
@pytest.mark.parametrize("form", FORMS)
def test_paper_breaks_its_front_page_between_words(form: Form, cover: bool) -> None:
    found = breaks(paper(form, cover))
    assert found
    assert all(cost < 8 for _, cost in found), found


@pytest.mark.parametrize("aspect", ASPECTS)
@pytest.mark.parametrize("look", pages.LOOKS)
def test_slides_break_their_cover_between_words(look: str, aspect: str) -> None:
    found = breaks(slides(look, aspect))
    assert found
    assert all(cost < 8 for _, cost in found), found


def test_an_empty_front_page_has_an_empty_title_alone() -> None:
    expected = {"lines": [""], "subtitle-lines": [], "fact-lines": []}
    assert front_of(Report(""), FrontWidths(10, 10, 10), full_width=True) == expected
