"""Word files, read back part by part."""

from __future__ import annotations

import io
import zipfile

from docx import Document
from lxml import etree

from gaohang_viewer.loading import open_report
from gaohang_viewer.office.word.document import word_file
from gaohang_viewer.office.word.numbering import Numbers, chinese, mark_of
from gaohang_viewer.report.model import Report, Section
from tests.office.conftest import PLAIN

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def part(data: bytes, name: str) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return etree.fromstring(file.read(name))


def told(element: etree._Element) -> str:
    """The words in an element."""
    return "".join(it.text or "" for it in element.iter(f"{W}t"))


def rows(report: Report, **options: object) -> list[tuple[str, str]]:
    """Style and text of each paragraph."""
    data = word_file(report, options=PLAIN._replace(**options))  # type: ignore[arg-type]
    return [(it.style.style_id if it.style else "", it.text) for it in Document(io.BytesIO(data)).paragraphs]


def test_the_page_is_that_of_the_standard(small: Report) -> None:
    page = Document(io.BytesIO(word_file(small))).sections[0]
    assert page.page_width is not None
    assert page.page_height is not None
    assert page.left_margin is not None
    assert page.right_margin is not None
    assert page.top_margin is not None
    assert page.bottom_margin is not None
    assert (round(page.page_width.mm), round(page.page_height.mm)) == (210, 297)
    assert (round(page.top_margin.mm), round(page.left_margin.mm)) == (37, 28)
    assert round((page.page_width - page.left_margin - page.right_margin) / 36000) == 156
    assert round((page.page_height - page.top_margin - page.bottom_margin) / 36000) == 225
    grid = part(word_file(small), "word/document.xml").find(f".//{W}docGrid")
    assert grid is not None
    assert grid.get(f"{W}type") == "linesAndChars"
    lines = (
        (page.page_height - page.top_margin - page.bottom_margin) / 635 / int(grid.get(f"{W}linePitch", "0"))
    )
    assert lines == 22


def test_twenty_eight_characters_fill_a_line(small: Report) -> None:
    normal = part(word_file(small), "word/styles.xml").find(f".//{W}style[@{W}styleId='Normal']/{W}rPr")
    assert normal is not None
    size, spacing = normal.find(f"{W}sz"), normal.find(f"{W}spacing")
    assert size is not None
    assert spacing is not None
    pitch = int(size.get(f"{W}val", "0")) / 2 + int(spacing.get(f"{W}val", "0")) / 20
    assert int(156 * 72 / 25.4 / pitch) == 28


def test_headlines_have_the_numbers_of_the_report_from_word_or_as_text(small: Report) -> None:
    found = [(style, text) for style, text in rows(small) if style.startswith("Heading")]
    assert found == [
        ("Heading1", "第一"),
        ("Heading2", "甲"),
        ("Heading3", "甲一"),
        ("Heading4", "甲一一"),
        ("Heading2", "乙"),
        ("Heading3", "乙一"),
        ("Heading1", "第二"),
        ("Heading2", "丙"),
        ("Heading1", "四、缺了三"),
        ("Heading2", "从头数"),
        ("Heading2", "没有序号"),
        ("Heading1", "第五章书的序号"),
    ]


def test_numbers_are_counted_as_people_count() -> None:
    assert [chinese(number) for number in (1, 10, 11, 20, 21, 99)] == [
        "一",
        "十",
        "十一",
        "二十",
        "二十一",
        "九十九",
    ]
    assert [mark_of(level, 12) for level in (1, 2, 3, 4)] == ["十二、", "（十二）", "12.", "（12）"]


def test_a_level_begins_anew_below_a_headline_that_word_does_not_number() -> None:
    numbers = Numbers()
    assert numbers.heading(1, "一、") == 1
    assert numbers.heading(2, "（一）") == 1
    assert numbers.heading(1, "第二章") == 0
    assert numbers.heading(2, "（一）") == 3
    assert numbers.heading(2, "（二）") == 3
    assert numbers.heading(3, "1.") == 3
    assert numbers.heading(1, "二、") == 1
    assert numbers.heading(2, "（一）") == 1
    assert len(list(numbers.xml())) == 1


def test_all_kinds_of_text_come_through(small: Report) -> None:
    data = word_file(small, options=PLAIN)
    styles = {text: style for style, text in rows(small)}
    assert styles["第一点"] == "ListBullet"
    assert styles["第三"] == "ListNumber"
    assert styles["引用的话"] == "Quote"
    assert styles["代码  一行"] == "Code"
    assert "有控制符。" in styles
    document = Document(io.BytesIO(data))
    assert [[cell.text for cell in row.cells] for row in document.tables[0].rows] == [
        ["甲", "乙"],
        ["1", "2"],
    ]
    body = part(data, "word/document.xml")
    assert len(body.findall(f".//{W}tblHeader")) == 1
    assert len(document.inline_shapes) == 1
    assert [it.address for paragraph in document.paragraphs for it in paragraph.hyperlinks] == [
        "https://example.org/a"
    ]


def test_page_numbers_stand_outside(small: Report) -> None:
    page = Document(io.BytesIO(word_file(small))).sections[0]
    for footer, side in ((page.footer, "right"), (page.even_page_footer, "left")):
        element = footer.part.element
        assert told(element) == "— 1 —"
        assert [it.get(f"{W}val") for it in element.iter(f"{W}jc")] == [side]
    assert part(word_file(small), "word/settings.xml").find(f"{W}evenAndOddHeaders") is not None


def test_contents_are_a_field_with_the_headlines_in_it(small: Report) -> None:
    assert ("TOC2", "（一）甲") in rows(small, contents=True)
    assert not [style for style, _ in rows(small) if style.startswith("TOC")]


def test_header_footer_signature_and_date(small: Report) -> None:
    options = PLAIN._replace(header="{title}", footer="内部", issuer="高行镇", date="2024年1月2日")
    document = Document(io.BytesIO(word_file(small, options=options)))
    assert told(document.sections[0].header.part.element) == "关于全镇工作的 报告"
    assert document.sections[0].footer.paragraphs[1].text == "内部"
    assert [it.text for it in document.paragraphs][-2:] == ["高行镇", "2024年1月2日"]
    dated = small._replace(
        sections=(*small.sections[:-1], small.sections[-1]._replace(body="某局\n\n2023年3月4日"))
    )
    assert rows(dated, issuer="高行镇", date="2024年1月2日")[-1][1] == "2023年3月4日"


def test_chosen_sections_come_below_their_headlines(small: Report) -> None:
    texts = [it.text for it in Document(io.BytesIO(word_file(small, {2, 3}, PLAIN))).paragraphs]
    assert texts[3:] == ["第一", "甲", "甲一", "甲一一", "下面的文字。"]


def test_who_wrote_it_is_told_and_not_when(small: Report) -> None:
    data = word_file(small)
    properties = Document(io.BytesIO(data)).core_properties
    assert (properties.title, properties.author, properties.language) == (
        "关于全镇工作的 报告",
        "张三",
        "zh-CN",
    )
    assert data == word_file(small)
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        assert {it.date_time[0] for it in file.infolist()} == {1980}


def test_an_empty_report_is_a_document(tmp_path_factory: object) -> None:
    assert Document(io.BytesIO(word_file(Report("")))).paragraphs[0].text == "无标题"


def test_the_built_in_report_opens_with_its_outline(built_in: Report, tmp_path: object) -> None:
    from pathlib import Path

    from gaohang_viewer.report.headline_text import headline

    file = Path(str(tmp_path)) / "a.docx"
    file.write_bytes(word_file(built_in))
    again = open_report(file)
    assert [(it.level, headline(it, True)) for it in again.sections] == [
        (it.level, headline(it, True)) for it in built_in.sections
    ]
    assert again.sections[1].mark == "（一）"


def test_struck_out_text_is_struck_out_in_word() -> None:
    report = Report("题", sections=(Section(1, "一、", "甲", 1, "目标~~5%~~6%"),))
    body = part(word_file(report, options=PLAIN), "word/document.xml")
    struck = [run for run in body.iter(f"{W}r") if run.find(f"{W}rPr/{W}strike") is not None]
    assert [told(run) for run in struck] == ["5%"]
