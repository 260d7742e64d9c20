"""Reads the Markdown of a section as typed blocks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
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
    texts_of,
)
from gaohang_viewer.report.link_references import EmbeddedData, References
from gaohang_viewer.report.markdown_chunks import chunks, fenced
from gaohang_viewer.report.markdown_parser import markdown_parser

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

# A body without any of these consists of paragraphs and bullets and needs no parser, like most of every real
# report. (Indented lines, numbered items, setext underlines and inline syntax all need it.)
_SYNTAX = re.compile(
    r"[\\`*_\[\]<>&|#~]|^[ \t]+\S|^(?:- +)?\d+[.)]|^[-=+:>][-=+:>\s]*$|^- +[-+] |^\+|  $", re.MULTILINE
)
_BULLET = re.compile(r"- +(?=\S)")


def has_syntax(body: str) -> bool:
    """Returns whether a body may contain more than paragraphs and bullets."""
    return _SYNTAX.search(body) is not None


@lru_cache(maxsize=512)
def blocks(body: str) -> tuple[Block, ...]:
    """Parses the Markdown of a section's body. Never raises: any text is valid Markdown."""
    if not body.strip():
        return ()
    if has_syntax(body):
        return parsed(body)
    return tuple(_plain(body))


def _plain(body: str) -> Iterator[Block]:
    """Reads a body without Markdown syntax: paragraphs, and bullets at the start of a line."""
    for chunk in re.split(r"\n[ \t]*\n", body.strip("\n")):
        lines = [line.strip() for line in chunk.split("\n") if line.strip()]
        if not lines:
            continue
        if not _BULLET.match(lines[0]):
            yield Paragraph((Run(_joined("\n".join(lines))),))
            continue
        items: list[str] = []
        for line in lines:
            bullet = _BULLET.match(line)
            if bullet:
                items.append(line[bullet.end() :])
            else:
                items[-1] += "\n" + line
        yield List(tuple(Item((Run(_joined(text)),)) for text in items))


# A line end with the white space around it; white space that begins the text keeps its first character
_SOFT_BREAK = re.compile(r"(?:(?<=([^ \t\n]))|(?<=^([ \t])))[ \t]*\n[ \t]*(?=(.)|$)")


def _joined(text: str) -> str:
    """Joins lines that the source broke: with a space between Latin letters, without one beside Chinese."""
    if "\n" not in text:
        return text
    return _SOFT_BREAK.sub(lambda gap: " " if f"{gap[1] or gap[2]}{gap[3] or ''}".isascii() else "", text)


# --- the parser's element tree -------------------------------------------------------------------------

_STASHED = re.compile("\u0002(\\d+)\u0003")
_BLOCK_TAGS = {"p", "ul", "ol", "blockquote", "pre", "table", "hr", "h1", "h2", "h3", "h4", "h5", "h6", "div"}


def parsed(body: str) -> tuple[Block, ...]:
    """Parses a body with Python-Markdown, chunk by chunk."""
    embedded = EmbeddedData()
    parts = list(fenced(embedded.shorten(body)))
    known = References(line for part in parts if not isinstance(part, str) for line in part)
    found: list[Block] = []
    for part in parts:
        found += [Code(part)] if isinstance(part, str) else parse_lines(part, known)
    return embedded.restore(tuple(found))


def parse_lines(lines: list[str], known: References) -> Iterator[Block]:
    """Parses lines without fenced code.

    The body must have been shortened by `EmbeddedData`; `known` are its link reference definitions.
    """
    for chunk in chunks(lines):
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
    return _joined(plain.replace("\u0002amp\u0003", "&"))


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


# --- plain text ----------------------------------------------------------------------------------------


def paragraphs(body: str) -> list[str]:
    """Returns the visible text of a body, a string for each paragraph, item or cell, in order.

    Struck-out text is replaced by fillers, so that positions stay right.
    """
    return list(texts_of(blocks(body)))
