"""Which paragraphs in the style of a heading are headings: a style says less than the words."""

from __future__ import annotations

from gaohang_viewer.report.draft import Piece
from gaohang_viewer.report.heading_mark import read_mark
from gaohang_viewer.report.inline_markdown import cut

_LONGEST_HEADING = 100  # characters; a longer paragraph with a whole sentence is text in the wrong style
_LONGEST_SENTENCE = 30  # of a heading without a number that is a whole sentence


def is_text(text: str) -> bool:
    """Returns whether a paragraph in the style of a heading is running text."""
    if "。" not in text:
        return False
    if end := _title_end(text):
        return end > _LONGEST_HEADING
    alone = text.index("。") == len(text) - 1
    longest = _LONGEST_HEADING if read_mark(text) is not None else _LONGEST_SENTENCE
    return not alone or len(text) > longest


def split_run_in(heading: Piece) -> list[Piece]:
    """Returns a heading, and the text that goes on behind its numbered title: （一）标题。正文…

    The piece has its Markdown, which a heading loses.
    """
    end = _title_end(heading.text)
    if not end:
        return [heading._replace(markdown="")]
    title, text = cut(heading, end)
    return [title._replace(markdown=""), text._replace(level=0)]


def _title_end(text: str) -> int:
    """Returns where the text begins behind a numbered title, 0 without any."""
    end = text.find("。") + 1
    return end if 0 < end < len(text) and read_mark(text) is not None else 0
