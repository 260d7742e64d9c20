"""Other files that are inserted into a Word file."""

from __future__ import annotations

import base64

from tests.loading.test_web import PNG
from tests.loading.word.build import docx, p, read, roles, style, with_files

CHUNK = '<w:altChunk r:id="rId{}"/>'
HTML = "<html><head><meta charset='utf-8'><title>题</title></head><body><h1>一、嵌入</h1><p>正文<b>粗</b></p></body></html>"


def files(body: str, **inserted: bytes) -> bytes:
    names = {name.replace("_", "."): data for name, data in inserted.items()}
    return with_files(body, {f"word/{name}": data for name, data in names.items()}, "aFChunk", *names)


def test_an_inserted_page_stands_where_it_was_inserted() -> None:
    draft = read(files(p("前") + CHUNK.format(1) + p("后"), a_html=HTML.encode()))
    assert [(piece.role.value, piece.level, piece.text, piece.line_no) for piece in draft.pieces] == [
        ("text", 0, "前", 1),
        ("heading", 1, "一、嵌入", 2),
        ("text", 0, "正文粗", 3),
        ("text", 0, "后", 4),
    ]
    assert not draft.problems


def test_an_inserted_archive_is_read_with_its_pictures() -> None:
    page = '<html><body><p>=E5=8A=9B</p><p>图<img src=3D"cid:1"></p></body></html>'
    archive = (
        'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n\r\n--x\r\n'
        "Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
        f"{page}\r\n--x\r\nContent-Type: image/png\r\nContent-ID: <1>\r\n"
        f"Content-Transfer-Encoding: base64\r\n\r\n{base64.b64encode(PNG).decode()}\r\n--x--\r\n"
    )
    draft = read(files(CHUNK.format(1), a_mht=archive.encode()))
    assert [piece.text for piece in draft.pieces] == ["力", "图image:1.png"]
    assert list(draft.images) == ["image:1.png"]
    assert draft.pieces[1].markdown == "图![image:1.png](image:1.png)"


def test_an_inserted_word_file_keeps_its_headings_and_inserts_no_other() -> None:
    styles = style("t", "Title")
    inner = files(p("题", properties='<w:outlineLvl w:val="0"/>') + CHUNK.format(1), b_docx=docx(p("深")))
    titled = docx(p("标题", style="t") + p("文"), styles=styles)
    data = files(CHUNK.format(1) + CHUNK.format(2), a_docx=inner, c_docx=titled)
    assert roles(data) == [("heading", 1, "题"), ("heading", 1, "标题"), ("text", 0, "文")]
    assert [problem.kind.value for problem in read(data).problems] == ["not-shown"]


def test_an_inserted_text_is_read_line_by_line() -> None:
    assert roles(files(CHUNK.format(1), a_txt="甲\r\n\r\n乙".encode("gb18030"))) == [
        ("text", 0, "甲"),
        ("text", 0, "乙"),
    ]


def test_a_file_that_is_inserted_again_or_cannot_be_read_is_told() -> None:
    data = files(
        CHUNK.format(1) * 2 + CHUNK.format(2) + CHUNK.format(7), a_html=HTML.encode(), b_rtf=b"{\\rtf1 x}"
    )
    assert [(problem.kind.value, problem.text) for problem in read(data).problems] == [
        ("not-shown", "word/a.html"),
        ("not-shown", "word/b.rtf"),
        ("not-shown", "altChunk"),
    ]
