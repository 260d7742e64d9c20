"""Extracts the points of a slide from a section's body: list items, or the beginnings of paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest

from gaohang_viewer.report.blocks import Block, Code, List, Paragraph, Quote, Table, plain
from gaohang_viewer.report.markdown_reader import blocks
from gaohang_viewer.report.note_marks import without_note_marks
from gaohang_viewer.typeset.slides.clauses import clauses, sentences
from gaohang_viewer.typeset.slides.exhibits import is_table
from gaohang_viewer.typeset.slides.formalities import is_formality, without_formalities
from gaohang_viewer.typeset.slides.shortening import WHOLE, is_formula, shortened

SHORT = 40
"""Characters; a paragraph of at most this length is a point as a whole."""

_LABEL = 20  # characters; a first sentence of at most this length is a label, and the next one its detail
_LEAD_IN = 30  # characters of what introduces a list: 主要预期目标是：
_BREAK = re.compile(r"(?<=[^\x00-\xff])\s*\n\s*(?=[^\x00-\xff])")
_DASHES = re.compile(r"^[—–―─－-]{1,3}\s*")
_COPULA = re.compile("(?:就?是|为|有|如下|包括|分为)$")
_INTRODUCTION = re.compile(
    r"[：:]\s*$|(?:以下|如下|下列|下面)[^，。；]{0,12}[。：]?$|[：:](?:第一|一是|首先|其一|一要)"
)
_SECOND = re.compile("第二|二是|其次|其二|二要|另外|同时")
_STATED = re.compile(r"\d|[，,；;：:]")  # in a sentence that says something rather than names a topic


@dataclass(frozen=True, slots=True)
class Point:
    """A point; `detail` is set below it in smaller type."""

    text: str
    detail: str = ""


def points(body: str) -> tuple[Point, ...]:
    """Returns the points of a section's Markdown: whole sentences, or whole clauses with an ellipsis.

    Greetings and signatures are left out, and sentences that cannot be shortened without changing their
    sense, so that a body may have no points.
    """
    found = blocks(body)
    texts = without_formalities(_joined(plain(block.runs)) for block in found if isinstance(block, Paragraph))
    if all(isinstance(block, Paragraph) for block in found) and len(texts) <= 2:
        return tuple(point for text in texts for point in _sentences(text))
    return tuple(_of(found, frozenset(texts)))


def _of(found: tuple[Block, ...], said: frozenset[str] | None = None) -> Iterator[Point]:
    """Yields the points of blocks; of paragraphs only those in `said`, if it is given."""
    for block, after in zip_longest(found, found[1:]):
        match block:
            case Paragraph(runs):
                for text in without_formalities([_joined(plain(runs))]):
                    if said is None or text in said:
                        yield from _lead(text, before_list=isinstance(after, List))
            case List(items):
                for item in items:
                    yield Point(_ended(_joined(plain(item.runs))))
                    yield from _of(item.blocks)
            case Quote(inner):
                yield from _of(inner)
            case Table(rows) if not is_table(block):
                yield from (Point(without_note_marks("　".join(plain(cell) for cell in row))) for row in rows)
            case Code(text):
                yield from (Point(line) for line in text.split("\n") if line.strip())
            case _:
                pass


def _lead(text: str, *, before_list: bool = False) -> Iterator[Point]:
    """Yields the beginning of a paragraph as a point, or as several if it is a list.

    `before_list` says that a list follows, whose name the paragraph may be: 主要预期目标：
    """
    first, *rest = _said(text) or [""]
    if text.rstrip().endswith(("：", ":")):
        name = _COPULA.sub("", text.rstrip("：: "))
        if before_list and len(name) <= _LABEL and not _STATED.search(name):
            yield Point(name)
    elif rest and _is_label(first):
        yield from _labelled(first, rest[0])
    elif len(text) <= SHORT:
        yield from _point("".join((first, *rest)))
    else:
        yield from _point(first)


def _sentences(text: str) -> Iterator[Point]:
    """Yields the sentences of a paragraph as points, for sections with only one or two paragraphs."""
    found = _said(text)
    if len(found) <= 1 or len(text) <= SHORT:
        yield from _lead(text)
        return
    if found and _is_label(found[0]):
        yield from _labelled(found[0], found[1])
        found = found[2:]
    for sentence in found:
        yield from _point(sentence, longest=SHORT // 2)


def _said(text: str) -> list[str]:
    """Returns the sentences of a paragraph that say something by themselves."""
    return [one for one in sentences(text) if not is_formality(one) and not _introduces(one)]


def _is_label(sentence: str) -> bool:
    """Whether the first sentence of a paragraph names its topic: 坚持以文育人。"""
    return len(sentence) <= _LABEL and sentence.endswith("。") and _STATED.search(sentence) is None


def _labelled(label: str, sentence: str) -> Iterator[Point]:
    detail = shortened(sentence)
    yield Point(_ended(label), "" if _introduces(detail) else _ended(detail))


def _point(sentence: str, longest: int = WHOLE) -> Iterator[Point]:
    """Yields a sentence as a point; one that introduces a list, and each of the list's members.

    One of more than `longest` characters is divided at its semicolons.
    """
    lead, sign, rest = _DASHES.sub("", sentence.strip()).partition("：")
    members = clauses(rest, "；;") if sign else []
    if len(lead) <= _LEAD_IN and len(members) > 1:
        if name := _COPULA.sub("", lead.strip()):
            yield Point(name)
        yield from (Point(_ended(_DASHES.sub("", member))) for member in members)
        return
    members = clauses(sentence, "；;")
    if len(members) > 1 and len(sentence) > longest and not is_formula(sentence):
        yield from (Point(_ended(text)) for member in members if (text := shortened(member)))
    elif (text := shortened(_DASHES.sub("", sentence.strip()))) and not _introduces(text):
        yield Point(_ended(text))


def _introduces(text: str) -> bool:
    """Whether a sentence only introduces what follows it elsewhere, or has but the first of its members."""
    return _INTRODUCTION.search(text) is not None and _SECOND.search(text) is None


def _ended(text: str) -> str:
    """Removes the dash before a point and the punctuation at its end, unless it has several sentences."""
    text = _DASHES.sub("", text.strip()).rstrip("；;，,、")
    bare = text.rstrip("。")
    return bare if bare and not re.search("[。；;]", bare) else text


def _joined(text: str) -> str:
    """Joins the lines of a paragraph, without note marks, and without a space between Chinese characters."""
    return without_note_marks(" ".join(_BREAK.sub("", text).split("\n")).strip())
