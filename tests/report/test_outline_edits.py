"""Edits of an outline: what each does, and that none ever loses a word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gaohang_viewer.loading.plain_text import read_text
from gaohang_viewer.report.draft import Draft, Piece, PieceRole
from gaohang_viewer.report.markdown_reader import paragraphs
from gaohang_viewer.report.model import FIELDS
from gaohang_viewer.report.outline_edits import (
    EditKind,
    OutlineEdit,
    field_edit,
    from_json,
    headline_edit,
    relocated,
    to_json,
    with_continuous_levels,
    with_edit,
    with_edits,
)
from gaohang_viewer.report.piece_refs import (
    PieceRef,
    ref_of_line,
    ref_of_section,
    ref_of_words,
    section_of_line,
)

TEXT = """报告
各位代表：
一、甲甲
这一段是正文，长得很，所以不是标题。
（一）乙乙
另一段正文，也不是标题，因为它很长。
（二）丙丙
第三段正文。
二、丁丁
最后一段。"""


def draft(text: str = TEXT) -> Draft:
    return with_continuous_levels(read_text(text, "name", lambda _share: None))


def outline(of: Draft) -> list[tuple[int, str]]:
    return [(section.level, section.headline) for section in of.report().sections]


def do(of: Draft, act: EditKind, section: int) -> Draft:
    spot = ref_of_section(of, section)
    assert spot is not None
    return with_edit(of, OutlineEdit(act, spot))


def test_a_section_moves_with_all_below_it() -> None:
    down = do(draft(), EditKind.DOWN, 3)
    assert outline(down)[3] == (2, "二、丁丁")
    assert outline(do(down, EditKind.UP, 3)) == outline(draft())
    up = do(draft("一、甲甲\n文。\n（一）乙乙\n文。\n1.丙丙\n文。\n2.丁丁\n文。"), EditKind.UP, 1)
    assert [level for level, _ in outline(up)] == [1, 1, 2, 2]


def test_what_cannot_move_stays() -> None:
    for act, section in ((EditKind.UP, 0), (EditKind.DOWN, 0), (EditKind.DOWN, 1)):
        before = draft()
        assert do(before, act, section) is before


def test_a_heading_becomes_text_and_text_a_heading() -> None:
    before = draft()
    text = do(before, EditKind.TEXT, 1)
    assert outline(text) == [(1, "一、甲甲"), (2, "（二）丙丙"), (1, "二、丁丁")]
    assert paragraphs(text.report().sections[0].body)[1] == "（一）乙乙"
    spot = ref_of_words(text, 0, "（一）乙乙")
    assert spot is not None
    assert outline(with_edit(text, OutlineEdit(EditKind.HEADING, spot))) == outline(before)


@pytest.mark.parametrize(
    ("line", "level"),
    [
        ("二、丙丙", 1),
        ("（二）丙丙", 2),  # like the one before it
        ("第一，丙丙", 3),
        ("丙丙", 2),  # without a mark: as the heading before it
        ("第二章 丙丙", 1),  # of a higher kind than all before it
    ],
)
def test_a_new_heading_gets_the_level_of_its_mark(line: str, level: int) -> None:
    pieces = [
        Piece(PieceRole.HEADING, "一、甲甲", 1, level=1),
        Piece(PieceRole.HEADING, "（一）乙乙", 2, level=2),
        Piece(PieceRole.TEXT, line, 3),
    ]
    edit = OutlineEdit(EditKind.HEADING, PieceRef(3, 0, line))
    assert outline(with_edit(Draft(tuple(pieces), "报告"), edit))[-1] == (level, line)


def test_a_line_joins_the_next() -> None:
    joined = do(draft(), EditKind.JOIN, 2)
    assert outline(joined)[2] == (2, "（二）丙丙第三段正文")
    assert joined.report().sections[2].body == ""


def test_a_section_is_left_out_with_all_below_it_and_told() -> None:
    left = do(draft(), EditKind.LEAVE_OUT, 0)
    assert outline(left) == [(1, "二、丁丁")]
    told = left.report().problems
    assert [problem.line_no for problem in told] == [3, 4, 5, 6, 7, 8]
    spot = ref_of_line(left, 4)
    assert spot is not None
    back = with_edit(left, OutlineEdit(EditKind.PUT_BACK, spot)).report()
    assert "这一段是正文" in back.preamble


def test_another_line_is_the_title() -> None:
    titled = do(draft(), EditKind.TITLE, 0).report()
    assert titled.title == "一、甲甲"
    assert "报告" in titled.preamble
    given = draft("---\ntitle: 甲\n---\n乙乙\n\n各位代表：\n")
    spot = ref_of_line(given, 6)
    assert spot is not None
    report = with_edit(given, OutlineEdit(EditKind.TITLE, spot)).report()
    assert report.title == "各位代表："
    assert report.preamble.startswith("甲")


def test_a_line_of_a_markdown_body_becomes_a_heading() -> None:
    of = draft("# 甲\n\n文一\n文二\n\n- 点\n\n# 乙\n")
    spot = ref_of_words(of, 0, "文二")
    assert spot == PieceRef(4, 0, "文二")
    made = with_edit(of, OutlineEdit(EditKind.HEADING, spot)).report()
    assert [section.headline for section in made.sections] == ["甲", "文二", "乙"]
    assert (made.sections[0].body, made.sections[1].body.strip()) == ("文一", "- 点")


def test_words_are_found_whatever_the_width_of_their_signs() -> None:
    of = draft("一、甲甲\n五年来,成绩很大;前景广阔,大家努力。\n五年来,成绩很大;前景广阔,大家努力。")
    first = ref_of_words(of, 0, "五年来，成绩很大；前景广阔，大家努力。")
    second = ref_of_words(of, 0, "五年来，成绩很大；前景广阔，大家努力。", 1)
    assert first is not None
    assert second is not None
    assert (first.line_no, second.line_no) == (2, 3)
    assert ref_of_words(of, 0, "没有这句话") is None


def test_an_edit_of_another_text_does_nothing() -> None:
    before = draft()
    assert with_edit(before, OutlineEdit(EditKind.TEXT, PieceRef(3, 0, "别的标题"))) is before
    assert with_edit(before, OutlineEdit(EditKind.TEXT, PieceRef(99, 0, ""))) is before


def test_the_section_of_a_line() -> None:
    assert [section_of_line(draft(), line) for line in (1, 2, 3, 6, 10, 99)] == [-1, -1, 0, 1, 3, 3]


def test_edits_are_stored_as_text_and_damage_is_no_harm() -> None:
    edits = [
        OutlineEdit(EditKind.UP, PieceRef(3, 1, "“甲”")),
        OutlineEdit(EditKind.TITLE, PieceRef(1, 0, "")),
    ]
    assert from_json(to_json([edits])) == [edits]
    for damaged in ("", "{", "[[1]]", '[["no-act", 1, 0, ""]]', "null", '[["up", "x", 0, ""]]'):
        assert from_json(damaged) == []


def words(of: Draft) -> list[str]:
    report = of.report()
    shown = [
        report.title if report.title != of.name else "",
        report.subtitle,
        *(value for _, value in report.meta),
        *paragraphs(report.preamble),
    ]
    for section in report.sections:
        shown += [section.mark + section.title, *paragraphs(section.body)]
    shown += [problem.text for problem in report.problems]
    return sorted(
        "".join("".join(shown).replace("*", "").split())
    )  # what was left out is told as it was written


LINES = st.lists(
    st.sampled_from(
        [
            "一、甲甲",
            "（一）乙乙",
            "二、丙丙",
            "正文一段，相当长的一段。",
            "短句",
            "● 点",
            "# 丁",
            "文 *强调* 文",
        ]
    ),
    min_size=1,
    max_size=12,
)


@given(LINES, st.lists(st.tuples(st.sampled_from(EditKind), st.integers(1, 14)), max_size=12))
def test_no_edit_loses_a_word_and_levels_stay_continuous(
    lines: list[str], acts: list[tuple[EditKind, int]]
) -> None:
    now = draft("\n".join(["报告", *lines]))
    before = words(now)
    for act, line_no in acts:
        spot = ref_of_line(now, line_no)
        if spot is not None:
            now = with_edit(now, OutlineEdit(act, spot))
            levels = [section.level for section in now.report().sections]
            assert all(after <= level + 1 for level, after in zip([0, *levels], levels, strict=False))
    assert words(now) == before


def test_a_line_becomes_a_field_of_the_front_page_and_what_was_it_becomes_text() -> None:
    text = "报告\n镇长 王明\n2024年1月5日\n一、甲甲\n正文。"
    for kind, key in (
        (EditKind.SPEAKER, "speaker"),
        (EditKind.OCCASION, "occasion"),
        (EditKind.DATE, "date"),
    ):
        ref = ref_of_line(draft(text), 2)
        assert ref is not None
        report = with_edit(draft(text), OutlineEdit(kind, ref)).report()
        assert dict(report.meta)[key] == "镇长 王明"
    first, second = (ref_of_line(draft(text), line) for line in (1, 2))
    assert first is not None
    assert second is not None
    edited = with_edits(
        draft(text), [OutlineEdit(EditKind.SUBTITLE, first), OutlineEdit(EditKind.SUBTITLE, second)]
    )
    assert edited.report().subtitle == "镇长 王明"
    assert "报告" in edited.report().preamble


def test_a_field_is_typed_and_its_line_is_left_out_not_lost() -> None:
    edited = with_edit(draft(), field_edit("title", " 高行镇  报告 "))
    assert edited.report().title == "高行镇 报告"
    assert [problem.text for problem in edited.report().problems] == ["报告"]
    assert with_edit(edited, field_edit("title", "高行镇 报告")) is edited
    for field in FIELDS:
        report = with_edit(draft(), field_edit(field, "甲")).report()
        assert "甲" in (report.title, report.subtitle, report.edition, *dict(report.meta).values())


def test_an_empty_field_is_no_field_and_its_line_is_text_again() -> None:
    cleared = with_edit(draft(), field_edit("title", "")).report()
    assert cleared.preamble.startswith("报告")
    assert cleared.problems == ()
    typed = with_edit(draft(), field_edit("occasion", "在会上"))
    assert typed.report().facts == ("在会上",)
    assert with_edit(typed, field_edit("occasion", "")).report().facts == ()


def test_a_headline_is_typed_and_later_edits_find_it() -> None:
    ref = ref_of_section(draft(), 0)
    assert ref is not None
    edited = with_edit(draft(), headline_edit(ref, " 一、 改了 "))
    assert edited.report().sections[0].headline == "一、 改了"
    assert with_edit(draft(), headline_edit(ref, " ")).pieces == draft().pieces
    again = ref_of_section(edited, 0)
    assert again is not None
    assert with_edit(edited, OutlineEdit(EditKind.TEXT, again)) is not edited
    edits = [headline_edit(ref, "一、改了")]
    assert from_json(to_json([edits])) == [edits]


def test_edits_of_fields_are_kept_and_fit_another_version() -> None:
    edits = [field_edit("speaker", "王明")]
    assert from_json(to_json([edits])) == [edits]
    assert from_json('[["up", 3, 0, "一、甲甲"]]') == [[OutlineEdit(EditKind.UP, PieceRef(3, 0, "一、甲甲"))]]
    assert relocated(draft("别的"), edits[0]) == edits[0]
