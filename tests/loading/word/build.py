"""Makes tiny Word files for the tests: a body, and whatever other parts a test is about."""

from __future__ import annotations

import zipfile
from io import BytesIO
from typing import TYPE_CHECKING

from gaohang_viewer.loading.word import read_word

if TYPE_CHECKING:
    from gaohang_viewer.report.draft import Draft

_OOXML = "http://schemas.openxmlformats.org/"
_NAMES = (
    f'xmlns:w="{_OOXML}wordprocessingml/2006/main" xmlns:r="{_OOXML}officeDocument/2006/relationships"'
    f' xmlns:m="{_OOXML}officeDocument/2006/math" xmlns:a="{_OOXML}drawingml/2006/main"'
    f' xmlns:wp="{_OOXML}drawingml/2006/wordprocessingDrawing" xmlns:mc="{_OOXML}markup-compatibility/2006"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
)
MAIN = "word/document.xml"
PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x02\0\0\0\x02" + bytes(20)


def relations(*entries: tuple[str, str], outside: bool = False) -> str:
    """A relationships part; the entries are kinds and targets, their ids rId1, rId2 …"""
    mode = ' TargetMode="External"' if outside else ""
    lines = (
        f'<Relationship Id="rId{at}" Type="{_OOXML}officeDocument/2006/relationships/{kind}" Target="{target}"{mode}/>'
        for at, (kind, target) in enumerate(entries, 1)
    )
    return f'<Relationships xmlns="{_OOXML}package/2006/relationships">{"".join(lines)}</Relationships>'


def part(root: str, inner: str) -> str:
    """An XML part of WordprocessingML."""
    return f"<w:{root} {_NAMES}>{inner}</w:{root}>"


def archive(parts: dict[str, str | bytes]) -> bytes:
    """A zip archive."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in parts.items():
            file.writestr(name, data)
    return out.getvalue()


def docx(body: str, **parts: str) -> bytes:
    """A Word file; `parts` are the inner XML of styles, numbering, footnotes, endnotes, comments."""
    return archive(
        {
            "_rels/.rels": relations(("officeDocument", MAIN)),
            MAIN: part("document", f"<w:body>{body}</w:body>"),
            "word/_rels/document.xml.rels": relations(*((kind, f"{kind}.xml") for kind in parts)),
            **{f"word/{kind}.xml": part(kind, inner) for kind, inner in parts.items()},
        }
    )


def with_files(body: str, files: dict[str, bytes], kind: str, *targets: str, outside: bool = False) -> bytes:
    """A Word file whose body refers to other files, as rId1, rId2 …"""
    return archive(
        {
            "_rels/.rels": relations(("officeDocument", MAIN)),
            MAIN: part("document", f"<w:body>{body}</w:body>"),
            "word/_rels/document.xml.rels": relations(
                *((kind, target) for target in targets), outside=outside
            ),
            **files,
        }
    )


def r(text: str, properties: str = "") -> str:
    """A run."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def p(*runs: str, style: str = "", properties: str = "") -> str:
    """A paragraph; what is no XML is a plain run."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    inner = "".join(run if run.startswith("<") else r(run) for run in runs)
    return f"<w:p><w:pPr>{named}{properties}</w:pPr>{inner}</w:p>"


def item(text: str, num: int = 1, level: int = 0) -> str:
    """A paragraph of a list."""
    return p(text, properties=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num}"/></w:numPr>')


def style(style_id: str, name: str, properties: str = "", based_on: str = "", kind: str = "paragraph") -> str:
    """A style."""
    base = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    return f'<w:style w:type="{kind}" w:styleId="{style_id}"><w:name w:val="{name}"/>{base}{properties}</w:style>'


def levels(*texts: tuple[str, str], more: str = "") -> str:
    """The levels of a list: formats and what is printed."""
    return "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{fmt}"/>{more}<w:lvlText w:val="{text}"/></w:lvl>'
        for at, (fmt, text) in enumerate(texts)
    )


def numbering(abstract: str, *nums: str) -> str:
    """A numbering part with one abstract list; `nums` are the overrides of lists 1, 2 …"""
    made = "".join(
        f'<w:num w:numId="{at}"><w:abstractNumId w:val="0"/>{num}</w:num>'
        for at, num in enumerate(nums or ("",), 1)
    )
    return f'<w:abstractNum w:abstractNumId="0">{abstract}</w:abstractNum>{made}'


def table(*rows: tuple[str, ...]) -> str:
    """A table; cells are text, or XML of paragraphs."""
    inner = "".join("<w:tr>" + "".join(map(cell, row)) + "</w:tr>" for row in rows)
    return f"<w:tbl>{inner}</w:tbl>"


def cell(content: str, properties: str = "") -> str:
    """A cell of a table."""
    if content.startswith("<w:tc>"):
        return content
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content if content.startswith('<') else p(content)}</w:tc>"


def read(data: bytes) -> Draft:
    """The draft of a Word file."""
    return read_word(data, "name", lambda _: None)


def texts(data: bytes) -> list[str]:
    """What the pieces of a Word file say."""
    return [piece.text for piece in read(data).pieces]


def roles(data: bytes) -> list[tuple[str, int, str]]:
    """Roles, levels and texts of the pieces."""
    return [(piece.role.value, piece.level, piece.text) for piece in read(data).pieces]
