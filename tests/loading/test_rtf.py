"""Rich Text Format as reports."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gaohang_viewer.loading import open_report
from gaohang_viewer.loading.limits import TooLarge
from gaohang_viewer.loading.rtf import read_rtf

if TYPE_CHECKING:
    from pathlib import Path

    from gaohang_viewer.report.draft import Draft

HEAD = (
    r"\ansi\ansicpg936{\fonttbl{\f0\fcharset134 SimSun;}{\f1\fcharset0 Arial;}}"
    r"{\stylesheet{\s0 Normal;}{\s1\outlinelevel0 heading 1;}{\s2 heading 2;}{\s3 Title;}{\s4 toc 1;}}"
)


def u(text: str) -> str:
    """Chinese text as Unicode with a question mark for older readers."""
    return "".join(sign if sign.isascii() else f"\\u{ord(sign)}?" for sign in text)


def rtf(body: str) -> bytes:
    return ("{\\rtf1" + HEAD + body + "}").encode("gb18030")


def read(data: bytes) -> Draft:
    return read_rtf(data, "name", lambda _: None)


def texts(body: str) -> list[str]:
    return [piece.markdown or piece.text for piece in read(rtf(body)).pieces]


def roles(body: str) -> list[tuple[str, int, str]]:
    return [(piece.role.value, piece.level, piece.text) for piece in read(rtf(body)).pieces]


def test_headings_and_text_become_a_report(tmp_path: Path) -> None:
    body = f"\\pard\\s3 {u('某区报告')}\\par\\pard\\s1 {u('一、回顾')}\\par\\pard\\plain {u('正文。')}\\par"
    body += f"\\pard\\s2 {u('（一）经济。增长6%。')}\\par\\pard\\outlinelevel0 {u('二、安排')}\\par"
    (tmp_path / "a.rtf").write_bytes(rtf(body))
    report = open_report(tmp_path / "a.rtf")
    assert report.title == "某区报告"
    assert [(each.level, each.headline, each.body) for each in report.sections] == [
        (1, "一、回顾", "正文。"),
        (2, "（一）经济", "增长6%。"),
        (1, "二、安排", ""),
    ]


def test_bytes_are_in_the_code_page_of_their_font_and_unicode_has_a_fallback() -> None:
    assert texts("\\f0 \\'d6\\'d0文\\f1 \\'b6\\'d4") == ["中文对"]
    assert texts("\\uc2 \\u20013\\'d6\\'d0\\u25991 ab!{\\uc0 \\u-10179 \\u-8704 x}") == ["中文!😀x"]
    assert texts("\\ldblquote a\\rdblquote\\emdash\\tab b\\~c\\_d\\{\\}\\\\") == [
        "“a”— b c-d{}\\\\".replace("\\\\", "\\")
    ]


def test_printed_numbers_stand_before_their_text_and_bullets_make_points() -> None:
    label = "{{\\listtext\\pard\\plain {}\\tab}}"
    body = f"{label.format(u('（一）'))}{u('甲')}\\par{label.format('1.')}{u('乙')}\\par"
    body += f"{{\\listtext\\f2 \\'b7\\tab}}{u('丙')}\\par{label.format('5.1 ')}{u('丁')}"
    assert roles(body) == [
        ("text", 0, "（一）甲"),
        ("text", 0, "1. 乙"),
        ("point", 0, "丙"),
        ("text", 0, "5.1 丁"),
    ]


def test_formats_come_through_and_what_is_left_out_is_told() -> None:
    body = "10{\\super 8} CO{\\sub 2}{\\b x}{\\strike 5}6{\\v hid}{\\deleted del}{\\*\\atnid q}{\\annotation note}{\\pict\\bin3 }}}}\\line y"
    draft = read(rtf(body))
    assert [piece.markdown or piece.text for piece in draft.pieces] == ["10⁸ CO₂**x**~~5~~6", "y"]
    assert {(problem.kind.value, problem.text) for problem in draft.problems} == {
        ("struck", "5"),
        ("hidden", "hid"),
        ("comment", "note"),
        ("not-shown", "pict"),
    }


def test_tables_notes_boxes_and_fields() -> None:
    table = "\\trowd\\pard\\intbl a\\cell b\\cell\\row\\trowd\\pard\\intbl c{\\footnote n}\\cell d\\cell\\row\\pard e\\par"
    assert texts(table) == ["| a | b |\n| --- | --- |\n| c〔1〕 | d |", "e", "〔1〕n"]
    assert texts("x{\\*\\footnote\\ftnalt m}y\\par z") == ["x〔1〕y", "〔1〕m", "z"]
    assert texts("\\trowd\\intbl a\\cell\\row\\pard b") == ["a", "b"]
    assert texts("{\\shp{\\*\\shpinst{\\shptxt box\\par}}{\\shprslt box}}c") == ["box", "c"]
    assert texts('{\\field{\\*\\fldinst HYPERLINK "x"}{\\fldrslt shown}}') == ["shown"]
    assert roles("\\pard\\s4 one 1\\par") == [("contents", 0, "one 1")]


@pytest.mark.parametrize(
    "body",
    [
        "a" + "\\u20013?" * 200_000,
        "a{\\footnote " + "\\'41" * 200_000 + "}",
        "a{\\annotation " + "x\\par " * 100_000 + "}",
        "a" + "\\ansicpg936" * 200_000,
        "a" + "\\'" * 200_000,
        "a" + "\\bin99999999 " * 10_000,
        "a" + "\\cell" * 50_000,
        "a" + "}" * 100_000,
        "a" + "{\\*\\x" * 900,
        "a\\outlinelevel99999\\s-5\\uc99999\\u9999999999 \\f-1 b",
        "{\\stylesheet" + "{\\s1 x;}" * 50_000 + "}a",
    ],
    ids=range(11),
)
def test_time_grows_with_the_length(body: str) -> None:
    assert texts(body)[0].strip("| ")[0] == "a"


def test_what_is_larger_or_deeper_than_any_report_is_refused() -> None:
    for body in ("{" * 2_000, "x\\par " * 200_001):
        with pytest.raises(TooLarge):
            read(rtf(body))


@given(st.binary(max_size=60))
def test_any_bytes_are_read(data: bytes) -> None:
    read(b"{\\rtf1" + data).report()
