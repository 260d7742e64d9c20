from __future__ import annotations

from collections import Counter
from ctypes import c_double

import pypdfium2.raw as pdfium_c
import pytest

from gaohang_viewer.report.model import Report, Section
from gaohang_viewer.typeset.engine.compiler import compile_job
from gaohang_viewer.typeset.engine.job import Pages
from gaohang_viewer.typeset.line_breaking import HeadlineBreaker
from gaohang_viewer.typeset.slides.deck import Kind, Slide, deck
from gaohang_viewer.typeset.slides.deck_job import slides_job
from gaohang_viewer.typeset.slides.deck_options import DeckOptions
from tests.typeset.conftest import ReadBack, Reader

NOT_FIRST = "，。；：、！？）》”’"


def shown(report: Report, breaker: HeadlineBreaker) -> Pages:
    return compile_job(slides_job(report, deck(report, breaker)))


@pytest.fixture(scope="module")
def slides(report: Report, breaker: HeadlineBreaker) -> tuple[Slide, ...]:
    return deck(report, breaker)


@pytest.fixture(scope="module")
def pages(report: Report, breaker: HeadlineBreaker) -> Pages:
    return shown(report, breaker)


@pytest.fixture(scope="module")
def show(pages: Pages, read_back: Reader) -> ReadBack:
    return read_back(pages.pdf, pages.count)


# --- the list of slides ------------------------------------------------------------------------------------


def test_the_built_in_report_gives_a_cover_contents_dividers_and_a_slide_for_each_section(
    report: Report, slides: tuple[Slide, ...]
) -> None:
    assert Counter(slide.kind for slide in slides) == {
        Kind.COVER: 1,
        Kind.CONTENTS: 1,
        Kind.DIVIDER: 4,
        Kind.SECTION: 46,
    }
    assert [slide.section for slide in slides if slide.kind is Kind.SECTION] == list(
        range(len(report.sections))
    )
    assert [slide.number for slide in slides if slide.kind is Kind.DIVIDER] == ["01", "02", "03", "04"]


def test_every_section_shows_something_of_its_own(slides: tuple[Slide, ...]) -> None:
    assert all(slide.body or slide.below for slide in slides if slide.kind is Kind.SECTION)


def test_headlines_stand_as_printed_without_the_space_after_a_mark(slides: tuple[Slide, ...]) -> None:
    assert slides[4].lines == ("（一）五年的拼搏奋斗，", "高质量发展更加强劲")
    assert slides[0].lines == ("勇当高质量发展排头兵", "善为现代化治理先行者")


def test_half_width_signs_stay_where_that_is_wanted(report: Report, breaker: HeadlineBreaker) -> None:
    assert (
        "".join(deck(report, breaker, DeckOptions(full_width=False))[4].lines)
        == "(一) 五年的拼搏奋斗,高质量发展更加强劲"
    )


@pytest.mark.parametrize(
    ("mark", "number"),
    [
        ("一、", "01"),
        ("十、", "10"),
        ("二十一、", "21"),
        ("第三章 ", "03"),
        ("（四）", "04"),
        ("7.", "07"),
        ("", ""),
        ("附件：", ""),
        ("一一", ""),
    ],
)
def test_a_divider_has_the_number_of_its_printed_mark(
    breaker: HeadlineBreaker, mark: str, number: str
) -> None:
    report = Report("报告", sections=(Section(1, mark, "章", 1), Section(2, "", "节", 2)))
    divider = next(slide for slide in deck(report, breaker) if slide.kind is Kind.DIVIDER)
    assert divider.number == number


def test_a_preamble_follows_the_cover(breaker: HeadlineBreaker) -> None:
    report = Report(
        "报告",
        preamble="各位代表：\n\n过去一年，成绩显著。",
        sections=(Section(1, "一、", "章", 3, "正文。"),),
    )
    assert [slide.kind for slide in deck(report, breaker)] == [
        Kind.COVER,
        Kind.SECTION,
        Kind.CONTENTS,
        Kind.DIVIDER,
        Kind.SECTION,
    ]


# --- the pages ---------------------------------------------------------------------------------------------


def test_each_slide_begins_on_its_page(slides: tuple[Slide, ...], pages: Pages, show: ReadBack) -> None:
    assert len(pages.starts) == len(slides)
    assert pages.count == len(show.pages)
    for slide, start in zip(slides, pages.starts, strict=True):
        assert "".join(slide.lines).replace(" ", "") in "".join(show.pages[start - 1].split())


def test_pages_are_sixteen_to_nine_and_numbered(show: ReadBack) -> None:
    assert {page.get_size() for page in show.document} == {(960.0, 540.0)}
    assert f"7 / {len(show.pages)}" in show.pages[6]


def test_no_line_begins_with_a_comma(show: ReadBack) -> None:
    assert [line for line in show.lines() if line.startswith(tuple(NOT_FIRST))] == []


def test_no_point_ends_in_a_line_of_one_character(show: ReadBack) -> None:
    assert [line for line in show.lines() if len(line.strip(NOT_FIRST)) == 1] == []


def test_what_is_said_is_large_enough(show: ReadBack) -> None:
    for page in show.document:
        text = page.get_textpage()
        for at in range(text.count_chars()):
            top = c_double()
            pdfium_c.FPDFText_GetCharBox(text, at, c_double(), c_double(), c_double(), top)
            if 70 < top.value < 470 and text.get_text_range(at, 1).strip():
                assert pdfium_c.FPDFText_GetFontSize(text, at) >= 19.9


def test_bookmarks_are_the_printed_headlines(report: Report, show: ReadBack) -> None:
    marks = show.bookmarks()
    assert marks[:4] == [
        (0, "目录"),
        (0, "一、回望五年的奋斗路，高行人风雨兼程砥砺奋进"),
        (1, "（一）五年的拼搏奋斗，高质量发展更加强劲"),
        (2, "经济发展进中提质"),
    ]
    assert len(marks) == len(report.sections) + 1


LONG_HEADLINE = "推进高质量发展，" * 125
HOSTS = {
    "headline": (Section(1, "一、", LONG_HEADLINE, 1, "- 要点\n"), LONG_HEADLINE),
    "headline-200": (Section(1, "一、", LONG_HEADLINE[:200], 1, "要点。"), LONG_HEADLINE[:200]),
    "points": (Section(1, "", "节", 1, "\n".join(f"- 第{at}个要点" for at in range(300))), "第299个要点"),
    "point": (
        Section(1, "", "节", 1, "- " + "三千字的要点很长，" * 333 + "完"),
        "三千字的要点很长，" * 333 + "完",
    ),
    "word": (Section(1, "", "节", 1, "- " + "wxyz" * 125), "wxyz" * 125),
    "word-in-headline": (Section(1, "", "wxyz" * 125, 1, "正文"), "wxyz" * 125),
}


@pytest.mark.parametrize("name", HOSTS)
def test_nothing_is_cut_off_or_beyond_the_page(
    name: str, breaker: HeadlineBreaker, read_back: Reader
) -> None:
    section, words = HOSTS[name]
    pages = shown(Report("报告", sections=(section,)), breaker)
    show = read_back(pages.pdf, pages.count)
    flow = "".join(_between(page) for page in show.pages[2:])
    assert words in flow
    for page in range(len(show.pages)):
        assert show.glyphs_outside(page) == []
    assert all(_between(page) for page in show.pages[1:]), "an empty page"


def _between(page: str) -> str:
    """What a page says beside its furniture: title, number, headline of a continuation."""
    lines = [line.strip() for line in page.split("\n")]
    return "".join(
        line for line in lines if "（续）" not in line and " / " not in line and line != "报告"
    ).replace(" ", "")


def test_continuations_repeat_the_headline(breaker: HeadlineBreaker, read_back: Reader) -> None:
    report = Report(
        "报告", sections=(Section(1, "一、", "很多要点", 1, "\n".join(f"- {at}" for at in range(99))),)
    )
    pages = shown(report, breaker)
    show = read_back(pages.pdf, pages.count)
    assert pages.starts == (1, 2, 3, 4)
    assert "（续）" not in show.pages[3]
    for page in range(4, len(show.pages)):
        left, top = show.place(page, "一、很多要点（续）")
        assert left == pytest.approx(64, abs=3)
        assert top == pytest.approx(show.place(3, "一、很多要点")[1], abs=3)


def test_many_chapters_have_one_line_of_progress(breaker: HeadlineBreaker) -> None:
    report = Report("报告", sections=tuple(Section(1, f"{at}.", "章", at, "正文。") for at in range(1, 30)))
    job = slides_job(report, deck(report, breaker))
    assert job.data["bars"] == 0
    assert compile_job(job).count >= 31


@pytest.mark.parametrize("theme", ["red", "blue", "white", "night"])
def test_every_theme_sets(breaker: HeadlineBreaker, theme: str) -> None:
    report = Report("报告", sections=(Section(1, "", "节", 1, "正文。"),))
    job = slides_job(report, deck(report, breaker), DeckOptions(theme=theme))
    assert compile_job(job).count == 4


def test_an_english_show_says_continued(breaker: HeadlineBreaker, read_back: Reader) -> None:
    report = Report("Report", sections=(Section(1, "", "Many", 1, "\n".join(f"- {at}" for at in range(40))),))
    job = slides_job(report, deck(report, breaker), language="en")
    show = read_back(compile_job(job).pdf)
    assert "Contents" in show.pages[1]
    assert "Many (cont.)" in show.pages[4]


def test_a_short_talk_has_fewer_slides(report: Report, breaker: HeadlineBreaker) -> None:
    def kinds(minutes: int) -> Counter[Kind]:
        return Counter(slide.kind for slide in deck(report, breaker, DeckOptions(minutes=minutes)))

    assert kinds(600) == kinds(0)
    assert kinds(1)[Kind.SECTION] < kinds(600)[Kind.SECTION]
    without_points = deck(report, breaker, DeckOptions(minutes=17))
    assert not any(slide.body for slide in without_points)


def test_a_bare_annex_has_no_slide(breaker: HeadlineBreaker) -> None:
    titles = ("附件", "附件1 民生实事项目")
    sections = tuple(Section(1, "", title, 1, "[下载](https://a.example)") for title in ("一年工作", *titles))
    dividers = [it.text for it in deck(Report("报告", sections=sections), breaker) if it.kind is Kind.DIVIDER]
    assert dividers == ["一年工作", "附件1 民生实事项目"]
