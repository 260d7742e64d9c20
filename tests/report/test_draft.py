"""Headlines and titles as long as no report has them."""

from __future__ import annotations

from gaohang_viewer.report.draft import Draft, Piece, PieceRole


def test_what_a_headline_says_beyond_any_length_is_text() -> None:
    words = "发展" * 250 + "乙" * 300
    pieces = (
        Piece(PieceRole.TITLE, words, 1),
        Piece(PieceRole.HEADING, words, 2, 1),
        Piece(PieceRole.TEXT, "文", 3),
    )
    report = Draft(pieces, "name", (("edition", words),)).report()
    assert report.title == report.edition == report.sections[0].title == "发展" * 250
    assert report.preamble == "\n\n".join(["乙" * 300] * 2)
    assert report.sections[0].body == "乙" * 300 + "\n\n文"


def test_titles_and_headlines_are_without_the_marks_of_notes() -> None:
    pieces = (
        Piece(PieceRole.TITLE, "某市工作报告〔1〕", 1),
        Piece(PieceRole.HEADING, "一、回顾〔12〕工作", 2, 1),
        Piece(PieceRole.TEXT, "正文〔2〕。", 3),
    )
    report = Draft(pieces, "name").report()
    assert (report.title, report.sections[0].headline) == ("某市工作报告", "一、回顾工作")
    assert report.sections[0].body == "正文〔2〕。"
