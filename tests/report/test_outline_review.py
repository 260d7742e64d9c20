from __future__ import annotations

import pytest

from gaohang_viewer.loading import open_report
from gaohang_viewer.report.model import Report, Section
from gaohang_viewer.report.outline_review import LONG_SECTION, DoubtKind, doubts, similar
from gaohang_viewer.resources import BUILT_IN_REPORT


def report(*headlines: str) -> Report:
    """A report of headlines, each indented by one space for a level; a bar ends the mark."""
    sections = []
    for line, headline in enumerate(headlines, 1):
        mark, _, title = headline.strip().rpartition("|")
        sections.append(Section(len(headline) - len(headline.lstrip()) + 1, mark, title, line))
    return Report("报告", sections=tuple(sections))


def found(kind: DoubtKind, of: Report) -> list[str]:
    return [of.sections[doubt.section].title for doubt in doubts(of) if doubt.kind is kind]


def test_the_only_section_of_a_chapter_is_doubtful() -> None:
    outline = report("一、|回顾", " （一）|工业", "二、|安排", " （一）|农业", " （二）|水利")
    assert found(DoubtKind.ONLY_CHILD, outline) == ["工业"]


@pytest.mark.parametrize(
    ("headlines", "expected"),
    [
        (("一、|甲", "二、|乙", "四、|丁"), ["丁"]),
        (("二、|乙", "三、|丙"), ["乙"]),
        (("一、|甲", "二、|乙", "一、|丙", "二、|丁"), []),  # another count begins
        (("第一部分", "一、|甲", "二、|乙"), []),
        (("一、|甲", " 1.|a", " 2.|b", "二、|乙", " 4.|d"), ["d"]),
        (("第一篇|甲", " 第一章|a", " 第二章|b", "第二篇|乙", " 第三章|c"), []),  # counted through all parts
    ],
)
def test_siblings_that_are_missing_are_noticed(headlines: tuple[str, ...], expected: list[str]) -> None:
    assert found(DoubtKind.GAP, report(*headlines)) == expected


def test_a_very_long_section_is_doubtful() -> None:
    long = Section(1, "一、", "甲", 1, "字" * (LONG_SECTION + 1))
    brief = Section(1, "二、", "乙", 2, "字" * LONG_SECTION)
    assert found(DoubtKind.LONG, Report("报告", sections=(long, brief))) == ["甲"]


def test_of_two_kinds_that_contain_each_other_the_rarer_way_is_doubtful() -> None:
    usual = ("一、|甲", " （一）|a", " （二）|b", "二、|乙", " （一）|c", " （二）|d")
    assert found(DoubtKind.TURNED, report(*usual)) == []
    assert found(DoubtKind.TURNED, report(*usual, "（三）|丙", " 三、|e")) == ["e"]


def test_a_kind_of_mark_in_itself_is_doubtful() -> None:
    assert found(DoubtKind.TURNED, report("一、|甲", " 一、|a", " 二、|b")) == ["a", "b"]


def test_the_built_in_report_is_beyond_doubt() -> None:
    assert doubts(open_report(BUILT_IN_REPORT)) == []


def test_headings_like_one_have_its_mark_and_level() -> None:
    outline = report("一、|甲", " （一）|a", " 附注", "二、|乙", " （一）|c", " 说明")
    assert similar(outline, 1) == [1, 4]
    assert similar(outline, 2) == [2, 5]
    assert similar(outline, 0) == [0, 3]


def test_headings_like_one_go_on_in_their_line_as_it_does() -> None:
    chapter, run_in = Section(1, "一、", "甲", 1, "文。", 2), Section(1, "一、", "乙。", 3, "文。", 3)
    outline = Report("报告", sections=(chapter, run_in, run_in, chapter))
    assert similar(outline, 0) == [0, 3]
    assert similar(outline, 1) == [1, 2]
