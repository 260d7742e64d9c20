"""Automatic numbers, as Word prints them."""

from __future__ import annotations

import pytest

from gaohang_viewer.loading.word.number_formats import format_number
from tests.loading.word.build import docx, item, levels, numbering, p, roles, style, texts

ABSTRACT = levels(
    ("chineseCountingThousand", "%1、"), ("chineseCountingThousand", "（%2）"), ("decimal", "%3.")
)


@pytest.mark.parametrize(
    ("number", "style_name", "written"),
    [
        (10, "chineseCounting", "十"),
        (12, "chineseCounting", "十二"),
        (20, "chineseCounting", "二十"),
        (100, "chineseCounting", "一○○"),
        (101, "chineseCountingThousand", "一百零一"),
        (110, "chineseCountingThousand", "一百一十"),
        (2005, "chineseCountingThousand", "二千零五"),
        (12, "chineseLegalSimplified", "壹拾贰"),
        (11, "japaneseCounting", "十一"),
        (101, "japaneseCounting", "百一"),
        (105, "ideographDigital", "一〇五"),
        (10, "ideographTraditional", "癸"),
        (11, "ideographTraditional", "11"),
        (12, "ideographZodiac", "亥"),
        (13, "ideographZodiacTraditional", "丙子"),
        (20, "decimalEnclosedCircle", "⑳"),
        (51, "decimalEnclosedCircle", "51"),
        (12, "decimalFullWidth", "１２"),
        (7, "decimalZero", "07"),
        (1994, "upperRoman", "MCMXCIV"),
        (28, "lowerLetter", "bb"),
        (781, "lowerLetter", "781"),
        (22, "ordinal", "22nd"),
        (11, "ordinal", "11th"),
        (3, "none", ""),
        (5, "hebrew1", "5"),
    ],
)
def test_numbers_are_written_in_every_format(number: int, style_name: str, written: str) -> None:
    assert format_number(number, style_name) == written


def test_no_format_fails_for_any_number() -> None:
    from gaohang_viewer.loading.word.number_formats import _FORMATS

    assert all(
        isinstance(format_number(number, name), str)
        for name in (*_FORMATS, "custom")
        for number in (0, 1, 9, 10, 99, 100, 1000, 9999, 10_000, 99_999)
    )


def test_a_custom_format_has_the_width_of_its_example() -> None:
    assert format_number(7, "custom", "001, 002, 003, ...") == "007"


def test_numbers_start_again_below_a_new_chapter() -> None:
    body = (
        item("甲")
        + item("乙", level=1)
        + item("丙", level=2)
        + item("丁", level=2)
        + item("戊")
        + item("己", level=1)
    )
    expected = ["一、甲", "（一）乙", "1. 丙", "2. 丁", "二、戊", "（一）己"]
    assert texts(docx(body, numbering=numbering(ABSTRACT))) == expected


@pytest.mark.parametrize(
    ("suffix", "text", "printed"),
    [
        ("", "第%1章", "第1章 总则"),
        ('<w:suff w:val="space"/>', "%1.", "1. 总则"),
        ('<w:suff w:val="nothing"/>', "%1.", "1.总则"),
        ('<w:suff w:val="space"/>', "%1、", "1、总则"),
        ("", "（%1）", "（1）总则"),
        ("", "", "总则"),
    ],
)
def test_a_number_brings_its_space_unless_its_last_sign_does(suffix: str, text: str, printed: str) -> None:
    assert texts(docx(item("总则"), numbering=numbering(levels(("decimal", text), more=suffix)))) == [printed]


def test_lists_of_one_kind_count_on_unless_they_start_anew() -> None:
    again = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    body = item("甲") + item("乙", num=2) + item("丙", num=3) + item("丁", num=3) + item("戊", num=1)
    printed = texts(docx(body, numbering=numbering(ABSTRACT, "", "", again)))
    assert printed == ["一、甲", "二、乙", "一、丙", "二、丁", "三、戊"]


def test_a_bullet_makes_a_point_without_its_sign() -> None:
    assert roles(docx(item("要点"), numbering=numbering(levels(("bullet", "\uf0b7"))))) == [
        ("point", 0, "要点")
    ]


def test_styles_bring_numbers_by_the_level_that_names_them() -> None:
    styles = style("a", "heading 1", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>')
    styles += style("b", "heading 2", based_on="a")
    linked = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:pStyle w:val="{name}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
        for at, name, text in ((0, "a", "%1、"), (1, "b", "（%2）"))
    )
    no_number = p("丙", style="a", properties='<w:numPr><w:numId w:val="0"/></w:numPr>')
    body = p("甲", style="a") + p("乙", style="b") + no_number
    assert roles(docx(body, styles=styles, numbering=numbering(linked))) == [
        ("heading", 1, "一、甲"),
        ("heading", 2, "（一）乙"),
        ("heading", 1, "丙"),
    ]


def test_a_list_may_stand_with_a_numbering_style() -> None:
    styles = style("n", "多级", '<w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr>', kind="numbering")
    lists = (
        '<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="n"/></w:abstractNum>'
        f'<w:abstractNum w:abstractNumId="1"><w:styleLink w:val="n"/>{ABSTRACT}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    )
    assert texts(docx(item("甲") + item("乙", num=2), styles=styles, numbering=lists)) == ["一、甲", "二、乙"]


def test_an_empty_numbered_paragraph_counts_and_a_hidden_one_does_not() -> None:
    hidden = item("隐").replace("<w:rPr></w:rPr>", "<w:rPr><w:vanish/></w:rPr>")
    assert texts(docx(item("甲") + item("") + hidden + item("乙"), numbering=numbering(ABSTRACT))) == [
        "一、甲",
        "三、乙",
    ]


def test_nonsense_in_the_numbering_does_no_harm() -> None:
    huge = levels(("upperRoman", "%1.")).replace('w:start w:val="1"', 'w:start w:val="2000000000"')
    assert texts(docx(item("甲"), numbering=numbering(huge)))[0].endswith("甲")
    assert texts(docx(item("甲", num=7) + item("乙", level=8), numbering=numbering(ABSTRACT))) == ["甲", "乙"]
    circle = '<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="n"/></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    styles = style("n", "n", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>', kind="numbering")
    assert texts(docx(item("甲"), styles=styles, numbering=circle)) == ["甲"]
