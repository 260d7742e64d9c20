"""Comparing two reports."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gaohang_viewer.report.comparison import Change, Comparison, compare, paragraphs_of
from gaohang_viewer.report.figure_changes import FigureChange, figure_changes
from gaohang_viewer.report.model import Report, Section
from gaohang_viewer.report.word_diff import DiffSegment, widened, word_diff


def report(*sections: tuple[int, str, str], title: str = "报告") -> Report:
    return Report(title, sections=tuple(Section(level, "", name, 1, body) for level, name, body in sections))


def told(comparison: Comparison) -> list[str]:
    """Every pair but the front page: its change, its headline, and whether it has moved."""
    found = []
    for pair in comparison.pairs:
        if pair.new == -1:
            continue
        side, at = (comparison.new, pair.new) if pair.new is not None else (comparison.old, pair.old)
        assert at is not None
        found.append(f"{pair.change.value} {side.sections[at].title}{'*' if pair.moved else ''}")
    return found


OLD = report(
    (1, "经济", "税收23.9亿元。"),
    (2, "产业", "引进企业10家。"),
    (2, "营商", "流程更简。"),
    (1, "民生", "救助百人。"),
    (2, "养老", "新增床位。"),
)


def test_equal_reports_have_no_differences() -> None:
    assert {pair.change for pair in compare(OLD, OLD).pairs} == {Change.SAME}


def test_width_white_space_and_numbers_of_headlines_make_no_difference() -> None:
    sections = [
        section._replace(mark="九、", body=section.body.replace("。", " 。\n")) for section in OLD.sections
    ]
    assert {pair.change for pair in compare(OLD, Report("报告", sections=tuple(sections))).pairs} == {
        Change.SAME
    }


def test_changed_new_gone_and_moved_sections_are_told() -> None:
    new = report(
        (1, "经济", "税收26.1亿元。"),
        (2, "营商", "流程更简。"),
        (2, "产业", "引进企业10家。"),
        (1, "科技", "专利更多。"),
        (1, "民生", "救助百人。"),
    )
    assert told(compare(OLD, new)) == [
        "changed 经济",
        "moved 营商*",
        "same 产业",
        "new 科技",
        "same 民生",
        "gone 养老",
    ]


def test_a_section_that_went_to_another_parent_has_moved() -> None:
    new = report(
        (1, "经济", "税收23.9亿元。"),
        (2, "产业", "引进企业10家。"),
        (1, "民生", "救助百人。"),
        (2, "营商", "流程更简。"),
        (2, "养老", "新增床位。"),
    )
    assert told(compare(OLD, new)) == ["same 经济", "same 产业", "same 民生", "moved 营商*", "same 养老"]


def test_a_renamed_section_is_the_same_one() -> None:
    new = report(
        (1, "经济发展", "税收23.9亿元。"),
        (2, "产业", "引进企业10家。"),
        (2, "营商", "流程更简。"),
        (1, "民生", "救助百人。"),
        (2, "养老", "新增床位。"),
    )
    assert told(compare(OLD, new))[0] == "changed 经济发展"


def test_words_are_compared_inside_paragraphs() -> None:
    new = report((1, "经济", "税收26.1亿元。\n\n又加一段。"))
    comparison = compare(report((1, "经济", "税收23.9亿元。")), new)
    assert paragraphs_of(comparison, comparison.pairs[1]) == [
        [DiffSegment("same", "经济")],
        [
            DiffSegment("same", "税收"),
            DiffSegment("gone", "23.9亿元"),
            DiffSegment("new", "26.1亿元"),
            DiffSegment("same", "。"),
        ],
        [DiffSegment("new", "又加一段。")],
    ]


def test_figures_that_differ_are_listed() -> None:
    new = report(
        (1, "经济", "税收26.1亿元，单位面积产出居首。"),
        (2, "产业", "引进企业10家，新建厂房3座。"),
        (2, "营商", "流程更简。"),
        (1, "民生", "救助百人。"),
    )
    assert figure_changes(compare(OLD, new)) == [
        FigureChange("税收", "23.9亿元", "26.1亿元", 0),
        FigureChange("新建厂房", "", "3座", 1),
    ]


def test_a_figure_that_each_report_names_once_is_one_wherever_it_stands() -> None:
    old = report(
        (1, "去年工作回顾", "税收23.9亿元。引进企业10家。新建厂房3座。新建厂房4座。过去一年风雨兼程。"),
        (1, "民生", "救助百人。"),
    )
    new = report(
        (1, "民生", "救助百人。"),
        (1, "主要成绩", "面向未来砥砺前行。新建厂房5座。引进企业10家。全镇上下同心。税收26.1亿元。"),
    )
    changes = figure_changes(compare(old, new))
    assert changes == [
        FigureChange("新建厂房", "3座", "", 0),
        FigureChange("新建厂房", "4座", "", 0),
        FigureChange("新建厂房", "", "5座", 1),
        FigureChange("税收", "23.9亿元", "26.1亿元", 1),
    ]


@pytest.mark.parametrize(
    ("old", "new", "gone", "added"),
    [
        ("税收23.9亿元。", "税收26.1亿元。", ["23.9亿元"], ["26.1亿元"]),
        ("增长5%以上", "增长15.5%以上", ["5%"], ["15.5%"]),
        ("大力推进产业发展", "全力推进产业升级", ["大", "发展"], ["全", "升级"]),
        ("甲乙丙，丁戊己。", "甲乙丙，丁戊己。庚", [], ["庚"]),
    ],
)
def test_a_change_is_told_in_whole_words_and_numbers(
    old: str, new: str, gone: list[str], added: list[str]
) -> None:
    pieces = word_diff(old, new)
    assert [piece.text for piece in pieces if piece.kind == "gone"] == gone
    assert [piece.text for piece in pieces if piece.kind == "new"] == added


def test_a_stray_character_between_two_changes_is_part_of_them() -> None:
    assert word_diff("甲的乙", "丙的丁") == [DiffSegment("gone", "甲的乙"), DiffSegment("new", "丙的丁")]


def test_punctuation_is_judged_over_the_whole_text() -> None:
    assert (
        widened(
            [
                DiffSegment("same", "税收"),
                DiffSegment("gone", "3元"),
                DiffSegment("new", "4元"),
                DiffSegment("same", ",单位"),
            ]
        )[-1].text
        == "，单位"
    )


TEXT = st.text(alphabet="高行发展增长，。12.5% 亿元ab\n", max_size=60)


@given(TEXT, TEXT)
def test_the_pieces_make_up_both_texts(old: str, new: str) -> None:
    pieces = word_diff(old, new)
    assert "".join(piece.text for piece in pieces if piece.kind != "new") == old
    assert "".join(piece.text for piece in pieces if piece.kind != "gone") == new


SECTIONS = st.lists(
    st.tuples(
        st.integers(1, 3), st.sampled_from("甲乙丙丁戊"), st.sampled_from(["", "文。", "另一段文字。"])
    ),
    max_size=8,
)


@given(SECTIONS, SECTIONS)
def test_every_section_is_in_one_pair(
    old: list[tuple[int, str, str]], new: list[tuple[int, str, str]]
) -> None:
    comparison = compare(report(*_continuous(old)), report(*_continuous(new)))
    olds = [pair.old for pair in comparison.pairs if pair.old is not None]
    news = [pair.new for pair in comparison.pairs if pair.new is not None]
    assert sorted(olds) == [*range(-1, len(old))]
    assert news == [*range(-1, len(new))]


def _continuous(sections: list[tuple[int, str, str]]) -> list[tuple[int, str, str]]:
    last, found = 0, []
    for level, name, body in sections:
        last = min(level, last + 1)
        found.append((last, name, body))
    return found
