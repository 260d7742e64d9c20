"""The outline of plain text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from gaohang_viewer.loading import open_report
from gaohang_viewer.loading.frontmatter import FrontMatter
from gaohang_viewer.loading.plaintext import read_plain_text
from gaohang_viewer.report.content import paragraphs
from gaohang_viewer.report.model import ProblemKind
from gaohang_viewer.resources import BUILT_IN_REPORT

if TYPE_CHECKING:
    from pathlib import Path

    from gaohang_viewer.report.model import Report


def read(text: str) -> Report:
    return read_plain_text(text.split("\n"), FrontMatter(0, {}, []), "name").report()


def outline(text: str) -> list[tuple[int, str]]:
    return [(section.level, section.headline) for section in read(text).sections]


def test_the_source_of_the_built_in_report_gives_the_same_sections(fixtures: Path) -> None:
    plain = open_report(fixtures / "gaohang-report.txt")
    built_in = open_report(BUILT_IN_REPORT)
    assert [(s.level, s.mark, s.title, s.body) for s in plain.sections] == [
        (s.level, s.mark, s.title, s.body) for s in built_in.sections
    ]
    assert (plain.title, plain.subtitle, plain.edition) == (
        built_in.title,
        built_in.subtitle,
        built_in.edition,
    )
    assert [problem.text for problem in plain.problems if problem.kind is ProblemKind.DEBRIS] == [
        "返回",
        "全站搜索",
    ]


def test_the_source_keeps_its_line_numbers(fixtures: Path) -> None:
    lines = (fixtures / "gaohang-report.txt").read_text("utf-8").split("\n")
    for section in open_report(fixtures / "gaohang-report.txt").sections:
        assert lines[section.line_no - 1].strip().startswith(section.mark.strip() or section.title[:5])


def test_marks_rank_by_their_kind() -> None:
    text = "题目\n\n一、甲\n（一）乙\n1.丙\n文。\n2.丁\n文。\n(二)戊\n文。\n二、己\n文。"
    assert outline(text) == [
        (1, "一、甲"),
        (2, "（一）乙"),
        (3, "1.丙"),
        (3, "2.丁"),
        (2, "(二)戊"),
        (1, "二、己"),
    ]


def test_a_short_line_above_text_is_a_headline_and_several_are_points() -> None:
    text = "一、甲乙\n经济发展进中提质\n年均税收增长。\n发展能级提升\n引进项目。\n要点之一\n要点之二\n二、丙丁\n文。"
    report = read(text)
    assert outline(text) == [(1, "一、甲乙"), (2, "经济发展进中提质"), (2, "发展能级提升"), (1, "二、丙丁")]
    assert paragraphs(report.sections[2].body) == ["引进项目。", "要点之一", "要点之二"]


def test_headlines_broken_over_two_lines_are_joined() -> None:
    text = "一、甲\n(一)在产城融合上引领,区域发展\n\n加载新引擎\n\n●大发展。\n(二)在品质上引领,城市形象\n实现新提升\n●蓝图。"
    assert outline(text)[1:] == [
        (2, "(一)在产城融合上引领,区域发展加载新引擎"),
        (2, "(二)在品质上引领,城市形象实现新提升"),
    ]


def test_a_numbered_sentence_is_text() -> None:
    assert outline("一、甲\n1.今年完成了十件实事。群众满意。\n文。") == [(1, "一、甲")]
    assert outline("一、甲\n2.5亿元的投资到位。\n文。") == [(1, "一、甲")]


def test_text_without_any_headline_is_kept() -> None:
    report = read("只有一段话，没有标题。\n还有一段。")
    assert report.sections == ()
    assert paragraphs(report.preamble) == ["只有一段话，没有标题。", "还有一段。"]


SIGNS = st.text(alphabet="甲乙丙一二（）()、。：:.1290*_#`[]<>|\\-+~=!&● \tab", max_size=24)


@given(st.lists(SIGNS, max_size=24))
def test_nothing_is_lost_whatever_the_text(lines: list[str]) -> None:
    report = read("\n".join(lines))
    shown = [report.edition, report.title if report.title != "name" else "", report.subtitle]
    shown += paragraphs(report.preamble)
    for section in report.sections:
        shown += [section.mark + section.title, *paragraphs(section.body)]
    for problem in report.problems:
        shown.append(problem.text)
    kept = sorted("".join("".join(shown).split()).replace("●", ""))
    assert kept == sorted("".join("".join(lines).split()).replace("●", ""))
