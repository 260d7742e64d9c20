"""What a file is, is told by its content."""

from __future__ import annotations

import io
import struct
import zipfile
from typing import TYPE_CHECKING

import pytest

from gaohang_viewer.loading import CannotOpen, Reason, open_draft
from gaohang_viewer.loading.file_type import Format, recognise

if TYPE_CHECKING:
    from pathlib import Path

TYPES = '<Types><Override PartName="/{0}" ContentType="application/vnd.{1}.main+xml"/></Types>'


def archive(**entries: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in entries.items():
            made.writestr(name, content)
    return out.getvalue()


def office(kind: str, main: str) -> bytes:
    types = TYPES.format(main, f"openxmlformats-officedocument.{kind}")
    return archive(**{"[Content_Types].xml": types, main: "<x/>"})


def compound(*streams: str) -> bytes:
    """A compound file in which only the directory is as it should be."""
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(30, b"\0") + struct.pack("<H16xI", 9, 0)
    names = ("Root Entry", *streams)
    return head.ljust(512, b"\0") + b"".join(name.encode("utf-16-le").ljust(128, b"\0") for name in names)


WORD = office("wordprocessingml.document", "word/document.xml")
MAIL = (
    b"From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary=x\r\n\r\n"
)
READ = (
    Format.WORD,
    Format.PRESENTATION,
    Format.OPEN_TEXT,
    Format.RICH_TEXT,
    Format.WORD_BINARY,
    Format.LOCKED,
    Format.PDF,
    Format.OFD,
)
FILES = [
    (WORD, Format.WORD),
    (office("wordprocessingml.document", "text/main.xml"), Format.WORD),
    (archive(**{"word/document.xml": "<x/>"}), Format.WORD),
    (office("presentationml.presentation", "ppt/presentation.xml"), Format.PRESENTATION),
    (office("spreadsheetml.sheet", "xl/workbook.xml"), Format.SHEET),
    (archive(mimetype="application/vnd.oasis.opendocument.text"), Format.OPEN_TEXT),
    (archive(mimetype="application/vnd.oasis.opendocument.spreadsheet"), Format.OPEN_DOCUMENT),
    (archive(mimetype="application/epub+zip"), Format.EPUB),
    (archive(**{"OFD.xml": "<x/>", "Doc_0/Document.xml": "<x/>"}), Format.OFD),
    (archive(**{"报告.txt": "甲"}), Format.ARCHIVE),
    (WORD[:-30], Format.DAMAGED),
    (compound("WordDocument", "Workbook"), Format.WORD_BINARY),
    (compound("Workbook", "WordDocument"), Format.SHEET),
    (compound("PowerPoint Document"), Format.SLIDES),
    (compound("EncryptionInfo", "EncryptedPackage"), Format.LOCKED),
    (compound("EncryptedPackage", "DRMEncryptedDataSpace"), Format.RIGHTS),
    (compound("WordDocument", "\tDRMContent"), Format.RIGHTS),
    (compound("CONTENTS"), Format.WORKS),
    (b'<?xml version="1.0"?>\n<?mso-application progid="Word.Document"?><w:wordDocument/>', Format.OLD_WORD),
    (b"{\\rtf1\\ansi}", Format.RICH_TEXT),
    (b"%PDF-1.7\n", Format.PDF),
    (MAIL, Format.WEB_ARCHIVE),
    (b"Rar!\x1a\x07\x01\0", Format.ARCHIVE),
    (b"7z\xbc\xaf\x27\x1c", Format.ARCHIVE),
    (b"\x89PNG\r\n\x1a\n", Format.PICTURE),
    (b"\xff\xd8\xff\xe0", Format.PICTURE),
    (b"RIFF\0\0\0\0WEBP", Format.PICTURE),
    (b"\0\0\0\x18ftypheic", Format.PICTURE),
    (b"\0\0\0\x18ftypmp42", Format.SOUND),
    (b"ID3\3\0\0", Format.SOUND),
    (b"MZ\x90\0".ljust(64, b"\0"), Format.PROGRAM),
    (b"\x7fELF\2", Format.PROGRAM),
]


@pytest.mark.parametrize(("data", "form"), FILES)
def test_a_file_is_known_by_its_content(data: bytes, form: Format) -> None:
    assert recognise(data) is form


@pytest.mark.parametrize(
    "page",
    [
        "<!DOCTYPE html><p>甲",
        "\ufeff\r\n <!-- saved --> <HTML>",
        '<?xml version="1.0"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0//EN">',
        "<meta charset=gbk>",
        "<p>甲</p><p>乙</p><p>丙</p>",
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-be", "gb18030"])
def test_web_pages_are_known(page: str, encoding: str) -> None:
    assert recognise(page.encode(encoding)) is Format.WEB


@pytest.mark.parametrize(
    "text",
    [
        "",
        "一、甲",
        "MZ 是程序的开头",
        "BM 公司年报",
        "<甲> 是什么",
        "<!-- note -->\n# 题\n\n## 一、甲\n",
        '<h1 align="center">题</h1>\n<p>甲</p>\n<p>乙</p>\n\n## 一、甲\n',
        "一段说明网页的文字：<html><p>甲</p><p>乙</p><p>丙</p>",
        "MIME-Version 与 multipart/related 的关系",
    ],
)
def test_texts_stay_texts(text: str) -> None:
    assert recognise(text.encode()) is Format.TEXT


@pytest.mark.parametrize("sign", [b"PK\3\4", b"PK\5\6", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"<!--", b"<"])
def test_odd_content_does_no_harm(sign: bytes) -> None:
    for tail in (b"", sign * 300_000, b"PK\1\2" * 300_000, bytes(300_000), b"\xff" * 300_000):
        recognise(sign + tail)


def test_each_format_has_a_reason_and_a_sentence(tmp_path: Path) -> None:
    from gaohang_viewer.ui.messages import why_not_opened

    for data, form in FILES:
        if form in READ:
            continue
        (tmp_path / "报告.docx").write_bytes(data)
        with pytest.raises(CannotOpen) as refused:
            open_draft(tmp_path / "报告.docx")
        assert refused.value.reason.value == form.value
    told = {why_not_opened(CannotOpen(tmp_path / "报告.docx", reason)) for reason in Reason}
    assert len(told) == len(Reason)
    assert all("报告.docx" in sentence for sentence in told)
