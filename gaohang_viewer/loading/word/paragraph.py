"""Classifies the paragraphs of a Word file: their role in the report, and where one goes on in the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gaohang_viewer.loading.heading_style import is_text
from gaohang_viewer.loading.rich_text import Span, Spans, lines_of
from gaohang_viewer.loading.word.styles import ParagraphStyle, outline_level
from gaohang_viewer.loading.word.xml import attribute, child, flow, full, value
from gaohang_viewer.report.draft import PieceRole

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from gaohang_viewer.loading.word.inline import Words
    from gaohang_viewer.loading.word.numbering import Number

TITLES = (PieceRole.TITLE, PieceRole.SUBTITLE)
CHANGES = tuple(map(full, ("w:ins", "w:del", "w:moveTo")))
PARAGRAPH = frozenset({"w:p"})
_TEXT = frozenset({"w:t"})


def role_of(
    paragraph: Element, style: ParagraphStyle, words: Words, text: str, *, contents: bool, title_ended: bool
) -> tuple[PieceRole, int]:
    """Returns the role and heading level of a `w:p`, by its outline level, its style and its words.

    `text` is what it says, its number included. `contents` says that it stands in a table of contents,
    `title_ended` that the report has its title and other text after it.
    """
    role, level = style.role, style.level
    own = outline_level(child(paragraph, "w:pPr"))
    if role not in TITLES and own is not None:
        role, level = (PieceRole.HEADING, own) if own else (PieceRole.TEXT, 0)
    if role is not PieceRole.HEADING and words.is_page_number:
        return PieceRole.DEBRIS, 0
    in_contents = words.contents or words.refers_to_page
    if contents or style.role is PieceRole.CONTENTS or (in_contents and role is not PieceRole.HEADING):
        return PieceRole.CONTENTS, 0
    if role is PieceRole.TEXT:
        return role, 0
    if is_contents_heading(text):
        return PieceRole.CONTENTS, 0
    if is_text(text):
        return PieceRole.TEXT, 0
    # The title is a sequence of paragraphs; further down its style is used for chapters
    if role in TITLES and title_ended:
        return (PieceRole.HEADING, 1) if role is PieceRole.TITLE else (PieceRole.TEXT, 0)
    return role, level


def goes_on(paragraph: Element) -> bool:
    """Returns whether the next `w:p` continues a paragraph: its end was deleted, or it is a drop cap."""
    properties = child(paragraph, "w:pPr")
    mark = child(properties, "w:rPr")
    if child(mark, "w:del") is not None or child(mark, "w:moveFrom") is not None:
        return True
    return attribute(child(properties, "w:framePr"), "w:dropCap") in {"drop", "margin"}


def has_changes(elements: list[Element]) -> bool:
    """Returns whether some elements contain tracked changes."""
    return any(next(element.iter(*CHANGES), None) is not None for element in elements)


def is_contents_heading(text: str) -> bool:
    """Returns whether a text is the heading of a table of contents."""
    return "".join(text.split()).lower() in {"目录", "目次", "contents", "tableofcontents"}


def is_contents(control: Element) -> bool:
    """Returns whether a content control is a table of contents (ECMA-376-1, 17.5.2.11)."""
    return value(control, "w:sdtPr", "w:docPartObj", "w:docPartGallery") == "Table of Contents"


def with_number(lines: list[Spans], number: Number | None) -> list[Spans]:
    """Puts a number before the first line, as bold as its text."""
    if not lines or number is None or not number.text:
        return lines
    first = lines[0][0]
    return [*lines_of([Span(number.text, bold=first.bold and not first.image), *lines[0]]), *lines[1:]]


def comment_text(comment: Element) -> str:
    """Returns the text of a comment."""
    paragraphs = (flow(paragraph, _TEXT) for paragraph in flow(comment, PARAGRAPH))
    return " ".join("".join(text.text or "" for text in texts) for texts in paragraphs).strip()
