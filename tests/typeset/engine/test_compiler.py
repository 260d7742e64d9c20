from __future__ import annotations

import pytest

from gaohang_viewer.report.model import Report, Section
from gaohang_viewer.typeset.engine import compiler
from gaohang_viewer.typeset.engine.compiler import compile_job
from gaohang_viewer.typeset.engine.job import ARCHIVAL, Job, TypesetError
from gaohang_viewer.typeset.line_breaking import HeadlineBreaker
from gaohang_viewer.typeset.paper.blocks import kit
from gaohang_viewer.typeset.paper_job import paper_job
from gaohang_viewer.typeset.paper_options import Form, PaperOptions
from gaohang_viewer.typeset.slides.deck import deck
from gaohang_viewer.typeset.slides.deck_job import slides_job
from gaohang_viewer.typeset.slides.deck_options import DeckOptions
from tests.typeset.conftest import Reader

MARKUP = '#import "a" $x^2$ *b* _u_ @ref <lab> \\n \\ `r` // c /* d */ ~ -- \'q\' "p" #panic()'


def hostile(words: str) -> Report:
    """A report that says `words` wherever it says anything. The title alone is no Markdown."""
    return Report(words, words, words, sections=(Section(1, "", words, 1, "```\n" + words + "\n```", 2),))


@pytest.mark.parametrize("standards", [(), ARCHIVAL])
def test_text_is_never_markup(
    read_back: Reader, breaker: HeadlineBreaker, standards: tuple[str, ...]
) -> None:
    report = hostile(MARKUP)
    paper = compile_job(paper_job(report, None, PaperOptions(full_width=False), standards=standards))
    assert read_back(paper.pdf).text.count("".join(MARKUP.split())) >= 4
    slides = deck(report, breaker, DeckOptions(full_width=False))
    show = compile_job(slides_job(report, slides, DeckOptions(full_width=False), standards=standards))
    assert read_back(show.pdf).text.count("".join(MARKUP.split())) >= 4


def test_controls_are_left_out_and_what_has_no_glyph_shows_a_sign(read_back: Reader) -> None:
    words = "始\x00\x07\ufeff\u2028\x85中\ufffd\ue123末\U0002ffff\U0001f469\u200d\U0001f467\ud800终"
    paper = compile_job(paper_job(hostile(words)), system_fonts=False)
    text = read_back(paper.pdf).text
    assert "始中\ufffd〓末〓" in text
    assert "终" in text


def test_a_tab_in_a_text_without_a_glyph_is_a_tab(read_back: Reader) -> None:
    paper = compile_job(paper_job(hostile("```\n\t\U0001f469 contents\n```")), system_fonts=False)
    assert "contents" in read_back(paper.pdf).text


def test_many_characters_without_a_glyph_are_no_error(read_back: Reader) -> None:
    words = "".join(chr(0x20000 + 40 * at) for at in range(200))
    paper = compile_job(paper_job(hostile(words)), system_fonts=False)
    assert "〓" * 20 in read_back(paper.pdf).text


def test_the_same_job_gives_the_same_bytes(report: Report) -> None:
    job = paper_job(report, {0})
    assert compile_job(job) == compile_job(job)


def test_the_file_bears_the_date_it_is_given(report: Report) -> None:
    job = paper_job(report, {0}, created=1_700_000_000)
    assert b"2023-11-14T22:13:20" in compile_job(job).pdf


def test_it_is_tagged_pdf_a_2a_and_pdf_ua_1_with_title_language_and_fonts(
    report: Report, breaker: HeadlineBreaker, read_back: Reader
) -> None:
    slides = deck(report, breaker)
    jobs = [
        paper_job(report),
        slides_job(report, slides, standards=ARCHIVAL),
    ]
    for job in jobs:
        pdf = compile_job(job).pdf
        for claim in (
            "pdfaid:part>2<",
            "pdfaid:conformance>A<",
            "pdfuaid:part>1<",
            "/Lang(zh",
            "/StructTreeRoot",
        ):
            assert claim.encode() in pdf
        assert read_back(pdf).document.get_metadata_value("Title") == report.title
        assert pdf.count(b"/FontFile") == pdf.count(b"/Type/FontDescriptor") > 0


@pytest.mark.parametrize("standards", [(), ARCHIVAL])
@pytest.mark.parametrize("title", ["", "只有标题"])
def test_a_report_without_sections_has_a_cover(
    breaker: HeadlineBreaker, read_back: Reader, title: str, standards: tuple[str, ...]
) -> None:
    report = Report(title)
    show = compile_job(slides_job(report, deck(report, breaker), standards=standards))
    assert (show.starts, show.count) == ((1,), 1)
    paper = compile_job(paper_job(report, standards=standards))
    assert title in read_back(paper.pdf).text


@pytest.mark.parametrize("headline", ["", "  ", "\x00"])
def test_a_headline_of_nothing_is_no_error(breaker: HeadlineBreaker, headline: str) -> None:
    report = Report("报告", sections=(Section(1, "", headline, 1, "正文。"), Section(2, "", headline, 2)))
    compile_job(paper_job(report))
    compile_job(slides_job(report, deck(report, breaker), standards=ARCHIVAL))


def test_an_error_of_typst_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compiler, "_json", lambda data: b"{no json")
    with pytest.raises(TypesetError) as raised:
        compile_job(Job("reading.typ", {}, sources=kit()))
    assert "JSON" in str(raised.value)
    assert "\n" not in str(raised.value)


def test_a_job_survives_the_way_to_another_process(report: Report) -> None:
    job = paper_job(report, {1}, created=5)
    assert Job.from_json(job.to_json()) == job


def test_a_sign_that_only_its_mark_makes_unprintable_stays_everywhere(read_back: Reader) -> None:
    report = Report("题", sections=(Section(1, "", "1️⃣ 甲1乙", 1, "增长10%。"),))
    pages = compile_job(paper_job(report, None, PaperOptions(form=Form.OFFICIAL)))
    text = read_back(pages.pdf).text
    assert "1甲1乙" in text
    assert "增长10%" in text
    assert "\u20e3" in pages.missing
