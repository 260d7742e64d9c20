"""Plain text and Markdown as a whole: nothing is lost, whatever the text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from gaohang_viewer.loading import open_report
from gaohang_viewer.loading.plain_text import read_text
from gaohang_viewer.report.markdown_reader import paragraphs
from gaohang_viewer.report.model import ProblemKind, Report
from gaohang_viewer.resources import BUILT_IN_REPORT

if TYPE_CHECKING:
    from pathlib import Path


def test_signs_without_words_are_no_heading(tmp_path: Path) -> None:
    for name, text in (
        ("a.md", "# 报告\n\n## ****\n\n## 一、甲\n\n正文。"),
        ("b.txt", "x\n# *"),
        ("c.md", "- **"),
    ):
        path = tmp_path / name
        path.write_text(text, "utf-8")
        report = open_report(path)
        assert all(section.title for section in report.sections)


WORDS = "发展改革工作回顾任务目标建设农业工业民生县长报告各位代表解释附件目录"
MARKS = st.sampled_from(
    [
        "",
        "",
        "一、",
        "二、",
        "三、",
        "（一）",
        "(二)",
        "1.",
        "2．",
        "３、",
        "（1）",
        "①",
        "第一章",
        "第二篇",
        "第三节",
        "一是",
        "第一，",
        "●",
        "——",
        "附：",
    ]
)
SENTENCE = st.builds(
    lambda mark, text, end: mark + text + end,
    MARKS,
    st.text(alphabet=WORDS + "，、“”（）0123 %", min_size=1, max_size=40),
    st.sampled_from(["", "。", "：", "；", "。" + WORDS + "。", "。 四、" + WORDS[:8]]),
)
SIGNS = st.text(alphabet="甲乙丙一二（）()、。：:.1290*_#`[]<>|\\-+~=!&● \tab\u3000", max_size=24)
FIXED = st.sampled_from(
    [
        "各位代表：",
        "目录",
        "名词解释",
        "分享到：",
        "政 府 工 作 报 告",
        "——2024年1月1日在某县第一届人民代表大会第一次会议上",
        "县长 王某",
        "返回",
        "",
    ]
)


def read(text: str) -> Report:
    return read_text(text, "name", lambda _share: None).report()


def shown(report: Report) -> list[str]:
    """All words of a report, front matter first, then what was left out."""
    title = "" if report.title == "name" else report.title
    words = [title, report.subtitle, report.edition, *(value for _, value in report.meta)]
    words += paragraphs(report.preamble)
    for section in report.sections:
        words += [section.mark + section.title, *paragraphs(section.body)]
    return words + [problem.text for problem in report.problems]


def characters(texts: list[str]) -> list[str]:
    return sorted(re.sub(r"[\s●]", "", "".join(texts)))


@given(st.lists(st.one_of(SENTENCE, FIXED), max_size=30))
def test_nothing_is_lost_of_a_report(lines: list[str]) -> None:
    assert characters(shown(read("\n".join(lines)))) == characters(lines)


@given(st.lists(SIGNS, max_size=24))
def test_nothing_is_lost_whatever_the_signs(lines: list[str]) -> None:
    # Two asterisks around words are emphasis, also in plain text.
    lines = [line.replace("**", "*") for line in lines]
    report = read("\n".join(["正文。", *lines]))
    if "#" not in "".join(lines):
        assert characters(shown(report)) == characters(["正文。", *lines])


@given(st.lists(st.one_of(SENTENCE, FIXED), max_size=30))
def test_pieces_hold_the_text_in_its_order(lines: list[str]) -> None:
    draft = read_text("\n".join(lines), "name", lambda _share: None)
    assert "".join("".join(p.text.split()) for p in draft.pieces) == "".join(
        re.sub(r"^\s*●\s*(?=\S)", "", line).replace(" ", "").replace("\u3000", "") for line in lines
    )


def test_the_source_of_the_built_in_report_gives_the_same_sections(fixtures: Path) -> None:
    plain = open_report(fixtures / "gaohang-report.txt")
    built_in = open_report(BUILT_IN_REPORT)
    assert [(s.level, s.mark, s.title, s.body) for s in plain.sections] == [
        (s.level, s.mark, s.title, s.body) for s in built_in.sections
    ]
    fields = ("title", "subtitle", "edition")
    assert [getattr(plain, field) for field in fields] == [getattr(built_in, field) for field in fields]
    assert [problem.text for problem in plain.problems if problem.kind is ProblemKind.DEBRIS] == [
        "返回",
        "全站搜索",
    ]


def test_the_source_keeps_its_line_numbers(fixtures: Path) -> None:
    lines = (fixtures / "gaohang-report.txt").read_text("utf-8").split("\n")
    for section in open_report(fixtures / "gaohang-report.txt").sections:
        assert lines[section.line_no - 1].strip().startswith(section.mark.strip() or section.title[:5])


def test_text_without_any_heading_is_kept() -> None:
    report = read("只有一段话，没有标题。\n还有一段。")
    assert report.sections == ()
    assert paragraphs(report.preamble) == ["只有一段话，没有标题。", "还有一段。"]


def test_asterisks_around_words_are_emphasis_in_plain_text_too() -> None:
    report = read("题目\n各位代表：\n**重点抓好八个方面工作。**还有*星号*。")
    assert report.preamble.endswith("**重点抓好八个方面工作。**还有\\*星号\\*。")


def test_lists_in_the_front_matter_are_read() -> None:
    report = read("---\ntitle: 意见\nauthors:\n- 中共中央办公厅\n- 国务院办公厅\n---\n一、总体要求\n正文。")
    assert dict(report.meta)["authors"] == "中共中央办公厅、国务院办公厅"
    assert not report.problems


def test_tick_boxes_stay_where_they_are() -> None:
    report = read("一、意见\n□ 同意\n■ 已完成，并且附上了全部需要的材料和证明。")
    assert report.sections[0].body == "□ 同意\n\n■ 已完成，并且附上了全部需要的材料和证明。"
    assert read("一、意见\n■ 甲乙丙\n■ 丁戊己").sections[0].body == "- 甲乙丙\n- 丁戊己"
