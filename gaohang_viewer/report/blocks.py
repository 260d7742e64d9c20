"""Turns the Markdown of one section into typed blocks, which pane, slides, paper and search all use."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from gaohang_viewer.report import links
from gaohang_viewer.report.link_references import Held, References
from gaohang_viewer.report.markdown_chunks import fenced, stretches
from gaohang_viewer.report.markdown_parser import markdown_parser

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element


class Run(NamedTuple):
    """A piece of text in one style; `link` is the address that it leads to, of the web or of a mail."""

    text: str
    bold: bool = False
    italic: bool = False
    code: bool = False
    link: str = ""


Runs: TypeAlias = tuple[Run, ...]


class Paragraph(NamedTuple):
    """A paragraph of running text."""

    runs: Runs


class Item(NamedTuple):
    """An entry of a list; `blocks` are what stands below its first line."""

    runs: Runs
    blocks: tuple[Block, ...] = ()


class List(NamedTuple):
    """A list of points; `start` is the first number of an ordered list, None for bullets."""

    items: tuple[Item, ...]
    start: int | None = None


class Quote(NamedTuple):
    """A quotation set off from the text."""

    blocks: tuple[Block, ...]


class Code(NamedTuple):
    """Text to be shown as typed."""

    text: str


class Table(NamedTuple):
    """Rows of cells; the first row is the header."""

    rows: tuple[tuple[Runs, ...], ...]


class Image(NamedTuple):
    """A picture on lines of its own: its address among the report's images, and what it shows in words."""

    address: str
    text: str


class Rule(NamedTuple):
    """A line across the page."""


Block: TypeAlias = Paragraph | List | Quote | Code | Table | Image | Rule

# A body in which none of these occurs is paragraphs and bullets alone and needs no parser: most of every
# real report. (Indented lines, numbered items, setext lines and inline signs all go to the parser.)
_SYNTAX = re.compile(r"[\\`*_\[\]<>&|#~]|^[ \t]+\S|^\d+[.)]|^[-=+:>]+\s*$|^\+|  $", re.MULTILINE)
_BULLET = re.compile(r"- +(?=\S)")


def has_signs(body: str) -> bool:
    """Whether a body may hold more than paragraphs and bullets."""
    return _SYNTAX.search(body) is not None


@lru_cache(maxsize=512)
def blocks(body: str) -> tuple[Block, ...]:
    """The blocks of a section's Markdown. Never raises: Markdown has no errors."""
    if not body.strip():
        return ()
    if has_signs(body):
        return parsed(body)
    return tuple(_plain(body))


def _plain(body: str) -> Iterator[Block]:
    """Blocks of a body without Markdown signs: paragraphs, and bullets at the start of a line."""
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


# From the first blank before a line's end on, or from the second where nothing stands before it
_SOFT_BREAK = re.compile(r"(?:(?<=([^ \t\n]))|(?<=^([ \t])))[ \t]*\n[ \t]*(?=(.)|$)")


def _joined(text: str) -> str:
    """Text whose lines were broken in the source: Chinese goes on without a space, Latin with one."""
    if "\n" not in text:
        return text
    return _SOFT_BREAK.sub(lambda gap: " " if f"{gap[1] or gap[2]}{gap[3] or ''}".isascii() else "", text)


# --- the parser's element tree -------------------------------------------------------------------------

_STASHED = re.compile("\u0002(\\d+)\u0003")
_BLOCK_TAGS = {"p", "ul", "ol", "blockquote", "pre", "table", "hr", "h1", "h2", "h3", "h4", "h5", "h6", "div"}


def parsed(body: str) -> tuple[Block, ...]:
    """Blocks by way of the parser."""
    held = Held()
    parts = list(fenced(held.short(body)))
    known = References(line for part in parts if not isinstance(part, str) for line in part)
    found: list[Block] = []
    for part in parts:
        found += [Code(part)] if isinstance(part, str) else part_of(part, known)
    return held.long(tuple(found))


def part_of(lines: list[str], known: References) -> Iterator[Block]:
    """Blocks of lines without fences, of a body that `Held` has made short and whose addresses are known."""
    for stretch in stretches(lines):
        if isinstance(stretch, str):
            yield Paragraph((Run(stretch.strip()),))
        elif any(line.strip() for line in stretch):
            yield from _stretch(stretch, known)


def _stretch(lines: list[str], known: References) -> Iterator[Block]:
    while not lines[0].strip():  # the parser would not see a list that follows
        lines = lines[1:]
    parser = markdown_parser()
    parser.references = References()  # a reset would forget those of the body
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
    """Code as typed: the parser escapes it for HTML."""
    text = "".join(element.itertext())
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def _text(text: str | None) -> str:
    """Text as the author wrote it: the parser's placeholders for escaped signs put back."""
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
    """The pictures that are all that a paragraph holds."""
    if (element.text or "").strip() or any((child.tail or "").strip() for child in element):
        return ()
    if {child.tag for child in element} - {"img", "br"}:
        return ()
    images = (child for child in element if child.tag == "img")
    return tuple(Image(_text(image.get("src")), _text(image.get("alt"))) for image in images)


def images(some: tuple[Block, ...]) -> Iterator[Image]:
    """The pictures among some blocks, in order."""
    for block in some:
        match block:
            case Image():
                yield block
            case Quote(inner):
                yield from images(inner)
            case List(items):
                for item in items:
                    yield from images(item.blocks)
            case _:
                pass


def _item(element: Element) -> Item:
    """A list entry: its first line, and whatever blocks follow (a loose item's text is its first block)."""
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
    return Run(text, style.bold, style.italic, style.code, style.link)


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
        yield Run(_code(child), style.bold, style.italic, code=True, link=style.link)
    elif tag == "img":
        source = _text(child.get("src"))
        described = _text(child.get("alt")) or (
            source.partition(",")[0] if source.startswith("data:") else source
        )
        yield Run(described, style.bold, italic=True, code=style.code, link=style.link)
    else:
        link = links.safe(_text(child.get("href"))) if tag == "a" else style.link
        inner = Run("", style.bold or tag == "strong", style.italic or tag == "em", style.code, link)
        yield from _inline(child, inner, frozenset())


# --- plain text ----------------------------------------------------------------------------------------


def plain(runs: Runs) -> str:
    """The words of some runs."""
    return "".join(run.text for run in runs)


def paragraphs(body: str) -> list[str]:
    """The visible text of a body, one string for each paragraph, item or cell, in order."""
    return list(_texts(blocks(body)))


def _texts(some: tuple[Block, ...]) -> Iterator[str]:
    for block in some:
        match block:
            case Paragraph(runs):
                yield plain(runs)
            case Code(text) | Image(_, text):
                yield text
            case Quote(inner):
                yield from _texts(inner)
            case Table(rows):
                for row in rows:
                    yield from (plain(cell) for cell in row)
            case List(items):
                for item in items:
                    yield plain(item.runs)
                    yield from _texts(item.blocks)
            case Rule():
                pass
