"""Converts blocks to Word paragraphs with the styles of resources/office/styles.xml."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from lxml import etree

from gaohang_viewer.office.package import legal
from gaohang_viewer.office.word.numbering import BULLETS, Numbers
from gaohang_viewer.report.blocks import Block, Code, Image, List, Paragraph, Quote, Run, Runs, Table
from gaohang_viewer.typeset.labels import shown

if TYPE_CHECKING:
    from docx.parts.document import DocumentPart
    from lxml.etree import _Element as Element

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SPACES = "{http://www.w3.org/XML/1998/namespace}space"
_NAMES = {"w": _W}
_WIDEST = 5_616_000  # width of a picture in EMU: 156 mm, that of the type area
_HIGHEST = 7_200_000  # 200 mm
_DEEPEST = 8  # level of lists


def w(name: str, /, *inside: Element, **values: object) -> Element:
    """Returns an element of WordprocessingML with attributes and children."""
    element = etree.Element(f"{{{_W}}}{name}", nsmap=_NAMES)
    for key, value in values.items():
        element.set(f"{{{_W}}}{key}", str(value))
    element.extend(inside)
    return element


def paragraph(style: str, /, *inside: Element, **layout: Element) -> Element:
    """Returns a paragraph in a style; `layout` are further properties in the order of the schema."""
    return w("p", w("pPr", w("pStyle", val=style), *layout.values()), *inside)


def run(text: str, *properties: Element) -> Element:
    """Returns a run of text; line breaks and tabs are kept."""
    element = w("r", *([w("rPr", *properties)] if properties else []))
    for number, line in enumerate(legal(text).split("\n")):
        if number:
            element.append(w("br"))
        for column, part in enumerate(line.split("\t")):
            if column:
                element.append(w("tab"))
            if part:
                words = w("t")
                words.set(_SPACES, "preserve")
                words.text = part
                element.append(words)
    return element


class Text:
    """Converts blocks to paragraphs; adds lists, links and pictures to the document."""

    def __init__(
        self, part: DocumentPart, numbers: Numbers, images: Mapping[str, bytes], full_width: bool
    ) -> None:
        self._part = part
        self.numbers = numbers
        self._images = images
        self._full_width = full_width
        self._pictures: dict[str, Element | None] = {}
        self._count = 0

    def blocks(self, some: tuple[Block, ...], style: str = "BodyText", depth: int = 0) -> Iterator[Element]:
        """Yields paragraphs and tables; `style` is that of running text, `depth` the level of lists."""
        for block in some:
            match block:
                case Paragraph(runs):
                    yield paragraph(style, *self.runs(runs))
                case List():
                    yield from self._list(block, depth)
                case Quote(inner):
                    yield from self.blocks(inner, "Quote", depth)
                case Code(text):
                    yield paragraph("Code", run(text))
                case Table(rows):
                    yield from self._table(rows)
                case Image(address, text):
                    yield self._image(address, shown(text, self._full_width))
                case _:
                    yield paragraph("Rule")

    def runs(self, runs: Runs) -> Iterator[Element]:
        """Yields runs with their character styles. Punctuation is converted over all runs."""
        whole = shown("".join(each.text for each in runs), self._full_width)
        at = 0
        for each in runs:
            words = each.text if each.code else whole[at : at + len(each.text)]
            at += len(each.text)
            yield self._run(each, words)

    def _run(self, each: Run, words: str) -> Element:
        style = "Hyperlink" if each.link else "InlineCode" if each.code else "Emphasis" if each.italic else ""
        properties = [w("rStyle", val=style)] if style else []
        if each.bold:
            properties += [w("b"), w("bCs")]
        if each.struck:
            properties.append(w("strike"))
        element = run(words, *properties)
        if not each.link:
            return element
        place = w("hyperlink", element)
        place.set(f"{{{_R}}}id", self._part.relate_to(legal(each.link), _R + "/hyperlink", is_external=True))
        return place

    def _list(self, block: List, depth: int) -> Iterator[Element]:
        bullets = block.start is None
        number = BULLETS if bullets else self.numbers.numbered_list(depth, block.start or 0)
        style = "ListBullet" if bullets else "ListNumber"
        place = w("numPr", w("ilvl", val=depth), w("numId", val=number))
        for item in block.items:
            yield paragraph(style, *self.runs(item.runs), place=etree.fromstring(etree.tostring(place)))
            yield from self.blocks(item.blocks, "ListContinue", min(depth + 1, _DEEPEST))

    def _table(self, rows: tuple[tuple[Runs, ...], ...]) -> Iterator[Element]:
        columns = max(map(len, rows), default=0)
        if not columns:
            return
        widths = w("tblGrid", *(w("gridCol", w=8844 // columns) for _ in range(columns)))
        table = w(
            "tbl",
            w("tblPr", w("tblStyle", val="TableGrid"), w("tblW", w=5000, type="pct"), w("jc", val="center")),
            widths,
        )
        for number, row in enumerate(rows):
            properties = w("trPr", w("cantSplit"))
            if number == 0 and len(rows) > 1:
                properties.append(w("tblHeader"))
            cells = [*row, *[()] * (columns - len(row))]
            style = "TableText" if number else "TableHeading"
            table.append(w("tr", properties, *(self._cell(cell, style, 8844 // columns) for cell in cells)))
        yield table
        yield paragraph("Normal")  # adjacent tables would be merged

    def _cell(self, runs: Runs, style: str, width: int) -> Element:
        properties = w("tcPr", w("tcW", w=width, type="dxa"), w("vAlign", val="center"))
        return w("tc", properties, paragraph(style, *self.runs(runs)))

    def _image(self, address: str, text: str) -> Element:
        """Returns a picture, or its alternative text if Word does not support its type."""
        drawing = self._drawing(address, text)
        return paragraph("Caption", run(text)) if drawing is None else paragraph("Picture", w("r", drawing))

    def _drawing(self, address: str, text: str) -> Element | None:
        data = self._images.get(address)
        if data is None:
            return None
        try:
            inline = self._part.new_pic_inline(io.BytesIO(data))
        except Exception:  # noqa: BLE001 - the bytes may be anything, and python-docx raises anything
            return None
        share = min(1.0, _WIDEST / max(inline.extent.cx, 1), _HIGHEST / max(inline.extent.cy, 1))
        width, height = int(inline.extent.cx * share), int(inline.extent.cy * share)
        if not width or not height:
            return None
        self._count += 1
        for size in inline.iter("{*}extent", "{*}ext"):
            size.set("cx", str(width))
            size.set("cy", str(height))
        for properties in inline.iter("{*}docPr", "{*}cNvPr"):
            properties.set("id", str(self._count))
            properties.set("name", f"picture {self._count}")
            properties.set("descr", legal(text))
        return w("drawing", inline)
