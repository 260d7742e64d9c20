"""The pages of slides, read back: nothing is cut off, too small or over another thing, in any look."""

from __future__ import annotations

from pathlib import Path

import pypdfium2 as pdfium
import pytest

from gaohang_viewer.report.model import Report, Section
from gaohang_viewer.typeset.engine.compiler import compile_job
from gaohang_viewer.typeset.engine.job import ARCHIVAL, Pages
from gaohang_viewer.typeset.line_breaking import HeadlineBreaker
from gaohang_viewer.typeset.slides.deck import Kind, Slide, deck
from gaohang_viewer.typeset.slides.deck_edits import DeckEdits, SlideText
from gaohang_viewer.typeset.slides.deck_job import Stroke, slides_job
from gaohang_viewer.typeset.slides.deck_options import ASPECTS, PLAIN, DeckOptions, Detail
from tests.tools.slides import LOOKS, findings, lines
from tests.typeset.conftest import Reader

# Each look with each aspect, and each of both with each detail: all of them together are for `dev.py slides`.
PAIRED = [
    (look, aspect, list(Detail)[(row + column) % len(Detail)])
    for row, look in enumerate(LOOKS)
    for column, aspect in enumerate(ASPECTS)
]
LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><path fill="#00ff00" d="M0 0h40v20H0z"/></svg>'
SENTENCE = "坚持稳中求进工作总基调，完整、准确、全面贯彻新发展理念，加快构建新发展格局，着力推动高质量发展"
FIGURES = (
    "2020年可支配收入11.6亿元，是2016年6.3亿元的186.9%。规模以上工业总产值323.3亿元，"
    "综合窗口累计受理38.86万人次，城镇化率达到61%。"
)
HARD = Report(
    "关于某某市二〇二五年国民经济和社会发展计划执行情况与二〇二六年国民经济和社会发展计划草案的报告",
    "在某某市第十六届人民代表大会第五次会议上所作的关于各项工作的报告",
    "第二版",
    (("occasion", "二〇二六年一月八日在某某市第十六届人民代表大会第五次会议上"), ("speaker", "市长某某某")),
    "各位代表：\n\n现在，我代表市人民政府向大会报告工作，请予审议。",
    (
        Section(1, "一、", "2025年工作回顾", 1, FIGURES),
        Section(2, "（一）", "经济运行稳中有进、稳中向好，主要指标好于预期、高于全国、快于全省", 3, FIGURES),
        Section(3, "", "要点", 5, "\n".join(f"- 第{at}点，{SENTENCE}" for at in range(12))),
        Section(3, "", "一段", 6, SENTENCE + "。"),
        Section(3, "", "长词", 7, "- " + "wxyz" * 80),
        Section(2, "（二）", SENTENCE * 2, 8, "- 甲\n- 乙\n"),
        *(Section(1, f"{at}、", f"第{at}章的标题比一行还要长一些", 9 + at, "正文。") for at in range(2, 9)),
        Section(
            1,
            "",
            "Annex: Government Work Report of the Municipality, WITH A LONG ENGLISH HEADLINE",
            30,
            "Text.",
        ),
    ),
)


class Picture:
    """A page drawn at one pixel a point."""

    def __init__(self, page: pdfium.PdfPage) -> None:
        bitmap = page.render(scale=1, rev_byteorder=True, prefer_bgrx=True)
        self._pixels, self._stride = bytes(bitmap.buffer), bitmap.stride

    def at(self, x: int, y: int) -> tuple[int, int, int]:
        """Red, green and blue."""
        first = y * self._stride + 4 * x
        red, green, blue = self._pixels[first : first + 3]
        return red, green, blue

    def row(self, y: int) -> bytes:
        return self._pixels[y * self._stride : (y + 1) * self._stride]


def made(report: Report, breaker: HeadlineBreaker, options: DeckOptions) -> tuple[tuple[Slide, ...], Pages]:
    slides = deck(report, breaker, options)
    return slides, compile_job(slides_job(report, slides, options))


@pytest.mark.parametrize(("look", "aspect", "detail"), PAIRED)
def test_no_text_leaves_its_page_or_its_margins_in_any_look(
    look: str, aspect: str, detail: Detail, tmp_path: Path, breaker: HeadlineBreaker
) -> None:
    (tmp_path / "logo.svg").write_text(LOGO)
    for crowded in (False, True):
        options = DeckOptions(detail, look, aspect)
        if crowded:
            options = options._replace(
                ribbon=True, footer="某某市人民政府办公室", logo=str(tmp_path / "logo.svg")
            )
        slides, pages = made(HARD, breaker, options)
        assert list(findings(pages, slides)) == []


@pytest.mark.parametrize("look", LOOKS)
def test_the_built_in_report_is_right_in_every_look(
    look: str, report: Report, breaker: HeadlineBreaker
) -> None:
    slides, pages = made(report, breaker, DeckOptions(Detail.FIGURES, look))
    assert list(findings(pages, slides)) == []
    assert sum(slide.kind is Kind.FIGURES for slide in slides) >= 2


@pytest.mark.parametrize("aspect", ASPECTS)
def test_pages_have_the_aspect_that_is_wanted(aspect: str, breaker: HeadlineBreaker) -> None:
    _, pages = made(HARD, breaker, DeckOptions(aspect=aspect))
    wide, high = map(float, aspect.split(":"))
    assert {page.get_size() for page in pdfium.PdfDocument(pages.pdf)} == {(540 * wide / high, 540.0)}


def test_an_unknown_aspect_is_the_usual_one(breaker: HeadlineBreaker) -> None:
    _, pages = made(HARD, breaker, DeckOptions(aspect="21:9"))
    assert pdfium.PdfDocument(pages.pdf)[0].get_size() == (960.0, 540.0)


# --- levels of detail ------------------------------------------------------------------------------------


def test_headlines_alone_leave_out_what_the_text_says(breaker: HeadlineBreaker, read_back: Reader) -> None:
    slides, pages = made(HARD, breaker, DeckOptions(Detail.HEADLINES))
    assert not any(slide.body or slide.figures for slide in slides)
    text = read_back(pages.pdf, pages.count).text
    assert "新发展格局，着力推动高质量发展。" not in text
    assert "第3点" not in text
    assert "要点" in text


def test_figures_follow_the_points_of_their_section(breaker: HeadlineBreaker, read_back: Reader) -> None:
    slides, pages = made(HARD, breaker, DeckOptions(Detail.FIGURES))
    kinds = [slide.kind for slide in slides if slide.section == 1]
    assert kinds == [Kind.SECTION, Kind.FIGURES]
    place = next(at for at, slide in enumerate(slides) if slide.kind is Kind.FIGURES and slide.section == 1)
    words = "".join(read_back(pages.pdf).pages[pages.starts[place] - 1].split())
    for said in ("11.6亿元", "323.3亿元", "2016年", "6.3亿元"):
        assert said in words


# --- what is revealed --------------------------------------------------------------------------------------


@pytest.mark.parametrize("look", LOOKS)
def test_a_point_s_place_is_above_its_line_and_below_the_one_before(
    look: str, breaker: HeadlineBreaker
) -> None:
    report = Report("报告", sections=(Section(1, "一、", "章", 1, "- 甲点\n- 乙点\n- 丙点\n"),))
    _, pages = made(report, breaker, DeckOptions(theme=look))
    said = [line for line in lines(pdfium.PdfDocument(pages.pdf)[3]) if line.text[-1] == "点"]
    (*tops,) = (top * 540 for top in pages.reveals[3])
    assert len(tops) == len(said) == 3
    assert all(top < line.top for top, line in zip(tops, said, strict=True))
    assert all(line.bottom < top for line, top in zip(said, tops[1:], strict=False))
    assert said[-1].bottom < pages.content_bottom * 540 < 540


def test_a_row_of_figures_is_revealed_at_once(breaker: HeadlineBreaker) -> None:
    slides, pages = made(HARD, breaker, DeckOptions(Detail.FIGURES))
    for slide, start in zip(slides, pages.starts, strict=True):
        if slide.kind is Kind.FIGURES:
            assert len(pages.reveals[start - 1]) == 1
        if slide.kind in (Kind.COVER, Kind.DIVIDER):
            assert pages.reveals[start - 1] == ()


@pytest.mark.parametrize("look", LOOKS)
def test_the_last_page_of_a_show_is_the_bare_ground_of_a_section(look: str, breaker: HeadlineBreaker) -> None:
    report = Report("报告", sections=(Section(1, "", "章", 1, "- 甲\n- 乙\n"),))
    _, pages = made(report, breaker, DeckOptions(theme=look, footer="页脚"))
    document = pdfium.PdfDocument(pages.pdf)
    assert len(document) == pages.count + 1
    ground, page = document[pages.count], document[3]
    assert lines(ground) == []
    bare, full = Picture(ground), Picture(page)
    for y in range(int(pages.reveals[3][-1] * 540) + 45, int(pages.content_bottom * 540), 5):
        assert bare.row(y) == full.row(y)


def test_an_exported_file_ends_with_its_last_slide(breaker: HeadlineBreaker) -> None:
    slides = deck(HARD, breaker)
    pages = compile_job(slides_job(HARD, slides, standards=ARCHIVAL))
    assert len(pdfium.PdfDocument(pages.pdf)) == pages.count


# --- ribbon, footer, logo, ink ------------------------------------------------------------------------------


def test_the_ribbon_names_the_chapters_and_numbers_them_where_there_is_no_room(
    breaker: HeadlineBreaker, read_back: Reader
) -> None:
    few = Report("报告", sections=tuple(Section(1, mark, f"第{mark}章", 1, "正文。") for mark in "甲乙丙"))
    _, pages = made(few, breaker, DeckOptions(ribbon=True))
    assert all(name in read_back(pages.pdf).pages[-2] for name in ("第甲章", "第乙章", "第丙章"))
    many = Report(
        "报告", sections=tuple(Section(1, "", f"章节的名称之{at}", 1, "正文。") for at in range(20))
    )
    for aspect, times in (
        ("4:3", 1),
        ("16:9", 2),
    ):  # in its headline; where there is room, in the ribbon, too
        slides, pages = made(many, breaker, DeckOptions(ribbon=True, aspect=aspect))
        assert list(findings(pages, slides)) == []
        words = read_back(pages.pdf).pages[-2].split()
        assert "".join(words).count("章节的名称之19") == times
        assert {"1", "2", "18", "19"} <= set(words)


def test_a_footer_is_on_every_page_but_the_cover(breaker: HeadlineBreaker, read_back: Reader) -> None:
    _, pages = made(HARD, breaker, DeckOptions(footer="市府办"))
    shown = read_back(pages.pdf, pages.count).pages
    assert ["市府办" in page for page in shown] == [False] + [True] * (pages.count - 1)


@pytest.mark.parametrize("content", [b"", b"no picture", b"\x89PNG\r\n\x1a\n damaged", b"<svg broken"])
def test_a_logo_that_cannot_be_shown_is_left_out(
    tmp_path: Path, breaker: HeadlineBreaker, content: bytes
) -> None:
    (tmp_path / "logo").write_bytes(content)
    for path in (tmp_path / "logo", tmp_path / "missing", tmp_path):
        assert made(HARD, breaker, DeckOptions(logo=str(path)))[1].count > 10


def test_a_logo_stands_at_the_top_right(tmp_path: Path, breaker: HeadlineBreaker) -> None:
    (tmp_path / "logo.svg").write_text(LOGO)
    _, pages = made(HARD, breaker, DeckOptions(logo=str(tmp_path / "logo.svg")))
    page = Picture(pdfium.PdfDocument(pages.pdf)[2])
    green = [(x, y) for y in range(540) for x in range(960) if page.at(x, y) == (0, 255, 0)]
    assert min(x for x, _ in green) > 700
    assert max(x for x, _ in green) <= 896
    assert min(y for _, y in green) > 20
    assert max(y for _, y in green) < 62


@pytest.mark.parametrize("standards", [(), ARCHIVAL])
def test_strokes_are_drawn_on_their_page_in_shares_of_it(
    breaker: HeadlineBreaker, standards: tuple[str, ...]
) -> None:
    pen: Stroke = {"tool": "pen", "colour": "#00ff00", "width": 0.02, "points": [[0.1, 0.9], [0.5, 0.9]]}
    dot: Stroke = {"tool": "pen", "colour": "#0000ff", "width": 0.02, "points": [[0.7, 0.9]]}
    marker: Stroke = {**pen, "tool": "highlighter", "points": [[0.1, 0.5], [0.5, 0.5]]}
    slides = deck(HARD, breaker, DeckOptions(theme="white"))
    job = slides_job(
        HARD, slides, DeckOptions(theme="white"), standards=standards, ink={3: [pen, dot, marker]}
    )
    document = pdfium.PdfDocument(compile_job(job).pdf)
    second, third = Picture(document[1]), Picture(document[2])
    assert third.at(200, 486) == (0, 255, 0)
    assert third.at(672, 486) == (0, 0, 255)
    red, green, blue = third.at(120, 270)
    assert green > red > 100
    assert green > blue > 100
    assert second.at(200, 486) != (0, 255, 0)


# --- the user's changes ---------------------------------------------------------------------------------------


def test_keys_stay_when_another_part_of_the_report_changes(breaker: HeadlineBreaker) -> None:
    before = [slide.key for slide in deck(HARD, breaker)]
    more = (Section(1, "零、", "新的一章", 1, "新文。"), *HARD.sections)
    after = [slide.key for slide in deck(Report(*HARD[:5], sections=more), breaker)]
    assert [key for key in after if key in before] == before
    assert len(set(before)) == len(before)


def test_headlines_that_repeat_have_numbered_keys(breaker: HeadlineBreaker) -> None:
    report = Report("报告", sections=(Section(1, "", "同", 1, "一。"), Section(1, "", "同", 2, "二。")))
    assert [slide.key for slide in deck(report, breaker)][2::2] == ["divider/同", "divider/同#2"]


def test_slides_are_hidden_moved_and_reworded(breaker: HeadlineBreaker, read_back: Reader) -> None:
    keys = [slide.key for slide in deck(HARD, breaker)]
    third = keys[-3]
    edits = (
        DeckEdits()
        .hide(keys[-1])
        .move(keys, third, 2)
        .edit(third, SlideText("改过的标题", ("新点\n细说", "又一点")))
    )
    slides, pages = made(HARD, breaker, PLAIN._replace(edits=edits))
    assert [slide.key for slide in slides] == [*keys[:2], third, *keys[2:-3], keys[-2]]
    words = "".join(read_back(pages.pdf).pages[pages.starts[2] - 1].split())
    assert all(said in words for said in ("改过的标题", "新点", "细说", "又一点"))
    assert list(findings(pages, slides)) == []


def test_words_of_a_slide_given_back_unchanged_change_nothing(breaker: HeadlineBreaker) -> None:
    plain = deck(HARD, breaker, DeckOptions(Detail.FIGURES))
    edits = DeckEdits(texts={slide.key: slide.words() for slide in plain})
    assert deck(HARD, breaker, DeckOptions(Detail.FIGURES, edits=edits)) == plain


def test_figures_are_reworded_as_number_unit_and_what_they_count(breaker: HeadlineBreaker) -> None:
    options = DeckOptions(Detail.FIGURES)
    slide = next(slide for slide in deck(HARD, breaker, options) if slide.kind is Kind.FIGURES)
    edits = DeckEdits().edit(slide.key, SlideText("", ("12.5亿元\n税收", "超过3%\n增长")))
    changed = next(it for it in deck(HARD, breaker, options._replace(edits=edits)) if it.key == slide.key)
    assert [tuple(figure) for figure in changed.figures] == [
        ("12.5", "亿元", "税收", ""),
        ("3", "%", "增长", "超过"),
    ]


def test_a_deck_with_chapters_hidden_is_still_a_file_that_lasts(breaker: HeadlineBreaker) -> None:
    keys = [slide.key for slide in deck(HARD, breaker)]
    edits = DeckEdits(frozenset(key for key in keys if key.count("/") < 3))
    options = PLAIN._replace(edits=edits)
    slides = deck(HARD, breaker, options)
    assert slides
    assert compile_job(slides_job(HARD, slides, options, standards=ARCHIVAL)).count >= len(slides)


def test_a_deck_of_nothing_is_no_error(breaker: HeadlineBreaker) -> None:
    edits = DeckEdits(frozenset(slide.key for slide in deck(HARD, breaker)))
    options = PLAIN._replace(edits=edits)
    pages = compile_job(slides_job(HARD, deck(HARD, breaker, options), options))
    assert (pages.starts, pages.count, pages.reveals) == ((), 0, ())
