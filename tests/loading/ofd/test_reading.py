"""OFD files become reports: lines are joined, sizes make headings, what cannot be read is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from gaohang_viewer.loading import CannotOpen, Reason, open_report
from gaohang_viewer.report.markdown_reader import paragraphs
from gaohang_viewer.report.model import ProblemKind, Report
from tests.loading.ofd.made import Text, ofd, page

SIZE = 5.6  # mm
LINE = "加快推进各项重点工作任务落实，确保全年目标如期完成，群"  # 27 characters


def read(tmp_path: Path, data: bytes) -> Report:
    path = tmp_path / "文件.ofd"
    path.write_bytes(data)
    return open_report(path)


def notice() -> list[str]:
    texts: list[Text] = [
        ("测试市某某局文件", 45.0, 52.0, 14.7),
        ("测发〔2026〕7号", 81.0, 78.0, SIZE),
        ("关于做好年度工作的通知", 60.0, 113.0, 7.7),
        ("各科室：", 28.0, 138.0, SIZE),
        ("一、总体要求", 39.2, 148.0, SIZE),
        (LINE[:25], 39.2, 158.0, SIZE),
        (LINE[25:] + "众满意度进一步提高。", 28.0, 168.0, SIZE),
        ("二、工作安排", 39.2, 178.0, SIZE),
        ("按照分工抓好落实。", 39.2, 188.0, SIZE),
        ("— 1 —", 161.0, 271.0, 4.9),
    ]
    return [page(texts)]


def test_a_document_with_a_red_head_becomes_front_page_and_sections(tmp_path: Path) -> None:
    report = read(tmp_path, ofd(notice()))
    assert report.title == "关于做好年度工作的通知"
    assert report.subtitle == ""
    assert dict(report.meta)["number"] == "测发〔2026〕7号"
    assert [section.headline for section in report.sections] == ["一、总体要求", "二、工作安排"]
    assert paragraphs(report.sections[0].body) == [LINE + "众满意度进一步提高。"]
    assert not any("1" in paragraph for section in report.sections for paragraph in paragraphs(section.body))


def test_headings_without_numbers_are_told_by_their_size(tmp_path: Path) -> None:
    texts: list[Text] = [("某某系统使用说明", 60.0, 40.0, 10.0)]
    y = 60.0
    for chapter in ("系统优势", "系统功能"):
        texts.append((chapter, 30.0, y, 7.7))
        for part in (f"{chapter}之一：", f"{chapter}之二"):
            texts.append((part, 30.0, y + 14, SIZE))
            for line in range(3):
                words = "这一段文字说明本部分的内容，便于使用者了解和掌握，并在工作中用好。"
                texts.append((words, 38.0, y + 24 + 6 * line, 3.7))
            y += 36
        y += 20
    report = read(tmp_path, ofd([page(texts)]))
    assert report.title == "某某系统使用说明"
    assert [(section.level, section.headline.rstrip("：")) for section in report.sections] == [
        (1, "系统优势"),
        (2, "系统优势之一"),
        (2, "系统优势之二"),
        (1, "系统功能"),
        (2, "系统功能之一"),
        (2, "系统功能之二"),
    ]


def test_signatures_and_characters_of_private_fonts_are_told(tmp_path: Path) -> None:
    texts: list[Text] = [
        ("\ue10a\ue10b某某工作的说明", 30.0, 40.0, SIZE),
        ("\ue000", 30.0, 60.0, SIZE),
        ("要点", 38.0, 60.0, SIZE),
    ]
    report = read(tmp_path, ofd([page(texts)], {"Doc_0/Signs/Sign_0/Signature.xml": "<Signature/>"}))
    assert {ProblemKind.SIGNED, ProblemKind.NO_UNICODE} <= {problem.kind for problem in report.problems}


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (ofd([page([], "<ofd:PathObject ID='5' Boundary='0 0 9 9'/>")]), Reason.NO_TEXT),
        (ofd([page([("\ue000\ue001\ue002", 30.0, 40.0, SIZE)])]), Reason.NO_UNICODE),
        (ofd(["<not closed"]), Reason.DAMAGED),
        (ofd([], {"OFD.xml": "<x/>"}), Reason.DAMAGED),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_reason(tmp_path: Path, data: bytes, reason: Reason) -> None:
    with pytest.raises(CannotOpen) as refused:
        read(tmp_path, data)
    assert refused.value.reason is reason
