from __future__ import annotations

from base64 import b64decode

import pytest
from pypdfium2.raw import FPDF_PAGEOBJ_IMAGE

from gaohang_viewer.report.model import Report, Section
from gaohang_viewer.typeset.engine.compiler import compile_job
from gaohang_viewer.typeset.paper_job import paper_job
from tests.typeset.conftest import ReadBack, Reader

ALL_BLOCKS = """一段**加粗**与*强调*，`code()`与[链接](https://example.org/path)，
接着写。

- 第一点
    - 次级

3. 第三
4. 第四

> 引文。

| 指标 | 数值 |
|---|---|
| 税收 | 23.9 |

---

```
def f():
    return "<x>"
```
"""


@pytest.fixture(scope="module")
def paper(report: Report, read_back: Reader) -> ReadBack:
    return read_back(compile_job(paper_job(report)).pdf)


def set_one(body: str, read_back: Reader) -> ReadBack:
    report = Report("报告", sections=(Section(1, "一、", "章", 1, body),))
    return read_back(compile_job(paper_job(report)).pdf)


def han(text: str) -> str:
    return "".join(letter for letter in text if "\u4e00" <= letter <= "\u9fff")


def test_every_word_of_the_report_is_printed_in_order(report: Report, paper: ReadBack) -> None:
    printed = han("".join(paper.pages[1:]))
    for section in report.sections:
        if section.level == 1:  # the running head stands between two pages
            printed = printed.replace(han(report.title + section.headline), "")
    for section in report.sections:
        assert han(section.body) in printed


def test_bookmarks_and_contents_name_the_page_where_a_section_begins(report: Report, paper: ReadBack) -> None:
    marks = paper.bookmarks()
    assert marks[0] == (0, "目录")
    assert [title for _, title in marks[1:4]] == [
        "一、回望五年的奋斗路，高行人风雨兼程砥砺奋进",
        "（一）五年的拼搏奋斗，高质量发展更加强劲",
        "经济发展进中提质",
    ]
    assert len(marks) == 1 + len(report.sections)
    entries = list(paper.document.get_toc())
    chapter = entries[-5]
    page = chapter.get_dest().get_index() + 1
    assert "四、勇担排头兵先行者" in paper.pages[page - 1]
    line = next(line for line in paper.pages[0].split("\n") if line.startswith("四、"))
    assert line.split()[-1].endswith(str(page))


def test_no_headline_stands_at_the_foot_of_a_page(report: Report, paper: ReadBack) -> None:
    headlines = {title for _, title in paper.bookmarks()}
    for page in paper.pages[1:-1]:
        lines = [line.strip() for line in page.strip().split("\n")]
        last = [line for line in lines if not line.isdecimal()][-1]
        assert last not in headlines


def test_no_line_begins_with_a_comma(paper: ReadBack) -> None:
    assert [line for line in paper.lines() if line.startswith(tuple("，。；：、！？）》”’"))] == []


def test_chosen_sections_bring_their_ancestors_as_headlines_alone(read_back: Reader) -> None:
    report = Report(
        "报告",
        preamble="序言",
        sections=(
            Section(1, "一、", "第一章", 1, "甲文"),
            Section(2, "（一）", "第一节", 2, "乙文"),
            Section(3, "1.", "第一目", 3, "丙文"),
            Section(2, "（二）", "第二节", 4, "丁文"),
            Section(1, "二、", "第二章", 5, "戊文"),
        ),
    )
    paper = read_back(compile_job(paper_job(report, {2})).pdf)
    assert paper.bookmarks() == [(0, "目录"), (0, "一、第一章"), (1, "（一）第一节"), (2, "1.第一目")]
    assert [word in paper.text for word in ("甲文", "乙文", "丙文", "丁文", "戊文", "序言")] == [
        *(False, False, True),
        *(False, False, False),
    ]


def test_all_kinds_of_blocks_are_printed(read_back: Reader) -> None:
    paper = set_one(ALL_BLOCKS, read_back)
    expected = "一段加粗与强调，code()与链接"
    assert expected in paper.text
    assert "接着写。" in paper.text
    for words in ("第一点", "次级", "第三", "第四", "引文。", "指标数值", "税收23.9", 'deff():return"<x>"'):
        assert words in paper.text
    assert "https://example.org/path" in paper.text, "an address is of use on paper only when it is printed"


@pytest.mark.parametrize(
    "body",
    [
        "wxyz" * 200,
        "`" + "wxyz" * 200 + "`",
        "```\n" + "wxyz" * 200 + "\n```",
        f"<https://example.org/{'wxyz' * 200}>",
    ],
    ids=["text", "code", "code block", "link"],
)
def test_a_word_longer_than_a_line_stays_on_the_page(read_back: Reader, body: str) -> None:
    paper = set_one(body, read_back)
    assert "wxyz" * 200 in paper.text
    assert [paper.glyphs_outside(page) for page in range(len(paper.pages))] == [[]] * len(paper.pages)


def test_a_wide_table_stays_on_the_page(read_back: Reader) -> None:
    row = "| " + " | ".join(f"很长的单元格{at}" for at in range(16)) + " |"
    paper = set_one(f"{row}\n|{'---|' * 16}\n{row}\n", read_back)
    assert all(paper.glyphs_outside(page) == [] for page in range(len(paper.pages)))
    assert paper.text.count("很长的单元格15") == 2


def test_links_that_typst_would_refuse_are_text(read_back: Reader) -> None:
    paper = set_one(
        "[空]() [脚本](javascript:alert(1)) [长](https://example.org/" + "x" * 9000 + ")", read_back
    )
    assert "空脚本长" in paper.text.replace("[", "").replace("]()", "")


PICTURE = b64decode(  # two pixels, red and blue
    "iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAIAAAB7QOjdAAAAD0lEQVR4nGPYrCYnp7YZAAbIAe/av7EAAAAAAElFTkSuQmCC"
)


@pytest.mark.parametrize(("picture", "count"), [(PICTURE, 1), (b"\x89PNG damaged", 0), (b"", 0)])
def test_pictures_are_printed_and_damaged_ones_are_told_by_their_words(
    read_back: Reader, picture: bytes, count: int
) -> None:
    section = Section(1, "", "图片", 1, "文\n\n![镇区全景](image:1.png)")
    report = Report("报告", sections=(section,), images={"image:1.png": picture})
    paper = read_back(compile_job(paper_job(report)).pdf)
    drawn = [
        thing for page in paper.document for thing in page.get_objects() if thing.type == FPDF_PAGEOBJ_IMAGE
    ]
    assert len(drawn) == count
    assert ("镇区全景" in paper.text) == (count == 0)
