"""Makes small PDF files: with Typst, or byte by byte."""

from __future__ import annotations

from typing import Any

import typst

from gaohang_viewer.typeset.engine import font_catalog

PARAGRAPH = (
    "全镇上下坚持稳中求进的工作总基调，着力推动高质量发展，经济运行总体平稳，民生保障持续改善，社会大局和谐稳定，"
    "各项事业都取得了新的进展。年初确定的目标任务基本完成，群众的获得感不断增强，为今后的发展打下了坚实基础。"
)
_SET_UP = """#set page(width: 400pt, height: {height}pt, margin: 50pt, {page})
#set text(lang: "zh", size: 12pt, font: "Noto Sans SC", cjk-latin-spacing: none)
#set par(justify: true, first-line-indent: (amount: 2em, all: true), spacing: 0.65em)
"""


def typeset(body: str, *, page: str = "", height: int = 400, tags: bool = False) -> bytes:
    """Returns a PDF of Typst markup, without tags by default; headings are bookmarks."""
    source = _SET_UP.format(page=page, height=height) + body
    files: Any = {"main.typ": source.encode()}  # of which the stubs know nothing
    made = typst.Compiler(files, font_paths=font_catalog.known(False)).compile(format="pdf", pdf_tags=tags)
    assert isinstance(made, bytes)
    return made


def pdf(objects: list[str], streams: dict[int, bytes] | None = None) -> bytes:
    """Returns a PDF of these objects, numbered from 1; the first is the catalogue. `streams` by number."""
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, text in enumerate(objects, 1):
        places.append(len(out))
        stream = (streams or {}).get(number)
        out += f"{number} 0 obj\n{text}\n".encode("latin-1")
        if stream is not None:
            out += b"stream\n" + stream + b"\nendstream\n"
        out += b"endobj\n"
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    for place in places:
        out += f"{place:010} 00000 n \n".encode()
    out += f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(out)


def one_page(content: bytes, resources: str = "", more: list[str] | None = None, extra: str = "") -> bytes:
    """Returns a PDF of one page with this content; `more` objects count from 5."""
    fonts = "/Resources << /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>"
    return pdf(
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 400] /Contents 4 0 R {extra} {fonts} {resources} >> >>",
            f"<< /Length {len(content)} >>",
            *(more or []),
        ],
        {4: content},
    )
