"""Long bodies of Markdown: taken apart in stretches, with nothing lost and nothing torn."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gaohang_viewer.report.content import Code, List, Paragraph, Table, blocks, paragraphs, plain
from gaohang_viewer.report.figures import figures_in
from gaohang_viewer.report.folding import fold_with_places, places
from gaohang_viewer.report.stretches import stretches

pytestmark = pytest.mark.usefixtures("in_little_time")


@pytest.mark.parametrize(
    "sign",
    ["*a ", "_a ", "**a ", "[a", "[a](", "[a](b \"", "![[a", "`a``", "<a@", "<http://a", "&#a", "\\a", "- ", "> ", "*a_b ", "| a", "a\n> "],
)  # fmt: skip
def test_signs_by_the_ten_thousand_are_shown(sign: str) -> None:
    body = "# 甲\n" + sign * 30_000 + "乙"
    assert "".join(paragraphs(body)).count("a") == body.count("a")
    assert "乙" in "".join(paragraphs(body))


@pytest.mark.parametrize(
    "body",
    [
        "".join(f"[a{at}]: http://x/{at}\n" for at in range(5_000)),
        "<!-- \n\n" * 5_000,
        "".join(">" * (at % 900) + " a\n" for at in range(900)),
        "".join("  " * at + "- a\n" for at in range(900)),
        "".join("    " * at + "1. a\n" for at in range(600)),
        "\n".join("`" * (3 + at % 900) for at in range(1_800)),
        "甲" + " " * 300_000 + "乙\\*",
        "|a" * 20_000 + "|\n" + "|-" * 20_000 + "|\n",
    ],
    ids=range(8),
)
def test_what_is_nested_or_long_as_no_text_is_needs_little_time(body: str) -> None:
    assert blocks(body) or "http" in body


def test_a_long_body_is_the_blocks_of_its_parts() -> None:
    parts = [
        "正文**要点**，说明。",
        "- 甲\n- *乙*\n    - 丙",
        "| 甲 | 乙 |\n|---|---|\n| *1* | 2 |",
        "> 引*文*",
        "1. 一\n2. **二**",
        "```\n*码*\n\n码\n```",
    ]
    assert blocks("\n\n".join(parts * 150)) == tuple(block for part in parts for block in blocks(part)) * 150


def test_a_long_table_stays_whole() -> None:
    (table,) = blocks("| 甲 | *乙* |\n|---|---|\n" + "| **1** | [2](http://x.y) |\n" * 2_000)
    assert isinstance(table, Table)
    assert len(table.rows) == 2_001


def test_a_number_of_more_digits_than_any_list_has_is_text() -> None:
    digits = "9" * 5_000
    assert paragraphs(f"{digits}. *甲*") == [f"{digits}. 甲"]
    assert isinstance(blocks("999999999. *甲*")[0], List)


def test_a_line_that_is_no_markdown_is_shown_without_its_backslashes() -> None:
    (paragraph,) = blocks("\\*甲" * 700)
    assert isinstance(paragraph, Paragraph)
    assert plain(paragraph.runs) == "*甲" * 700


def test_fenced_code_ends_where_its_fence_does() -> None:
    assert blocks("~~~~\n`a`\n~~~\n~~~~~\n*乙*")[0] == Code("`a`\n~~~")


@given(
    st.lists(
        st.sampled_from(
            ("", "甲*乙*", "| a | b |", "|---|---|", "- a", "    b", "> c", "_" * 500, "*" * 700)
        ),
        max_size=60,
    )
)
def test_stretches_hold_every_line_in_order(lines: list[str]) -> None:
    found = [line for some in stretches(lines) for line in ([some] if isinstance(some, str) else some)]
    assert found == lines


def test_figures_of_a_paragraph_longer_than_any_are_those_at_its_beginning() -> None:
    text = "增长5万元、" * 50_000
    assert len(figures_in(text)) > 1_000
    assert figures_in("一百二十三万" * 100_000 + "增长" + "9" * 100_000 + "万元。") == []


def test_words_are_found_in_a_line_of_any_length() -> None:
    text = "甲" * 300_000 + "乙丙"
    assert places(text, "乙丙") == [(300_000, 300_002)]
    assert fold_with_places("㎞甲")[1] == [0, 0, 1]
