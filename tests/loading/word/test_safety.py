"""Hostile and damaged files: refused or read, in little time, and never by another exception."""

from __future__ import annotations

import zipfile
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gaohang_viewer.loading.word import NotWord, TooLarge
from tests.loading.word.build import MAIN, archive, cell, docx, p, part, read, table, texts, with_files

if TYPE_CHECKING:
    pass

GOOD = docx(p("正文") + table(("甲", "乙"), ("丙", "丁")))
LAUGHS = "".join(f'<!ENTITY e{at} "{f"&e{at - 1};" * 10}">' for at in range(1, 12))


def main(head: str, body: str) -> bytes:
    return archive({MAIN: head + part("document", f"<w:body>{body}</w:body>")})


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    with pytest.raises(TooLarge):
        read(archive({MAIN: bytes(250_000_000)}))


@pytest.mark.parametrize("body", ["<w:r/>" * 4_100_000, "<w:p/>" * 200_001], ids=["elements", "paragraphs"])
def test_more_elements_than_any_document_has_are_refused(body: str) -> None:
    with pytest.raises(TooLarge):
        read(main("", body))


def test_too_many_entries_are_refused_before_the_archive_is_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    entry = b"PK\x01\x02" + bytes(42)
    monkeypatch.setattr(zipfile, "ZipFile", None)
    with pytest.raises(TooLarge):
        read(entry * 200_000 + b"PK\x05\x06" + bytes(18))


@pytest.mark.parametrize(
    "declaration",
    [
        f'<!DOCTYPE d [<!ENTITY e0 "ha">{LAUGHS}]>',
        '<!DOCTYPE d [<!ENTITY e11 SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE d SYSTEM "http://a.cn/d.dtd" [<!ENTITY e11 "x">]>',
    ],
)
def test_a_doctype_is_refused(declaration: str) -> None:
    for body in (p("&e11;"), '<w:p w:rsidR="&e11;"/>' if "SYSTEM" not in declaration else p("x")):
        with pytest.raises(NotWord):
            read(main(declaration, body))


def test_what_is_nested_as_no_document_is_is_refused() -> None:
    with pytest.raises(NotWord):
        read(main("", "<w:sdt>" * 100_000 + "</w:sdt>" * 100_000))


@pytest.mark.parametrize(
    ("opening", "closing"),
    [
        ("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"),
        ("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>"),
        ("<w:p><w:r><w:txbxContent>", "</w:txbxContent></w:r></w:p>"),
    ],
)
def test_what_is_nested_as_deep_as_the_parser_allows_is_read(opening: str, closing: str) -> None:
    depth = 250 // opening.count("<")
    assert texts(docx(opening * depth + p("底") + closing * depth)) == ["底"]


def test_a_cell_over_many_columns_makes_no_more_than_word_allows() -> None:
    huge = cell("甲", '<w:gridSpan w:val="100000000"/>') + cell("乙")
    draft = read(docx(f"<w:tbl>{f'<w:tr>{huge}</w:tr>' * 5000}</w:tbl>"))
    assert len(draft.pieces[0].markdown) < 1_000_000


def test_fields_that_never_end_take_no_time() -> None:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/><w:fldChar w:fldCharType="separate"/><w:t>x</w:t></w:r>'
    assert texts(docx(p(begin * 20_000)))[0] == "x" * 20_000


def test_inserted_files_are_read_within_limits() -> None:
    names = [f"{at}.html" for at in range(300)] + [f"{at}.docx" for at in range(9)]
    page, bomb = "<p>文".encode(), archive({MAIN: bytes(30_000_000)})
    inserted = {f"word/{name}": page if name.endswith("html") else bomb for name in names}
    body = "".join(f'<w:altChunk r:id="rId{at}"/>' for at in range(1, len(names) + 1))
    draft = read(with_files(body, {**inserted, "word/1.html": bytes(21_000_000)}, "aFChunk", *names))
    assert len(draft.pieces) == 199
    assert len(draft.problems) == len(names) - 199


def test_formulas_as_deep_and_as_long_as_the_parser_allows_take_no_time() -> None:
    deep = "<m:d><m:e>" * 120 + "<m:r><m:t>x</m:t></m:r>" + "</m:e></m:d>" * 120
    assert texts(docx(p(f"<m:oMath>{deep}</m:oMath>"))) == ["(" * 120 + "x" + ")" * 120]
    long = "<m:d><m:e>" * 100 + f"<m:r><m:t>{'(' * 1_000_000}</m:t></m:r>" + "</m:e></m:d>" * 100
    assert texts(docx(p("文", f"<m:oMath>{long}</m:oMath>"))) == ["文"]


def test_what_is_no_word_file_is_said_so() -> None:
    sheet = archive({MAIN: "<workbook/>"})
    for data in (b"", b"PK", b"\xd0\xcf\x11\xe0" + bytes(500), GOOD[: len(GOOD) // 2], archive({}), sheet):
        with pytest.raises(NotWord):
            read(data)


def test_entries_compressed_or_locked_in_other_ways_are_not_read() -> None:
    locked = bytearray(GOOD)
    at = locked.rfind(b"PK\x01\x02", 0, locked.rfind(MAIN.encode()))
    locked[at + 8] |= 1
    other = bytearray(GOOD)
    other[at + 10] = zipfile.ZIP_BZIP2
    for data in (locked, other):
        with pytest.raises(NotWord):
            read(bytes(data))


@given(st.lists(st.tuples(st.integers(0, len(GOOD) - 1), st.integers(0, 255)), min_size=1, max_size=8))
def test_damaged_bytes_raise_nothing_else(changes: list[tuple[int, int]]) -> None:
    data = bytearray(GOOD)
    for at, byte in changes:
        data[at] = byte
    with suppress(NotWord, TooLarge):
        read(bytes(data)).report()
