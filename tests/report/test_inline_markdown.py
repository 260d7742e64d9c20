"""Inline Markdown: what a reader sees of it, and a piece cut in two."""

from __future__ import annotations

import pytest

from gaohang_viewer.report.draft import Piece, PieceRole
from gaohang_viewer.report.inline_markdown import bold_start, cut, visible


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("**一、回顾** 过去", "一、回顾 过去"),
        ("先运行`make`命令", "先运行make命令"),
        (r"路径`C:\a`是根", r"路径C:\a是根"),
        ("甲方____负责供货", "甲方____负责供货"),
        ("这是__重点__内容", "这是__重点__内容"),
        ("__重点__", "重点"),
        (r"3\*4", "3*4"),
    ],
)
def test_signs_are_not_seen(markdown: str, text: str) -> None:
    assert visible(markdown) == text


@pytest.mark.parametrize(
    ("markdown", "head", "rest"),
    [
        ("**一、回顾** 过去一年", "**一、回顾**", "过去一年"),
        ("**全部都粗。第二句**", "**全部都粗。**", "**第二句**"),
        ("先`make`。然后等待", "先`make`。", "然后等待"),
        ("甲方____负责。乙方____付款", "甲方____负责。", "乙方____付款"),
        (r"路径`C:\a`是根。其他", r"路径`C:\a`是根。", "其他"),
    ],
)
def test_a_piece_is_cut_without_losing_a_character(markdown: str, head: str, rest: str) -> None:
    piece = Piece(PieceRole.TEXT, visible(markdown), 1, markdown=markdown)
    first, second = cut(piece, len(visible(head)))
    assert (first.markdown, second.markdown) == (head, rest)
    assert first.text + second.text == visible(head) + visible(rest)


def test_bold_goes_on_where_it_is_closed_and_opened_again() -> None:
    markdown = "**一、****回顾** 过去"
    assert bold_start(Piece(PieceRole.TEXT, visible(markdown), 1, markdown=markdown)) == len("一、回顾")


def test_struck_out_words_are_no_part_of_the_text_and_are_cut_with_it() -> None:
    piece = Piece(PieceRole.TEXT, "一、新名。正文", 1, markdown="一、~~旧~~新名。**正**~~错~~文")
    assert visible(piece.markdown) == piece.text
    first, second = cut(piece, 5)
    assert (first.markdown, second.markdown) == ("一、~~旧~~新名。", "**正**~~错~~文")


def test_tildes_that_strike_out_nothing_are_text() -> None:
    for text in ("5~6", "10~~20", "~~ 甲 ~~", "~~~~", "~~甲~乙"):
        assert visible(text) == text
