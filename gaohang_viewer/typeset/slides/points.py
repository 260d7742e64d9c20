"""Extracts the points of a slide from a section's body: list items, or the beginnings of paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from gaohang_viewer.report.blocks import Block, Code, List, Paragraph, Quote, Table, plain
from gaohang_viewer.report.markdown_reader import blocks
from gaohang_viewer.report.note_marks import without_note_marks

SHORT = 40
"""Characters; a paragraph of at most this length is a point as a whole."""

LONG = 60
"""Characters; a longer sentence is cut at a comma, if it has one."""

_LABEL = 20  # characters; a first sentence of at most this length is a label, and the next one its detail
_SENTENCE = re.compile(r"[^。；;！？]*[。；;！？]+[”’」』）)]*|[^。；;！？]+$")
_COMMA = re.compile("[，,：—]")
_BREAK = re.compile(r"(?<=[^\x00-\xff])\s*\n\s*(?=[^\x00-\xff])")


@dataclass(frozen=True, slots=True)
class Point:
    """A point; `detail` is set below it in smaller type."""

    text: str
    detail: str = ""


def points(body: str) -> tuple[Point, ...]:
    """Returns the points of a section's Markdown; every body with text gives at least one."""
    found = blocks(body)
    paragraphs = [_joined(plain(block.runs)) for block in found if isinstance(block, Paragraph)]
    if len(paragraphs) == len(found) and len(found) <= 2:
        return tuple(point for text in paragraphs for point in _sentences(text))
    return tuple(_of(found))


def _of(found: tuple[Block, ...]) -> Iterator[Point]:
    for block in found:
        match block:
            case Paragraph(runs):
                yield _lead(_joined(plain(runs)))
            case List(items):
                for item in items:
                    yield Point(_ended(_joined(plain(item.runs))))
                    yield from _of(item.blocks)
            case Quote(inner):
                yield from _of(inner)
            case Table(rows):
                yield from (Point(without_note_marks("　".join(plain(cell) for cell in row))) for row in rows)
            case Code(text):
                yield from (Point(line) for line in text.split("\n") if line.strip())
            case _:
                pass


def _lead(text: str) -> Point:
    """Returns the beginning of a paragraph as a point."""
    first, *rest = _SENTENCE.findall(text) or [text]
    if rest and len(first) <= _LABEL and first.endswith("。"):
        return Point(_ended(first), _ended(_cut(rest[0])))
    return Point(_ended(text if len(text) <= SHORT else _cut(first)))


def _sentences(text: str) -> Iterator[Point]:
    """Yields the sentences of a paragraph as points, for sections with only one or two paragraphs."""
    sentences = _SENTENCE.findall(text)
    if len(sentences) == 1 or len(text) <= SHORT:
        yield _lead(text)
        return
    label, opens = "", True  # only after a full stop a sentence can be a label
    for sentence in sentences:
        if label:
            yield Point(_ended(label), _ended(_cut(sentence)))
            label = ""
        elif opens and len(sentence) <= _LABEL and sentence.endswith("。"):
            label = sentence
        else:
            yield Point(_ended(_cut(sentence)))
        opens = sentence.endswith("。")
    if label:
        yield Point(_ended(label))


def _cut(sentence: str) -> str:
    """Returns a sentence, cut at one of its commas if it is long."""
    if len(sentence) <= LONG:
        return sentence
    commas = [comma.start() for comma in _COMMA.finditer(sentence, SHORT // 2, LONG)]
    return sentence[: commas[-1]] if commas else sentence


def _ended(text: str) -> str:
    """Removes the punctuation at the end of a point, unless it has several sentences."""
    text = text.strip().rstrip("；;，,、")
    bare = text.rstrip("。")
    return bare if bare and not re.search("[。；;]", bare) else text


def _joined(text: str) -> str:
    """Joins the lines of a paragraph, without a space between Chinese characters, and drops note marks."""
    text = without_note_marks(text)
    return " ".join(_BREAK.sub("", text).split("\n")).strip()
