"""Fields of forms, and page numbers that stand in the text."""

from __future__ import annotations

import pytest

from tests.loading.word.build import docx, p, read, roles, texts


def form(data: str, instruction: str, result: str | None = None) -> str:
    middle = "" if result is None else f'<w:fldChar w:fldCharType="separate"/><w:t>{result}</w:t>'
    return (
        f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData>{data}</w:ffData></w:fldChar>'
        f'<w:instrText>{instruction}</w:instrText>{middle}<w:fldChar w:fldCharType="end"/></w:r>'
    )


def page(instruction: str, result: str) -> str:
    return (
        f'<w:r><w:fldChar w:fldCharType="begin"/><w:instrText> {instruction} </w:instrText>'
        f'<w:fldChar w:fldCharType="separate"/><w:t>{result}</w:t><w:fldChar w:fldCharType="end"/></w:r>'
    )


@pytest.mark.parametrize(
    ("box", "sign"),
    [
        ('<w:default w:val="0"/><w:checked w:val="1"/>', "☑"),
        ('<w:default w:val="1"/><w:checked w:val="0"/>', "□"),
        ('<w:default w:val="1"/>', "☑"),
        ("<w:checked/>", "☑"),
        ("", "□"),
    ],
)
def test_a_check_box_is_ticked_or_empty(box: str, sign: str) -> None:
    data = docx(p("甲", form(f"<w:checkBox>{box}</w:checkBox>", "FORMCHECKBOX", ""), "完成"))
    assert texts(data) == [f"甲{sign}完成"]
    assert not read(data).problems


@pytest.mark.parametrize(
    ("chosen", "entry"),
    [
        ('<w:result w:val="1"/>', "已完成"),
        ('<w:default w:val="1"/>', "已完成"),
        ("", "未完成"),
        ('<w:result w:val="9"/>', ""),
    ],
)
def test_a_list_shows_its_chosen_entry_once(chosen: str, entry: str) -> None:
    entries = '<w:listEntry w:val="未完成"/><w:listEntry w:val="已完成"/>'
    for result in (None, "已完成"):
        box = form(f"<w:ddList>{chosen}{entries}</w:ddList>", "FORMDROPDOWN", result)
        assert texts(docx(p("结果为", box, "。"))) == [f"结果为{entry}。"]


def test_a_text_box_of_a_form_shows_its_result() -> None:
    assert texts(docx(p("事项：", form("<w:textInput/>", "FORMTEXT", "已办结"), "。"))) == ["事项：已办结。"]


def test_a_page_number_in_the_text_is_left_out_and_told_by_the_outline() -> None:
    body = p("— ", page("PAGE", "3"), " —") + p(
        "第", page("PAGE", "3"), "页　共", page("NUMPAGES", "9"), "页"
    )
    body += p('<w:fldSimple w:instr="PAGE"><w:r><w:t>4</w:t></w:r></w:fldSimple>') + p(
        "见第", page("PAGEREF a", "3"), "页"
    )
    assert [(role, text) for role, _, text in roles(docx(body))] == [
        ("debris", "— 3 —"),
        ("debris", "第3页　共9页"),
        ("debris", "4"),
        ("text", "见第3页"),
    ]


def test_a_line_that_ends_in_the_page_of_a_heading_is_contents() -> None:
    body = p("一、回顾", "<w:r><w:tab/></w:r>", page("PAGEREF _Toc1 \\h", "3"))
    assert roles(docx(body)) == [("contents", 0, "一、回顾 3")]


def test_phonetic_guides_are_left_out_of_their_words_and_told_once() -> None:
    ruby = "<w:r><w:ruby><w:rt><w:r><w:t>{}</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>{}</w:t></w:r></w:rubyBase></w:ruby></w:r>"
    draft = read(docx(p("很", ruby.format("zhòng", "重"), ruby.format("yào", "要"))))
    assert [piece.text for piece in draft.pieces] == ["很重要"]
    assert [(problem.kind.value, problem.text) for problem in draft.problems] == [("not-shown", "zhòngyào")]
