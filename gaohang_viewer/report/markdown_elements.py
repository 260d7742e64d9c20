"""Reads Markdown with Python-Markdown, and makes typed blocks of its elements."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from gaohang_viewer.report import links
from gaohang_viewer.report.blocks import (
    Block,
    Code,
    Image,
    Item,
    List,
    Paragraph,
    Quote,
    Rule,
    Run,
    Runs,
    Table,
)
from gaohang_viewer.report.link_references import EmbeddedData, References
from gaohang_viewer.report.markdown_chunks import chunks, fenced
from gaohang_viewer.report.markdown_extensions import core_markdown
from gaohang_viewer.report.markdown_nesting import shallow
from gaohang_viewer.report.markdown_parser import markdown_parser
from gaohang_viewer.report.soft_breaks import join_lines

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_STASHED = re.compile("\u0002(\\d+)\u0003")
_BLOCK_TAGS = {"p", "ul", "ol", "blockquote", "pre", "table", "hr", "h1", "h2", "h3", "h4", "h5", "h6", "div"}


def parsed(body: str) -> tuple[Block, ...]:
    """Parses a body with Python-Markdown, chunk by chunk."""
    embedded = EmbeddedData()
    parts = [
        part if isinstance(part, str) else core_markdown(part) for part in fenced(embedded.shorten(body))
    ]
    known = References(line for part in parts if not isinstance(part, str) for line in part)
    found: list[Block] = []
    for part in parts:
        found += [Code(part)] if isinstance(part, str) else parse_lines(part, known)
    return embedded.restore(tuple(found))


def parse_lines(lines: list[str], known: References) -> Iterator[Block]:
    """Parses lines without fenced code.

    The body must have been shortened by `EmbeddedData`; `known` are its link reference definitions.
    """
    for chunk in chunks(list(shallow(lines))):
        if isinstance(chunk, str):
            yield Paragraph((Run(chunk.strip()),))
        elif any(line.strip() for line in chunk):
            yield from _parse_chunk(chunk, known)


def _parse_chunk(lines: list[str], known: References) -> Iterator[Block]:
    while not lines[0].strip():  # else the parser does not recognise a list that follows
        lines = lines[1:]
    parser = markdown_parser()
    parser.references = References()  # resetting must not clear those of the body
    parser.reset()
    parser.references = known
    for preprocessor in parser.preprocessors:
        lines = preprocessor.run(lines)
    root = parser.parser.parseDocument(lines).getroot()
    for treeprocessor in parser.treeprocessors:
        root = (root is not None and treeprocessor.run(root)) or root
    if root is not None:
        yield from _children(root)


def _code(element: Element) -> str:
    """Returns code unescaped: the parser escapes it for HTML."""
    text = "".join(element.itertext())
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def _text(text: str | None) -> str:
    """Returns text with the parser's placeholders for escaped characters resolved."""
    plain = _STASHED.sub(lambda stash: chr(int(stash[1])), text or "")
    return join_lines(plain.replace("\u0002amp\u0003", "&"))


def _children(element: Element) -> Iterator[Block]:
    if (element.text or "").strip():
        yield Paragraph((Run(_text(element.text).strip()),))
    for child in element:
        yield from _block(child)


def _block(element: Element) -> Iterator[Block]:
    tag = element.tag
    if tag in ("ul", "ol"):
        start = int(element.get("start", "1")) if tag == "ol" else None
        yield List(tuple(_item(child) for child in element), start)
    elif tag == "blockquote":
        yield Quote(tuple(_children(element)))
    elif tag == "pre":
        yield Code(_code(element).rstrip("\n"))
    elif tag == "table":
        rows = [tuple(_runs(cell) for cell in row) for row in element.iter("tr")]
        yield Table(tuple(rows))
    elif tag == "hr":
        yield Rule()
    elif tag == "div":
        yield from _children(element)
    elif pictures := _pictures(element):
        yield from pictures
    else:
        yield Paragraph(_runs(element))


def _pictures(element: Element) -> tuple[Image, ...]:
    """Returns the pictures of a paragraph that contains nothing else, otherwise nothing."""
    if (element.text or "").strip() or any((child.tail or "").strip() for child in element):
        return ()
    if {child.tag for child in element} - {"img", "br"}:
        return ()
    images = (child for child in element if child.tag == "img")
    return tuple(Image(_text(image.get("src")), _text(image.get("alt"))) for image in images)


def _item(element: Element) -> Item:
    """Converts a list entry: its first line and the blocks below (a loose item's text is its first block)."""
    inner = [child for child in element if child.tag in _BLOCK_TAGS]
    runs = _runs(element, skip=_BLOCK_TAGS)
    below = [block for child in inner for block in _block(child)]
    if not runs and below and isinstance(below[0], Paragraph):
        runs = below[0].runs
        below = below[1:]
    return Item(runs, tuple(below))


def _runs(element: Element, skip: frozenset[str] | set[str] = frozenset()) -> Runs:
    runs = [run for run in _inline(element, Run(""), skip) if run.text]
    while runs and not runs[0].text.strip():
        runs.pop(0)
    while runs and not runs[-1].text.strip():
        runs.pop()
    if runs:
        runs[0] = _restyled(runs[0], runs[0].text.lstrip())
        runs[-1] = _restyled(runs[-1], runs[-1].text.rstrip())
    return tuple(runs)


def _restyled(style: Run, text: str) -> Run:
    return style._replace(text=text)


def _inline(element: Element, style: Run, skip: frozenset[str] | set[str]) -> Iterator[Run]:
    yield _restyled(style, _text(element.text))
    for child in element:
        if child.tag not in skip:
            yield from _styled(child, style)
        tail = child.tail or ""
        yield _restyled(style, _text(tail.lstrip("\n") if child.tag == "br" else tail))


def _styled(child: Element, style: Run) -> Iterator[Run]:
    tag = child.tag
    if tag == "br":
        yield _restyled(style, "\n")
    elif tag == "code":
        yield style._replace(text=_code(child), code=True)
    elif tag == "img":
        source = _text(child.get("src"))
        described = _text(child.get("alt")) or (
            source.partition(",")[0] if source.startswith("data:") else source
        )
        yield style._replace(text=described, italic=True)
    else:
        inner = style._replace(
            bold=style.bold or tag == "strong",
            italic=style.italic or tag == "em",
            link=links.safe(_text(child.get("href"))) if tag == "a" else style.link,
            struck=style.struck or tag == "del",
        )
        yield from _inline(child, inner, frozenset())
