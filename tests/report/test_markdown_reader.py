"""What becomes of a section's Markdown."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from gaohang_viewer.report.blocks import Code, Image, Item, List, Paragraph, Quote, Rule, Run, Table, texts_of
from gaohang_viewer.report.markdown_elements import parsed
from gaohang_viewer.report.markdown_reader import blocks, paragraphs


def runs(text: str) -> tuple[Run, ...]:
    (paragraph,) = blocks(text)
    assert isinstance(paragraph, Paragraph)
    return paragraph.runs


def test_styles_and_links() -> None:
    assert runs("甲**乙***丙*`a<b`[丁](http://x.y)") == (
        Run("甲"),
        Run("乙", bold=True),
        Run("丙", italic=True),
        Run("a<b", code=True),
        Run("丁", link="http://x.y"),
    )


def test_a_picture_on_its_own_is_a_block_and_one_in_a_line_is_its_words() -> None:
    assert blocks("![全景](image:1.png)") == (Image("image:1.png", "全景"),)
    assert runs("见![全景](image:1.png)。") == (Run("见"), Run("全景", italic=True), Run("。"))
    assert paragraphs("![全景](image:1.png)") == ["全景"]


def test_html_is_text() -> None:
    assert runs("<b>甲</b> &lt; <script>x</script>") == (Run("<b>甲</b> &lt; <script>x</script>"),)
    assert paragraphs("<div>\n\n甲\n\n</div>") == ["<div>", "甲", "</div>"]


def test_lines_broken_in_the_source_are_joined_without_a_space_between_han() -> None:
    assert paragraphs("甲乙\n丙丁 and\nso on\n戊") == ["甲乙丙丁 and so on戊"]
    assert paragraphs("*甲*乙  \n丙") == ["甲乙\n丙"]


def test_lists_nest_and_numbered_ones_keep_their_start() -> None:
    assert blocks("- 甲\n    - 乙\n- *丙*") == (
        List((Item((Run("甲"),), (List((Item((Run("乙"),)),)),)), Item((Run("丙", italic=True),)))),
    )
    assert blocks("3. 甲\n4. 乙") == (List((Item((Run("甲"),)), Item((Run("乙"),))), start=3),)


def test_bullets_then_numbers_are_two_lists() -> None:
    assert [getattr(block, "start", 0) for block in blocks("- 甲\n\n1. 乙")] == [None, 1]


def test_other_blocks() -> None:
    assert blocks("> 甲") == (Quote((Paragraph((Run("甲"),)),)),)
    assert blocks("```py\n# 甲\n**x** &amp;\n```") == (Code("# 甲\n**x** &amp;"),)
    assert blocks("***") == (Rule(),)
    assert blocks("|甲|乙|\n|-|-|\n|1|*2*|") == (
        Table((((Run("甲"),), (Run("乙"),)), ((Run("1"),), (Run("2", italic=True),)))),
    )


def test_code_after_a_list_is_not_part_of_it() -> None:
    assert blocks("- 甲\n\n~~~\nx\n~~~\n乙") == (
        List((Item((Run("甲"),)),)),
        Code("x"),
        Paragraph((Run("乙"),)),
    )


def test_no_text_no_blocks() -> None:
    assert blocks(" \n\t\n") == ()


@pytest.mark.parametrize("written", ["li.ming@gov.cn", "mailto:li.ming@gov.cn"])
def test_the_address_of_a_mail_is_a_link_that_is_shown_as_it_is(written: str) -> None:
    address = Run("li.ming@gov.cn", link="mailto:li.ming@gov.cn")
    assert runs(f"信<{written}>箱") == (Run("信"), address, Run("箱"))
    assert runs("<a_b&c_d@gov.cn>")[0].link == "mailto:a_b&c_d@gov.cn"


def test_what_is_no_address_of_a_mail_is_text() -> None:
    assert paragraphs("甲<乙@丙>、<a@b c>") == ["甲<乙@丙>、<a@b c>"]


LINES = st.lists(
    st.text(alphabet="甲乙，a1.-()： ", max_size=8) | st.sampled_from(["", "- 甲", "- 乙乙"]), max_size=12
)


@example(" \n- 1")
@example("-- -")
@example("- - 1")
@example("- 1. 甲")
@given(LINES.map("\n".join))
def test_a_body_without_signs_needs_no_parser_and_reads_the_same(body: str) -> None:
    expected = ["".join(text.split()) for text in texts_of(parsed(body))]
    assert ["".join(text.split()) for text in paragraphs(body)] == expected


@given(st.text(alphabet="甲a \n-*_`#>|[]()<>!&\\1.~=:\u0002\u0003{}", max_size=60))
def test_any_text_becomes_blocks(body: str) -> None:
    shown = "".join(paragraphs(body))
    assert shown.count("甲") <= body.count("甲")
    if not set(body) & set("[]()<>:!|&"):  # links, images and tables may hold text that is not shown
        assert shown.count("甲") == body.count("甲")


@pytest.mark.parametrize("body", ["*" * 3000, "[" * 3000, "`" * 3000 + "甲", "> " * 200 + "甲"])
def test_hostile_bodies_end(body: str) -> None:
    assert blocks(body)


def test_notes_below_a_text_are_shown_and_addresses_lead_on() -> None:
    assert paragraphs("正文[^1]*a*\n\n[^1]: 本表数据来自统计局\n\n[注]: 同上") == [
        "正文〔1〕a",
        "〔1〕本表数据来自统计局",
        "[注]: 同上",
    ]
    assert runs('见[甲][1]\n\n[1]: http://x.y "乙"') == (Run("见"), Run("甲", link="http://x.y"))
