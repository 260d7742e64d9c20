"""Long bodies of Markdown: split into chunks, with no text lost and no construct broken."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gaohang_viewer.report.blocks import Code, Image, List, Paragraph, Run, Table, images, plain
from gaohang_viewer.report.folding import fold_with_positions, occurrences
from gaohang_viewer.report.key_figures.extract import figures_in
from gaohang_viewer.report.markdown_chunks import chunks
from gaohang_viewer.report.markdown_reader import blocks, paragraphs


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


@pytest.mark.parametrize("between", ["", "```\n码\n```\n\n", "长" * 800 + "\n\n"])
@pytest.mark.parametrize("quote", ["", "> "])
def test_an_address_is_known_before_and_after_it_is_told(between: str, quote: str) -> None:
    link = (Run("见"), Run("官网", link="https://a.cn/"), Run("。"))
    first, *_, last = blocks(
        f"见[官网][1]。\n\n{between * 10}{quote}[1]: https://a.cn/\n\n{between * 10}见[官网][1]。"
    )
    assert first == last == Paragraph(link)


def test_of_two_addresses_of_one_name_the_last_counts_however_long_the_body() -> None:
    both = "[1]: https://a.cn/\n\n见[官网][1]。\n\n{}[1]: https://b.cn/"
    assert blocks(both.format(""))[0] == blocks(both.format(("长" * 800 + "\n\n") * 10))[0]


def test_an_address_in_code_is_code() -> None:
    body = "[甲][1]\n\n```\n[1]: https://a.cn/\n```"
    assert blocks(body) == (Paragraph((Run("[甲][1]"),)), Code("[1]: https://a.cn/"))


@pytest.mark.parametrize(
    "body", ["![图]({})", "![图][i]\n\n[i]: {}", "> ![图]({} '题')", "- 甲\n\n    ![图]({})"]
)
def test_a_picture_in_an_address_is_a_picture_however_large(body: str) -> None:
    address = "data:image/png;base64," + "iVBORw0KGgo/+A" * 6_000 + "=="
    assert list(images(blocks(body.format(address)))) == [Image(address, "图")]
    assert address not in "".join(paragraphs(f"字![]({address})字"))
    assert paragraphs(f"字![]({address})字") == ["字data:image/png;base64字"]


def test_data_that_is_no_picture_is_shown_as_written() -> None:
    data = "data:image/png;base64," + "A" * 500
    assert paragraphs(f"**甲** {data} `{data}`\n```\n{data}\n```") == [f"甲 {data} {data}", data]


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
    found = [line for some in chunks(lines) for line in ([some] if isinstance(some, str) else some)]
    assert found == lines


def test_figures_of_a_paragraph_longer_than_any_are_those_at_its_beginning() -> None:
    text = "增长5万元、" * 50_000
    assert len(figures_in(text)) > 1_000
    assert figures_in("一百二十三万" * 100_000 + "增长" + "9" * 100_000 + "万元。") == []


def test_words_are_found_in_a_line_of_any_length() -> None:
    text = "甲" * 300_000 + "乙丙"
    assert occurrences(text, "乙丙") == [(300_000, 300_002)]
    assert fold_with_positions("㎞甲")[1] == [0, 0, 1]
