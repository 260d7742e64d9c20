"""Word 97-2003 files as reports, also those that the converter refuses."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

import pytest

from gaohang_viewer.loading import CannotOpen, Reason, open_report
from gaohang_viewer.report.model import ProblemKind, Report
from tests.loading.compound_file.bytes_of import REPORT, SECTOR, fat, start_of, with_bytes

if TYPE_CHECKING:
    from pathlib import Path

HEADLINES = ["一、总体情况", "（一）截污纳管", "（二）清淤疏浚", "二、下一步打算"]


def opened(folder: Path, data: bytes = REPORT, name: str = "报告.doc") -> Report:
    (folder / name).write_bytes(data)
    return open_report(folder / name)


def refused(folder: Path, data: bytes) -> Reason:
    with pytest.raises(CannotOpen) as error:
        opened(folder, data)
    return error.value.reason


def test_styles_numbers_tables_and_pictures_are_read(tmp_path: Path) -> None:
    report = opened(tmp_path)
    assert report.title == "关于小河整治情况的报告"
    assert [section.headline for section in report.sections] == HEADLINES
    assert [section.level for section in report.sections] == [1, 2, 2, 1]
    assert "**水质**达到三类" in report.sections[0].body
    assert "2\\. 农户化粪池改造完成。" in report.sections[1].body
    assert "- 问题当日交办。" in report.sections[1].body
    assert "| 西河 | 7\\.5公里 | 2000万元 |" in report.sections[2].body
    assert list(report.images)


def test_headers_and_marks_of_objects_are_no_text(tmp_path: Path) -> None:
    report = opened(tmp_path)
    text = report.preamble + "".join(section.body for section in report.sections)
    assert "内部资料" not in text
    assert "\ufffc" not in text


def test_a_text_box_without_a_place_is_noted_with_its_text(tmp_path: Path) -> None:
    found = [(problem.kind, problem.text) for problem in opened(tmp_path).problems]
    assert found == [(ProblemKind.DRAWINGS, "一河一策，全民共治。")]


@pytest.mark.parametrize("name", ["报告.wps", "报告.docx", "报告.txt"])
def test_the_name_does_not_matter(tmp_path: Path, name: str) -> None:
    assert len(opened(tmp_path, name=name).sections) == len(HEADLINES)


def test_the_class_that_wps_puts_into_the_header_does_not_matter(tmp_path: Path) -> None:
    wps = with_bytes(REPORT, 8, bytes(range(1, 17)))
    assert [section.headline for section in opened(tmp_path, wps, "报告.wps").sections] == HEADLINES


def test_a_table_of_sectors_that_is_not_marked_as_such_does_not_matter(tmp_path: Path) -> None:
    (sector,) = struct.unpack_from("<I", REPORT, 76)
    free = with_bytes(REPORT, fat() + 4 * sector, b"\xff\xff\xff\xff")
    assert [section.headline for section in opened(tmp_path, free).sections] == HEADLINES


@pytest.mark.parametrize("pair", [41, 58, 76])
def test_drawings_of_headers_are_left_out_without_a_word(tmp_path: Path, pair: int) -> None:
    at = start_of("WordDocument") + 0x9A + 8 * pair
    report = opened(tmp_path, with_bytes(REPORT, at, struct.pack("<II", 8, 7)))
    assert [section.headline for section in report.sections] == HEADLINES
    assert report.problems == opened(tmp_path).problems


@pytest.mark.parametrize("pair", [40, 57, 75])
def test_drawings_that_cannot_be_read_are_left_out_and_noted(tmp_path: Path, pair: int) -> None:
    at = start_of("WordDocument") + 0x9A + 8 * pair
    report = opened(tmp_path, with_bytes(REPORT, at, struct.pack("<II", 8, 7)))
    assert [section.headline for section in report.sections] == HEADLINES
    assert ProblemKind.DRAWINGS in {problem.kind for problem in report.problems}


def test_comments_that_cannot_be_read_are_left_out_and_noted(tmp_path: Path) -> None:
    at = start_of("WordDocument") + 0x9A + 8 * 4
    report = opened(tmp_path, with_bytes(REPORT, at, struct.pack("<II", 8, 7)))
    assert [section.headline for section in report.sections] == HEADLINES
    assert ProblemKind.NOTES in {problem.kind for problem in report.problems}


def test_a_frame_of_impossible_height_does_not_matter(tmp_path: Path) -> None:
    spacing = b"\x13\xa4"  # sprmPDyaBefore and its operand of two bytes, in pages of the text's paragraphs
    places = [
        at
        for at in range(start_of("WordDocument"), len(REPORT) - 4)
        if REPORT[at : at + 2] == spacing and 0 < REPORT[at // SECTOR * SECTOR + SECTOR - 1] < 30
    ]
    tall = REPORT
    for at in places:
        tall = with_bytes(tall, at, b"\x2b\x44\xff\x7f")
    assert places
    report = opened(tmp_path, tall)
    assert [section.headline for section in report.sections] == HEADLINES
    assert {problem.kind for problem in report.problems} == {ProblemKind.DRAWINGS}  # of the text box


def test_where_formatting_cannot_be_read_the_text_alone_is_and_that_is_noted(tmp_path: Path) -> None:
    at = start_of("WordDocument") + 0x9A + 8 * 13  # of the formatting of paragraphs
    report = opened(tmp_path, with_bytes(REPORT, at, struct.pack("<II", 8, 7)))
    assert [section.headline for section in report.sections] == HEADLINES
    assert "水质达到三类" in report.sections[0].body
    kinds = {problem.kind for problem in report.problems}
    assert kinds == {ProblemKind.NUMBERS, ProblemKind.DRAWINGS, ProblemKind.NOTES}


def test_bytes_that_are_no_text_are_not_shown_as_such(tmp_path: Path) -> None:
    at = start_of("WordDocument") + 0x9A + 8 * 13
    start = start_of("WordDocument")
    noise = bytes(range(1, 9)) * 64
    damaged = with_bytes(with_bytes(REPORT, at, struct.pack("<II", 8, 7)), start + 2048, noise)
    assert refused(tmp_path, damaged) is Reason.DAMAGED


def test_word_95_is_told(tmp_path: Path) -> None:
    old = with_bytes(REPORT, start_of("WordDocument"), b"\xdc\xa5")
    assert refused(tmp_path, old) is Reason.OLD_WORD


def test_a_file_without_its_end_is_told(tmp_path: Path) -> None:
    assert refused(tmp_path, REPORT[: len(REPORT) // 2]) is Reason.DAMAGED
