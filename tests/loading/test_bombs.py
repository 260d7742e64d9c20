"""Files made to exhaust the reader, in small: refused, or read in time and room that grow with their size."""

from __future__ import annotations

import struct
import zlib
from typing import TYPE_CHECKING

import pytest

from gaohang_viewer.loading import CannotOpen, Reason, open_draft, open_report
from gaohang_viewer.loading.limits import TooLarge
from gaohang_viewer.loading.web.dom import parse
from gaohang_viewer.report.model import ProblemKind
from tests.loading.kept import lost, shown
from tests.loading.word.build import archive, docx, item, levels, numbering, p, part, read, relations, style

if TYPE_CHECKING:
    from pathlib import Path

    from gaohang_viewer.report.draft import Draft
    from gaohang_viewer.report.model import Report


def opened(folder: Path, text: str, name: str = "a.txt") -> Report:
    (folder / name).write_text(text, "utf-8", "surrogatepass")
    return open_report(folder / name)


def drafted(folder: Path, text: str, name: str = "a.txt") -> Draft:
    (folder / name).write_text(text, "utf-8")
    return open_draft(folder / name)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("# 甲" + " " * 100_000 + "乙\n文", "a.md"),
        ("# 甲\n" + "~" * 100_000 + "`乙", "a.md"),
        ("# " + "一、" * 100_000 + "甲\n文", "a.md"),
        ("# 甲\n\n（一）乙\n" + "**丙 " * 50_000, "a.md"),
        ("甲\n" + "**乙 " * 50_000, "a.txt"),
        ("一、甲\n" + "9" * 100_000 + "、乙\n增长" + "9" * 100_000 + "万元。", "a.txt"),
        ("一、甲\n1" + ".1" * 100_000 + "乙", "a.txt"),
        ("一、甲\n乙" + "\u0301" * 100_000 + "\u05d0" * 100_000, "a.txt"),
        ("目录\n甲\n" + ("·" * 80 + "x\n") * 2_000, "a.txt"),
        ("甲" + "\n" * 1_000_000 + "乙", "a.txt"),
        ("# 甲\n\n[a]: " + "/" * 30_000 + " x\n![a](b.png)", "a.md"),
        ("# 甲\n```\n" + "[\n" * 100_000 + "```\n![a](b.png)", "a.md"),
        ("<html><p>甲<p " + " ".join(f"a{at}=1" for at in range(100_000)) + ">乙", "a.html"),
        ("<html><p>甲<p " + "<a<b " * 10_000 + ">乙", "a.html"),
        ("<html><p>甲<select>" + "<option>乙" * 50_000, "a.html"),
        ("<html><p>甲<p>" + "<del>乙</del>" * 20_000 + "<sup>2</sup>" * 20_000, "a.html"),
        ("<html><p>甲" + "<ruby>乙<rt>yi</rt></ruby>" * 20_000, "a.html"),
        ("<html><p>甲" + "<div class='" + "comments x " * 10_000 + "'>乙" * 10, "a.html"),
        ("# 甲\n\n" + "~~乙" * 50_000, "a.md"),
        ("# 甲\n\n" + "~~乙~~丙" * 20_000, "a.md"),
        ("# 甲\n\n" + "~~~" * 50_000, "a.md"),
        ("<html>" + "<meta property='og:title' content='题'>" * 3_000 + "<h1>甲</h1>" * 3_000, "a.html"),
    ],
    ids=range(22),
)  # fmt: skip
def test_time_grows_with_the_length(tmp_path: Path, text: str, name: str) -> None:
    report = opened(tmp_path, text, name)
    if name != "a.html":
        assert not lost(text, shown(report))
    assert "甲" in shown(report)


def test_pictures_by_the_hundred_with_as_many_names_are_all_looked_for(tmp_path: Path) -> None:
    shown = "".join(f"![甲][{at}]\n\n" for at in range(900))
    named = "".join(f"[{at}]: {at}.png\n" for at in range(900))
    problems = opened(tmp_path, "# 甲\n\n" + shown + named, "a.md").problems
    assert [problem.text for problem in problems] == [f"{at}.png" for at in range(900)]


def test_a_line_of_a_thousand_paragraphs_is_split_like_one_of_two(tmp_path: Path) -> None:
    pieces = drafted(
        tmp_path,
        "标题\n" + "这里是第一段正文，它说得不少，所以不是一个名字，也不是标题。\u3000\u3000" * 1_500,
    ).pieces
    assert len(pieces) == 1_501
    assert len({piece.text for piece in pieces}) == 2


def test_marks_in_a_row_do_not_make_one_headline(tmp_path: Path) -> None:
    assert max(len(piece.text) for piece in drafted(tmp_path, "一、\n" * 3_000 + "甲乙\n").pieces) < 40


def test_lines_that_were_broken_make_no_endless_paragraph(tmp_path: Path) -> None:
    pieces = drafted(tmp_path, "发展改革工作" * 4 + "\n" + ("发展改革工作" * 4 + "\n") * 1_000).pieces
    assert 1 < len(pieces) < 20


@pytest.mark.parametrize(
    "text",
    [
        "甲\n" * 100,
        "正文一段，不短也不长，共有二十几个字，多一些，再多一些，到四十个字以上为止。\u3000\u3000" * 100,
        "甲\\r\\n" * 100,
        "<html>" + "<p>甲" * 100,
    ],
)
def test_more_paragraphs_than_any_report_has_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    for module in ("loading.file_reader", "loading.outline.read_outline"):
        monkeypatch.setattr(f"gaohang_viewer.{module}.MOST_PARAGRAPHS", 99)
    with pytest.raises(CannotOpen) as refused:
        opened(tmp_path, text)
    assert refused.value.reason is Reason.TOO_LARGE


def test_lines_without_end_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gaohang_viewer.loading.file_reader._MOST_LINES", 99)
    with pytest.raises(CannotOpen):
        opened(tmp_path, "甲" + "\r" * 100)


def test_empty_lines_are_no_paragraphs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gaohang_viewer.loading.file_reader.MOST_PARAGRAPHS", 99)
    assert opened(tmp_path, "甲\n\n" * 99).preamble.count("甲") == 99


@pytest.mark.parametrize(("limit", "value"), [("_MOST_TAGS", 99), ("_MOST_ATTRIBUTES", 199)])
def test_more_tags_and_attributes_than_any_page_has_are_refused(
    monkeypatch: pytest.MonkeyPatch, limit: str, value: int
) -> None:
    monkeypatch.setattr("gaohang_viewer.loading.web.dom._LARGE", 99)
    page = "<p a b='c' d>甲</p>" * 60
    assert parse(page) is not None
    monkeypatch.setattr(f"gaohang_viewer.loading.web.dom.{limit}", value - 100)
    with pytest.raises(TooLarge):
        parse(page)


def test_attributes_that_tags_can_have_stay(tmp_path: Path) -> None:
    others = " ".join(f"a{at}='b > c'" for at in range(200))
    assert (
        "[甲](http://x.y)"
        in opened(tmp_path, f"<html><p><a {others} href='http://x.y'>甲</a>", "a.html").preamble
    )


def test_cells_over_many_rows_and_columns_make_no_more_than_a_table_can_hold(tmp_path: Path) -> None:
    row = "<tr><td colspan=99999 rowspan=99999>甲<td>乙</tr>"
    assert len(opened(tmp_path, f"<html><table>{row * 3_000}</table>", "a.html").preamble) < 600_000


def test_a_picture_of_more_quoted_bytes_than_any_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gaohang_viewer.loading.pictures.data_uri._MOST_QUOTED", 999)
    report = opened(tmp_path, f"<html><p>甲<img src='data:image/png,{'%41' * 1000}'>", "a.html")
    assert [problem.kind for problem in report.problems if problem.kind is ProblemKind.NOT_SHOWN]


@pytest.mark.parametrize("text", ["%1" * 20_000, "甲" * 100_000])
def test_automatic_numbers_are_as_long_as_word_prints_them(text: str) -> None:
    lists = numbering(levels(("lowerRoman", text)).replace('w:start w:val="1"', 'w:start w:val="32767"'))
    pieces = read(docx(item("乙") * 300, numbering=lists)).pieces
    assert len(pieces) == 300
    assert max(len(piece.text) for piece in pieces) < 300


def test_styles_that_stand_on_one_another_without_end_are_followed_a_few_steps() -> None:
    styles = "".join(style(f"s{at}", f"n{at}", based_on=f"s{at + 1}") for at in range(1_500))
    assert (
        len(read(docx("".join(p("甲", style=f"s{at}") for at in range(1_500)), styles=styles)).pieces)
        == 1_500
    )


def test_a_comment_that_is_referred_to_often_is_told_once() -> None:
    body = '<w:p><w:r><w:t>甲</w:t><w:commentReference w:id="1"/></w:r></w:p>' * 2_000
    draft = read(docx(body, comments=f'<w:comment w:id="1">{p("批" * 2_000)}</w:comment>'))
    assert [len(problem.text) for problem in draft.problems] == [2_000]


def test_entries_that_share_their_bytes_are_counted_each_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gaohang_viewer.loading.word.package._MOST_BYTES", 500_000)
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    picture = b"\x89PNG\r\n\x1a\n" + bytes(100_000)
    packed = packer.compress(picture) + packer.flush()
    blips = "".join(f'<w:p><w:r><a:blip r:embed="rId{at}"/></w:r></w:p>' for at in range(1, 10))
    whole = archive(
        {
            "_rels/.rels": relations(("officeDocument", "word/document.xml")),
            "word/document.xml": part("document", f"<w:body>{p('甲') + blips}</w:body>"),
            "word/_rels/document.xml.rels": relations(*(("image", f"i{at}.png") for at in range(9))),
        }
    )
    end = whole.rfind(b"PK\x05\x06")
    (central,) = struct.unpack("<I", whole[end + 16 : end + 20])
    about = struct.pack("<HHHHHIII", 20, 0, 8, 0, 0, zlib.crc32(picture), len(packed), len(picture))
    body = whole[:central] + b"PK\x03\x04" + about + struct.pack("<HH", 1, 0) + b"k" + packed
    entries = b""
    for at in range(9):
        name = f"word/i{at}.png".encode()
        entries += (
            b"PK\x01\x02\x14\x00" + about + struct.pack("<HHHHHII", len(name), 0, 0, 0, 0, 0, central) + name
        )
    size, count = len(whole[central:end]) + len(entries), 3 + 9
    tail = struct.pack("<4sHHHHIIH", b"PK\x05\x06", 0, 0, count, count, size, len(body), 0)
    data = body + whole[central:end] + entries + tail
    try:
        found = {each.kind for each in read(data).problems}
    except TooLarge:  # newer Pythons refuse entries that overlap, and come no further
        found = {ProblemKind.DAMAGED}
    assert found == {ProblemKind.DAMAGED}


def test_what_is_lost_is_seen() -> None:
    assert lost("甲乙、乙 3", "乙甲") == {"乙": 1, "3": 1}
