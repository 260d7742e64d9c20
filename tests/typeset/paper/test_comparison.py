"""A comparison on paper."""

from __future__ import annotations

from gaohang_viewer.report.comparison import compare
from gaohang_viewer.report.figure_changes import figure_changes
from gaohang_viewer.report.model import Report, Section
from gaohang_viewer.typeset.engine.compiler import compile_job
from gaohang_viewer.typeset.paper.comparison import comparison_job
from tests.typeset.conftest import ReadBack, Reader


def changed(report: Report) -> Report:
    first, second, third, *others = report.sections
    third = third._replace(body=third.body.replace("23.9亿元", "26.1亿元"))
    return Report(
        report.title,
        edition="第三版",
        sections=(first, second, third, *others[1:], Section(1, "", "新的一章", 1, "新的一段。")),
    )


def set_pages(old: Report, new: Report, read_back: Reader, language: str = "zh") -> ReadBack:
    comparison = compare(old, new)
    job = comparison_job(comparison, figure_changes(comparison), full_width=True, language=language)
    return read_back(compile_job(job).pdf)


def test_it_tells_what_is_compared_how_much_differs_and_where(report: Report, read_back: Reader) -> None:
    text = set_pages(report, changed(report), read_back).text
    for words in (
        "两份报告的差异",
        "第二版",
        "第三版",
        "数据变化",
        "年均税收",
        "23.9亿元",
        "26.1亿元",
        "新的一章",
        "新增",
        "删除",
    ):
        assert words in text
    assert "五年来，办妥了一系列难事" not in text  # it is the same in both


def test_sections_are_bookmarks(report: Report, read_back: Reader) -> None:
    names = [title for _, title in set_pages(report, changed(report), read_back).bookmarks()]
    assert names[:2] == ["数据变化", "内容变化"]
    assert any("新的一章" in name for name in names)


def test_nothing_in_a_report_is_markup(read_back: Reader) -> None:
    old = Report("#title", sections=(Section(1, "", "$x$ #h", 1, "#set page(fill: red) *a* @b"),))
    new = Report("#title", sections=(Section(1, "", "$x$ #h", 1, "#set page(fill: blue) *a* @b"),))
    text = set_pages(old, new, read_back).text
    assert "setpage(fill:redblue)" in text


def test_equal_reports_and_another_language_are_set_too(report: Report, read_back: Reader) -> None:
    assert "Whatdiffersintworeports" in set_pages(report, report, read_back, "en").text
