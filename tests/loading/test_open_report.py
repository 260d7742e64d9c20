"""The one door: what becomes of a file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from gaohang_viewer.loading import CannotOpen, Reason, open_report
from gaohang_viewer.report.model import ProblemKind
from gaohang_viewer.resources import BUILT_IN_REPORT

if TYPE_CHECKING:
    from pathlib import Path

    from gaohang_viewer.report.model import Report


def read(folder: Path, text: str | bytes, name: str = "report.md") -> Report:
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return open_report(path)


def outline(report: Report) -> list[tuple[int, str]]:
    return [(section.level, section.headline) for section in report.sections]


def test_headings_give_the_tree_and_front_matter_the_title(tmp_path: Path) -> None:
    report = read(
        tmp_path,
        '---\ntitle: "年度报告"\nedition: 第三版\nplace: 高行\n---\n序\n\n# 一、甲\n文\n## （一）乙\n',
    )
    assert (report.title, report.edition, report.meta) == ("年度报告", "第三版", (("place", "高行"),))
    assert report.preamble == "序"
    assert outline(report) == [(1, "一、甲"), (2, "（一）乙")]
    assert report.sections[1].mark == "（一）"
    assert [section.line_no for section in report.sections] == [8, 10]
    assert (report.sections[0].body, report.sections[0].body_line_no) == ("文", 9)


def test_a_single_top_heading_is_the_title(tmp_path: Path) -> None:
    report = read(tmp_path, "# 报告\n\n引言\n\n## 甲\n\n## 乙\n")
    assert report.title == "报告"
    assert report.preamble == "引言"
    assert outline(report) == [(1, "甲"), (1, "乙")]


def test_levels_have_no_gaps(tmp_path: Path) -> None:
    report = read(tmp_path, "## 甲\n\n##### 乙\n\n### 丙\n\n# 丁\n")
    assert outline(report) == [(1, "甲"), (2, "乙"), (2, "丙"), (1, "丁")]


def test_signs_in_fenced_code_are_no_headings(tmp_path: Path) -> None:
    report = read(tmp_path, "# 甲\n\n```sh\n# not a heading\n```\n\n# 乙\n")
    assert outline(report) == [(1, "甲"), (1, "乙")]
    assert not report.problems


def test_a_fence_that_is_never_closed_is_told(tmp_path: Path) -> None:
    report = read(tmp_path, "# 甲\n\n~~~\n# 乙\n")
    assert outline(report) == [(1, "甲")]
    assert [(problem.kind, problem.line_no) for problem in report.problems] == [
        (ProblemKind.UNCLOSED_FENCE, 3)
    ]


def test_markdown_signs_do_not_stay_in_headlines(tmp_path: Path) -> None:
    assert outline(read(tmp_path, "# **高质量** \\*发展\\* `x` ##\n"))[0] == (1, "高质量 *发展* x")


def test_front_matter_that_is_not_key_and_value_is_told(tmp_path: Path) -> None:
    report = read(tmp_path, "---\ntitle: 甲\n  - odd one\n---\n# 乙\n")
    assert report.title == "甲"
    assert [problem.kind for problem in report.problems] == [ProblemKind.FRONT_MATTER]


def test_a_rule_at_the_top_is_no_front_matter(tmp_path: Path) -> None:
    assert read(tmp_path, "---\n\n文\n\n---\n\n# 甲\n").preamble.startswith("---")


@pytest.mark.parametrize("ending", ["\r\n", "\r", "\n"])
def test_line_ends_and_byte_order_mark_make_no_difference(tmp_path: Path, ending: str) -> None:
    report = read(tmp_path, b"\xef\xbb\xbf" + "# 甲\n\n文\n".replace("\n", ending).encode())
    assert outline(report) == [(1, "甲")]
    assert report.sections[0].body == "文"


def test_a_few_bad_bytes_are_shown_as_replaced_and_told(tmp_path: Path) -> None:
    report = read(tmp_path, "# 甲\n\n".encode() + "现代化治理先行者".encode() * 9 + b"\xff\n")
    assert "\ufffd" in report.sections[0].body
    assert [(problem.kind, problem.line_no) for problem in report.problems] == [(ProblemKind.BAD_BYTES, 3)]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", Reason.EMPTY),
        (b" \r\n\xef\xbb\xbf", Reason.EMPTY),
        ("现代化治理".encode("gbk"), Reason.NOT_TEXT),
        (b"PK\x03\x04\0\0\xff\xfe\x80", Reason.NOT_TEXT),
    ],
)
def test_what_is_no_text_cannot_be_opened(tmp_path: Path, content: bytes, reason: Reason) -> None:
    with pytest.raises(CannotOpen) as refused:
        read(tmp_path, content)
    assert refused.value.reason is reason


def test_what_is_not_there_cannot_be_opened(tmp_path: Path) -> None:
    with pytest.raises(CannotOpen) as missing:
        open_report(tmp_path / "no such file.md")
    with pytest.raises(CannotOpen) as folder:
        open_report(tmp_path)
    assert (missing.value.reason, folder.value.reason) == (Reason.MISSING, Reason.FOLDER)


def signs(text: str) -> list[str]:
    """Every Han character and digit, in order."""
    return re.findall(r"[\u4e00-\u9fff\d]", text)


def test_the_built_in_report_holds_every_character_of_its_source(fixtures: Path) -> None:
    source = (fixtures / "gaohang-report.txt").read_text("utf-8")
    functions_of_the_page = ("返回", "全站搜索")
    for words in functions_of_the_page:
        source = source.replace(words, "", 1)
    assert signs(source) == signs(BUILT_IN_REPORT.read_text("utf-8"))


def test_the_built_in_report_has_its_outline() -> None:
    report = open_report(BUILT_IN_REPORT)
    levels = [section.level for section in report.sections]
    assert [levels.count(level) for level in (1, 2, 3)] == [4, 20, 22]
    assert report.title == "勇当高质量发展排头兵 善为现代化治理先行者"
    assert report.subtitle == "比学赶超建功浦东引领区追求卓越建设高行幸福镇"
    assert report.edition == "第二版"
    assert not report.problems
