"""Which words can be a heading, and how they are compared."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from gaohang_viewer.loading.page_layout.paragraphs import LEADER
from gaohang_viewer.report.heading_mark import MarkStyle, read_mark

if TYPE_CHECKING:
    from gaohang_viewer.loading.page_layout.paragraphs import Paragraph

_LONGEST = 64  # characters of a heading told by its looks
_LONGEST_GIVEN = 120  # of one that the file gives
_MOST_LINES = 3
_ISSUERS = ("文件", "公报")  # end an issuer's mark
_STOPS = tuple("。；;，,：:！!？?、…")
_IGNORED = re.compile(r"[\s.．·、:：]+")
_LISTED = frozenset((MarkStyle.ARABIC_BRACKETED, MarkStyle.CIRCLED, MarkStyle.ORDINAL, MarkStyle.COUNTED))
_CAPTION = re.compile(
    r"[图表]\s*[\d一二三四五六七八九十]|(?:图|表|专栏|附表|附图)\s*\d|[（(]?(?:单位|续表|注|资料来源)[：:)）]"
)
_CONTENTS = re.compile(r"(?:图\s*表?|表|附图|附表)?\s*目\s*[录次]$")
_PAGE = re.compile(r"(?<=\D)\s*\d{1,3}$")  # behind an entry of a table of contents
_DATE = re.compile(r"[\d〇○零一二三四五六七八九]{4}\s*年\s*[\d一二三四五六七八九十]")


def is_issuer(text: str) -> bool:
    """Whether a line is the issuer's mark above the title, in red (GB/T 9704-2012, 7.2.4)."""
    return text.endswith(_ISSUERS)


def is_headline(paragraph: Paragraph, *, with_colon: bool = False) -> bool:
    """Whether a paragraph reads like a heading, or `with_colon` like one that ends in a colon."""
    text = paragraph.text
    if with_colon:
        text = text.rstrip("：:")
    mark = read_mark(text) if text else None
    return (
        1 < len(text) <= _LONGEST
        and len(paragraph.lines) <= _MOST_LINES
        and not text.endswith(_STOPS)
        and not is_issuer(text)
        and not LEADER.search(text)
        and _CAPTION.match(text) is None
        and not heads_contents(text)
        and _DATE.match(text) is None
        and (mark is None or mark.style not in _LISTED)
        and any(sign.isalpha() for sign in text)
    )


def may_be_given(text: str) -> bool:
    """Whether words can be a heading where the file says so."""
    return (
        0 < len(text) <= _LONGEST_GIVEN
        and not LEADER.search(text)
        and _CAPTION.match(text) is None
        and not heads_contents(text)
        and _DATE.match(text) is None
    )


def plain(text: str) -> str:
    """The words without blanks and stops, to compare them."""
    return _IGNORED.sub("", text)


def without_mark(text: str) -> str:
    """The words behind the mark."""
    mark = read_mark(text) if text else None
    return text[mark.length :] if mark is not None else text


def heads_contents(text: str) -> bool:
    """Whether words head a table of contents, or of figures."""
    return _CONTENTS.match(text) is not None


def without_page(text: str) -> str:
    """The words without the number of a page behind them."""
    return _PAGE.sub("", text)
