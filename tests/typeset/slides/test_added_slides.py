"""Slides that the user added: where they stand, and what is on their pages."""

from __future__ import annotations

import io
import json

import pypdfium2 as pdfium
import pytest
from PIL import Image

from gaohang_viewer.office.powerpoint.presentation import powerpoint_file
from gaohang_viewer.report.model import Report, Section
from gaohang_viewer.typeset.engine.compiler import compile_job
from gaohang_viewer.typeset.engine.job import ARCHIVAL
from gaohang_viewer.typeset.line_breaking import HeadlineBreaker
from gaohang_viewer.typeset.paper_options import PLAIN_PAPER
from gaohang_viewer.typeset.slides.deck import Kind, natural_deck, whole_deck
from gaohang_viewer.typeset.slides.deck_edits import DeckEdits, NewSlide, SlideText
from gaohang_viewer.typeset.slides.deck_job import slides_job
from gaohang_viewer.typeset.slides.deck_options import PLAIN, DeckOptions, Detail

REPORT = Report(
    "工作报告",
    "——在会上",
    meta=(("speaker", "王明"), ("date", "2026年1月")),
    sections=(
        Section(1, "一、", "经济", 1, "- 税收增长\n- 企业增加"),
        Section(2, "（一）", "产业", 2, "工业总产值达到323.3亿元，居民可支配收入11.6亿元，增长5.2%。"),
        Section(1, "二、", "民生", 3, "- 新建养老院"),
    ),
)
RED = (200, 30, 20)


def picture(size: tuple[int, int] = (60, 40)) -> bytes:
    packed = io.BytesIO()
    Image.new("RGB", size, RED).save(packed, "PNG")
    return packed.getvalue()


def with_edits(edits: DeckEdits, options: DeckOptions = PLAIN) -> DeckOptions:
    return options._replace(edits=edits)


def test_an_added_slide_follows_its_predecessor_in_its_section(breaker: HeadlineBreaker) -> None:
    after = "section/一、经济/（一）产业"
    edits = DeckEdits().add("added:1", NewSlide("text", after)).edit("added:1", SlideText("新", ("甲\n细",)))
    slides = whole_deck(REPORT, breaker, with_edits(edits))
    at = [slide.key for slide in slides].index("added:1")
    assert slides[at - 1].key == after
    assert (slides[at].section, slides[at].text, slides[at].kind) == (1, "新", Kind.SECTION)
    assert slides[at].words() == SlideText("新", ("甲\n细",))
    assert slides[at].lines == ("新",)


def test_added_slides_stay_near_when_their_predecessor_goes() -> None:
    natural = ("cover", "section/一/甲", "section/一/乙", "section/二")

    def placed(after: str) -> int:
        return DeckEdits().add("added:1", NewSlide("text", after)).placed(natural).index("added:1")

    assert placed("figures/一/甲") == 2
    assert placed("divider/一") == 4  # nothing of that chapter by itself is left
    assert placed("cover") == 1
    assert placed("section/一/丙") == 4
    assert DeckEdits().add("added:1", NewSlide("text", "")).arranged(natural)[-1] == "added:1"


def test_the_slide_after_a_removed_one_stays_in_place() -> None:
    edits = DeckEdits().add("added:1", NewSlide("text", "a")).add("added:2", NewSlide("text", "added:1"))
    edits = edits.edit("added:1", SlideText("新"))
    assert edits.placed("ab") == ("a", "added:1", "added:2", "b")
    gone = edits.remove("added:1")
    assert gone.placed("ab") == ("a", "added:2", "b")
    assert gone.remove("added:2") == DeckEdits()
    assert gone.remove("a") is gone


def test_added_slides_are_moved_like_others() -> None:
    edits = DeckEdits().add("added:1", NewSlide("text", "a"))
    moved = edits.move("abc", "added:1", 3)
    assert moved.arranged("abc") == ("a", "b", "c", "added:1")
    assert moved.move("abc", "added:1", 1) == edits


def test_added_slides_survive_the_way_through_a_file() -> None:
    edits = (
        DeckEdits()
        .add("added:1", NewSlide("picture", "cover", picture()))
        .add("added:2", NewSlide("table", "added:1"))
        .edit("added:2", SlideText("", ("年\t值",)))
        .with_detail("section/一、经济", "headlines")
        .with_own("slides_footer", "内部")
        .with_own("reveal", True)
    )
    text = json.dumps(edits.to_json())
    assert len(text) < 1000  # the picture is not in it
    assert DeckEdits.from_json(json.loads(text), edits.pictures.__getitem__) == edits


@pytest.mark.parametrize(
    "damaged",
    [
        {"added": 5, "details": [], "own": "x"},
        {"added": {"added:1": ["film", "a", ""], "other": ["text", "a", ""], "added:2": ["text", "a"]}},
        {"details": {"a": 5}, "own": {"language": "en", "reveal": "yes", "slides_footer": True, "theme": 3}},
    ],
)
def test_damaged_additions_are_dropped(damaged: object) -> None:
    assert DeckEdits.from_json(damaged) == DeckEdits()


def test_the_cover_has_its_own_words(breaker: HeadlineBreaker) -> None:
    (cover, *_) = natural_deck(REPORT, breaker, PLAIN)
    assert cover.words() == SlideText("工作报告", ("——在会上", "", "", "王明", "2026年1月", ""))
    edits = DeckEdits().edit("cover", SlideText("", ("副题", "在大会上", "", "李华", "", "")))
    slides = whole_deck(REPORT, breaker, with_edits(edits))
    job = slides_job(REPORT, slides, with_edits(edits))
    assert (job.data["subtitle"], job.data["facts"]) == ("副题", ["在大会上", "李华"])


@pytest.mark.parametrize(
    ("own", "kinds"),
    [
        ("headlines", [Kind.SECTION]),
        ("points", [Kind.SECTION]),
        ("figures", [Kind.SECTION, Kind.FIGURES]),
        ("", [Kind.SECTION]),
        ("unknown", [Kind.SECTION]),
    ],
)
def test_one_section_has_another_detail(own: str, kinds: list[Kind], breaker: HeadlineBreaker) -> None:
    edits = DeckEdits().with_detail("section/一、经济/（一）产业", own)
    slides = whole_deck(REPORT, breaker, with_edits(edits))
    found = [slide for slide in slides if slide.section == 1]
    assert [slide.kind for slide in found] == kinds
    assert bool(found[0].body) == (own != "headlines")
    assert slides[-1].body  # as the deck


def test_a_headline_deck_shows_the_points_of_one_section(breaker: HeadlineBreaker) -> None:
    options = PLAIN._replace(detail=Detail.HEADLINES)
    edits = DeckEdits().with_detail("section/二、民生", "points")
    slides = whole_deck(REPORT, breaker, with_edits(edits, options))
    assert [slide.section for slide in slides if slide.body] == [2]


def added(*new: tuple[NewSlide, SlideText]) -> DeckEdits:
    edits = DeckEdits()
    for number, (slide, text) in enumerate(new):
        edits = edits.add(f"added:{number}", slide).edit(f"added:{number}", text)
    return edits


TABLE = ("指标\t2025年\t增长", "生产总值（亿元）\t1234.5\t5.2%", "财政收入\t98.7\t-1.3%")


def test_a_table_has_rows_of_equal_length_without_rules_of_markdown(breaker: HeadlineBreaker) -> None:
    lines = ("| 年 | 值 |", "|---|:-:|", "| 2025 | 5 | 多 |", "一")
    edits = added((NewSlide("table", "cover"), SlideText("表", lines)))
    slide = whole_deck(REPORT, breaker, with_edits(edits))[1]
    assert slide.rows == (("年", "值", ""), ("2025", "5", "多"), ("一", "", ""))


@pytest.mark.parametrize("theme", ["red", "blue", "white", "night"])
def test_pictures_and_tables_are_typeset_in_every_look(theme: str, breaker: HeadlineBreaker) -> None:
    edits = added(
        (NewSlide("picture", "cover", picture()), SlideText("新的养老院")),
        (NewSlide("table", "cover"), SlideText("主要指标", TABLE)),
        (NewSlide("picture", "cover"), SlideText()),
        (NewSlide("table", "cover"), SlideText()),
        (NewSlide("text", "cover"), SlideText()),
    )
    options = with_edits(edits, PLAIN._replace(theme=theme))
    slides = whole_deck(REPORT, breaker, options)
    job = slides_job(REPORT, slides, options, standards=ARCHIVAL)
    pages = compile_job(job)
    assert len(pages.starts) == len(slides)
    document = pdfium.PdfDocument(pages.pdf)
    by_key = {slide.key: pages.starts[at] - 1 for at, slide in enumerate(slides)}
    drawn = document[by_key["added:0"]].render().to_pil()
    assert sum(count for count, colour in drawn.getcolors(1 << 20) or () if colour == RED) > 5000
    text = document[by_key["added:1"]].get_textpage().get_text_bounded()
    assert all(word in text for word in ("主要指标", "财政收入", "1234.5", "-1.3%"))


def test_a_long_table_goes_on_with_its_head(breaker: HeadlineBreaker) -> None:
    lines = ("年份\t数值", *(f"{year}年\t{year * 3}" for year in range(1980, 2030)))
    options = with_edits(added((NewSlide("table", "cover"), SlideText("历年", lines))))
    slides = whole_deck(REPORT, breaker, options)[:2]
    pages = compile_job(slides_job(REPORT, slides, options))
    document = pdfium.PdfDocument(pages.pdf)
    texts = [page.get_textpage().get_text_bounded() for page in document][1:-1]
    assert len(texts) > 1
    assert all("年份" in text for text in texts)
    assert "2029" in texts[-1]


def test_an_added_slide_in_the_place_of_a_hidden_one_is_no_bookmark(breaker: HeadlineBreaker) -> None:
    edits = added((NewSlide("text", "section/二、民生"), SlideText("补充", ("甲",))))
    edits = edits.hide("section/二、民生")
    slides = tuple(
        slide for slide in whole_deck(REPORT, breaker, with_edits(edits)) if slide.key not in edits.hidden
    )
    (values,) = (
        it for it in slides_job(REPORT, slides, with_edits(edits)).data["slides"] if it["text"] == "补充"
    )
    assert not values["bookmark"]


def test_powerpoint_has_pictures_tables_and_the_words_of_the_cover() -> None:
    from pptx import Presentation

    edits = added(
        (NewSlide("picture", "cover", picture((400, 100))), SlideText("养老院")),
        (NewSlide("table", "added:0"), SlideText("主要指标", TABLE)),
        (NewSlide("text", "added:1"), SlideText("补充", ("甲", "乙\n细"))),
    ).edit("cover", SlideText("另一题", ("副题", "在大会上", "", "李华", "", "")))
    packed = powerpoint_file(REPORT, None, PLAIN_PAPER._replace(deck=with_edits(edits)))
    slides = list(Presentation(io.BytesIO(packed)).slides)
    cover = "\n".join(shape.text_frame.text for shape in slides[0].placeholders)
    assert all(words in cover for words in ("另一题", "副题", "在大会上", "李华"))
    assert "王明" not in cover
    (shown,) = (shape for shape in slides[1].shapes if shape.shape_type == 13)
    assert shown.width / shown.height == pytest.approx(4, rel=0.02)
    (table,) = (shape.table for shape in slides[2].shapes if shape.has_table)
    assert [cell.text for cell in table.rows[2].cells] == ["财政收入", "98.7", "-1.3%"]
    assert "乙" in "\n".join(shape.text_frame.text for shape in slides[3].placeholders)
    assert "税收" not in slides[3].notes_slide.notes_text_frame.text


def test_a_long_table_takes_several_slides_in_powerpoint() -> None:
    from pptx import Presentation

    lines = ("年份\t数值", *(f"{year}年\t{year * 3}" for year in range(1980, 2030)))
    edits = added((NewSlide("table", "cover"), SlideText("历年", lines)))
    packed = powerpoint_file(REPORT, None, PLAIN_PAPER._replace(deck=with_edits(edits)))
    slides = Presentation(io.BytesIO(packed)).slides
    tables = [shape.table for slide in slides for shape in slide.shapes if shape.has_table]
    assert len(tables) > 1
    assert {table.cell(0, 0).text for table in tables} == {"年份"}
    rows = [row.cells[0].text for table in tables for row in list(table.rows)[1:]]
    assert rows == [f"{year}年" for year in range(1980, 2030)]


def test_edits_follow_a_headline_that_gets_other_words(breaker: HeadlineBreaker) -> None:
    edits = (
        DeckEdits()
        .hide("section/一、经济/（一）产业")
        .edit("divider/一、经济", SlideText("新"))
        .with_detail("section/二、民生", "headlines")
        .add("added:1", NewSlide("text", "section/一、经济"))
    )
    sections = list(REPORT.sections)
    sections[0] = sections[0]._replace(title="发展")
    renamed = REPORT._replace(sections=tuple(sections))
    followed = edits.with_headlines(REPORT, renamed)
    assert followed.hidden == {"section/一、发展/（一）产业"}
    assert set(followed.texts) == {"divider/一、发展"}
    assert followed.added["added:1"].after == "section/一、发展"
    assert followed.with_headlines(renamed, REPORT) == edits
    assert edits.with_headlines(REPORT, REPORT._replace(sections=REPORT.sections[:1])) is edits
    assert followed.hidden <= {slide.key for slide in whole_deck(renamed, breaker, PLAIN)}
