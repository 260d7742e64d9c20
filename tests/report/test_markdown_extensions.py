"""Markdown beyond its core, as reports have it."""

from __future__ import annotations

import pytest

from gaohang_viewer.loading.markdown import find_headings
from gaohang_viewer.report.blocks import Block, Code, List, Paragraph, plain
from gaohang_viewer.report.markdown_reader import blocks, paragraphs


def nested(some: tuple[Block, ...]) -> list[object]:
    """The texts of lists, each with those below it."""
    found: list[object] = []
    for block in some:
        if isinstance(block, List):
            entries = ((plain(item.runs), nested(item.blocks)) for item in block.items)
            found += [(words, below) if below else words for words, below in entries]
        elif isinstance(block, Paragraph):
            found.append(plain(block.runs))
    return found


def test_footnotes_have_the_marks_of_notes_and_are_paragraphs() -> None:
    body = "文字[^1]，又一处[^补充]。\n\n[^1]: 第一个注。\n[^补充]: 第二个注，\n    接着。"
    assert paragraphs(body) == ["文字〔1〕，又一处〔补充〕。", "〔1〕第一个注。", "〔补充〕第二个注，接着。"]


def test_a_caret_in_code_is_no_footnote() -> None:
    assert blocks("```\n[^1]\n```")[0] == Code("[^1]")


def test_tasks_have_boxes() -> None:
    assert paragraphs("- [ ] 未完成\n- [x] 已完成\n1. [X] 也完成\n\n[x] 不是任务") == [
        "□ 未完成", "√ 已完成", "√ 也完成", "[x] 不是任务",
    ]  # fmt: skip


@pytest.mark.parametrize("step", [2, 3, 4])
def test_a_list_is_nested_by_two_three_or_four_spaces(step: int) -> None:
    at = " " * step
    body = f"- 一\n{at}- 二\n{at * 2}- 三\n{at}- 又二\n- 又一"
    assert nested(blocks(body)) == [("一", [("二", ["三"]), "又二"]), "又一"]


def test_bullets_below_a_number_and_what_belongs_to_an_entry() -> None:
    body = "1. 甲\n   - 甲下\n     接着\n2. 乙\n\n   乙的另一段\n\n末段"
    assert nested(blocks(body)) == [("甲", ["甲下接着"]), ("乙", ["乙的另一段"]), "末段"]


@pytest.mark.parametrize("formula", ["$x^2*y_3*z$", r"$\alpha_1 \times \{b\} * c * d$", "$$E = m*c^2*d$$"])
def test_a_formula_is_shown_as_it_is_written(formula: str) -> None:
    assert paragraphs(f"增长{formula}，**快**。") == [f"增长{formula}，快。"]


def test_two_prices_are_no_formula() -> None:
    assert paragraphs("从$5 **涨**到 $6。") == ["从$5 涨到 $6。"]


def test_what_unfolds_is_open() -> None:
    body = "<details>\n<summary>说明</summary>\n\n里面**粗**。\n\n- 列\n\n</details>\n\n文。"
    assert paragraphs(body) == ["说明", "里面粗。", "列", "文。"]
    assert paragraphs("<details open><summary>一行</summary>正文</details>") == ["一行", "正文"]


def test_a_tag_within_a_line_is_text() -> None:
    assert paragraphs("标记 <details> 用来折叠。") == ["标记 <details> 用来折叠。"]


def test_struck_words_are_struck() -> None:
    (paragraph,) = blocks("目标~~5%~~6%")
    assert isinstance(paragraph, Paragraph)
    assert [run.struck for run in paragraph.runs] == [False, True, False]


def test_a_headline_with_a_footnote_has_its_mark() -> None:
    headings, _ = find_headings(["# 总体要求[^1]"], 0)
    assert headings == [(0, 1, "总体要求〔1〕")]
