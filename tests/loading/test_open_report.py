"""The one door: what becomes of a file."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from gaohang_viewer.loading import CannotOpen, Options, Reason, open_draft, open_report
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
        (bytes(range(256)) * 9, Reason.NOT_TEXT),
        (b"PK\x03\x04\0\0\xff\xfe\x80", Reason.DAMAGED),
        (b"<html><body> </body></html>", Reason.EMPTY),
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


@pytest.mark.parametrize(
    ("content", "name", "kind", "encoding"),
    [
        ("现代化治理先行者".encode("gbk"), "甲.txt", "text", "gb18030"),
        ("现代化治理".encode("utf-16"), "甲.md", "markdown", "utf-16-le"),
        ("<html><p>现代化治理".encode(), "甲.txt", "web", "utf-8"),
    ],
)
def test_the_draft_says_how_a_file_was_read(
    tmp_path: Path, content: bytes, name: str, kind: str, encoding: str
) -> None:
    (tmp_path / name).write_bytes(content)
    draft = open_draft(tmp_path / name)
    assert (draft.kind, draft.encoding, len(draft.digest)) == (kind, encoding, 32)
    assert draft.pieces[-1].text.startswith("现代化治理")


def test_the_user_may_choose_the_encoding_and_the_whole_page(tmp_path: Path) -> None:
    path = tmp_path / "甲.html"
    path.write_bytes("<html><nav>导航</nav><p>现代化治理".encode("gbk"))
    assert open_draft(path).pieces[-1].text == "现代化治理"
    assert open_draft(path, Options(whole_page=True)).pieces[-2].text == "导航"
    assert open_draft(path, Options(encoding="big5-hkscs")).encoding == "big5-hkscs"


def test_a_word_file_is_known_by_its_content(fixtures: Path, tmp_path: Path) -> None:
    source = next((fixtures / "docx").glob("*.docx"))
    path = tmp_path / "甲.txt"
    path.write_bytes(source.read_bytes())
    assert open_draft(path).kind == "word"


def test_what_is_too_large_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "甲.txt"
    path.write_text("甲\n" * 100, "utf-8")
    monkeypatch.setattr("gaohang_viewer.loading.file_reader.MOST_PARAGRAPHS", 99)
    with pytest.raises(CannotOpen) as lines:
        open_draft(path)
    monkeypatch.setattr("gaohang_viewer.loading.file_reader._MOST_BYTES", 99)
    monkeypatch.setattr("pathlib.Path.read_bytes", None)
    with pytest.raises(CannotOpen) as size:
        open_draft(path)
    assert (lines.value.reason, size.value.reason) == (Reason.TOO_LARGE, Reason.TOO_LARGE)


def test_a_reader_that_is_exhausted_is_no_crash(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def exhausted(*_: object, **__: object) -> None:
        raise MemoryError

    monkeypatch.setattr("gaohang_viewer.loading.file_reader.read_text", exhausted)
    with pytest.raises(CannotOpen) as refused:
        read(tmp_path, "甲")
    assert refused.value.reason is Reason.DAMAGED


def test_reading_tells_how_far_it_is_and_can_be_stopped(tmp_path: Path) -> None:
    heard: list[float] = []
    (tmp_path / "甲.txt").write_text("甲", "utf-8")
    open_draft(tmp_path / "甲.txt", on_progress=heard.append)
    assert heard == sorted(heard)
    assert heard[-1] == 1

    def stop(_share: float) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        open_draft(tmp_path / "甲.txt", on_progress=stop)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")
def test_what_never_ends_is_not_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "甲")
    with pytest.raises(CannotOpen) as refused:
        open_draft(tmp_path / "甲")
    assert refused.value.reason is Reason.UNREADABLE


def test_text_needs_none_of_the_libraries_for_other_files() -> None:
    code = (
        "import sys; from gaohang_viewer.loading import open_draft; "
        "from gaohang_viewer.resources import BUILT_IN_REPORT; open_draft(BUILT_IN_REPORT); "
        "sys.exit(', '.join({'lxml', 'selectolax', 'hashlib', '_hashlib', 'zipfile'} & set(sys.modules)) or None)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def signs(text: str) -> list[str]:
    """Every Han character and digit, in order."""
    return re.findall(r"[\u4e00-\u9fff\d]", text)


def test_the_built_in_report_holds_every_character_of_its_source(fixtures: Path) -> None:
    source = (fixtures / "gaohang-report.txt").read_text("utf-8")
    functions_of_the_page = ("返回", "全站搜索")
    for words in functions_of_the_page:
        source = source.replace(words, "", 1)
    built_in = BUILT_IN_REPORT.read_text("utf-8").replace(
        "place: 上海市浦东新区高行镇\n", ""
    )  # is said nowhere
    assert signs(source) == signs(built_in)


def test_the_built_in_report_has_its_outline() -> None:
    report = open_report(BUILT_IN_REPORT)
    levels = [section.level for section in report.sections]
    assert [levels.count(level) for level in (1, 2, 3)] == [4, 20, 22]
    assert report.title == "勇当高质量发展排头兵 善为现代化治理先行者"
    assert report.subtitle == "比学赶超建功浦东引领区追求卓越建设高行幸福镇"
    assert report.edition == "第二版"
    assert not report.problems
