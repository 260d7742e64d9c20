"""Finds the main content of a web page: its element, its title and its data tables."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from selectolax.lexbor import LexborNode

from gaohang_viewer.loading.web.content_scores import NOTHING, ContentScores, tight
from gaohang_viewer.loading.web.dom import (
    is_aside,
    is_aside_or_comments,
    is_concealed,
    is_invisible,
    is_invisible_or_concealed,
)

if TYPE_CHECKING:
    from gaohang_viewer.loading.web.dom import Page

_PARTS = frozenset(("table", "thead", "tbody", "tfoot", "tr"))
_WHOLE = frozenset(("p", "pre", "h1", "h2", "h3", "h4", "h5", "h6"))  # never the main content
_SHORTEST_TITLE = 5
_LEAST = 15.0  # the lowest score of an article beside comments
_FOOT = 0.05  # the share of the running text that may be dropped below the main content
# The separator between a title and the name of the site: 题_人民网, 题 - 政府门户
_SITE = re.compile(r"\s*(?:_|--|——|\||»|\s[-–—·]\s|-(?=[^-]{2,15}$)).*")
_SEPARATORS = "_-–—|»·,，(（:："


_Test = Callable[[LexborNode], bool]


class Article(NamedTuple):
    """The element with the main content, and the title.

    `title` is the one that the page shows, empty if unknown; `name` is the one in its head. `characters`
    counts all visible characters of the page; `tables` are the `mem_id` of data tables. `is_invisible` says
    what shows no text, `is_left_out` what else does not belong to the content.
    """

    root: LexborNode
    title: str
    name: str
    characters: int
    tables: frozenset[int]
    is_invisible: _Test
    is_left_out: _Test


def find_article(page: Page) -> Article:
    """Finds the main content of a page.

    Descends from the body to the child with the most running text, as long as its siblings contain less
    running text than links and words without a sentence.
    """
    scores, skip, aside = _scores(page)
    title = _title(page, scores.titles)
    at = root = page.body
    while True:
        prose, rest, linked = scores.of[at.mem_id]
        best, before, seen = at, 0.0, 0.0
        above = words = 0  # characters without a sentence, above the best child
        most = NOTHING
        child = at.child
        while child is not None:
            weight = scores.of.get(child.mem_id, NOTHING)
            if weight.prose > most.prose:
                best, most, before, above = child, weight, seen, words
            seen += weight.prose
            words += weight.rest
            child = child.next
        # Text above may be the lead; text below is often an address or a copyright notice
        lost = before + max(0.0, prose - most.prose - before - prose * _FOOT)
        if most.prose * 2 < prose or lost > rest - most.rest or best is at:
            break
        if best.tag in _WHOLE or best.mem_id in scores.data:
            break
        if (
            not title and not linked and above >= _SHORTEST_TITLE
        ):  # the title, of which the head of the page says nothing
            break
        at = best
        if at.tag not in _PARTS:
            root = at
    name = next((_SITE.sub("", name, count=1) or name for name in page.names), "")
    menus = scores.menus

    def is_left_out(node: LexborNode) -> bool:
        return skip(node) or aside(node) or node.mem_id in menus

    return Article(root, title, name, scores.characters, frozenset(scores.data), skip, is_left_out)


def _scores(page: Page) -> tuple[ContentScores, _Test, _Test]:
    """Returns the scores of a page, what is invisible in it, and what never belongs to its main content.

    Text that is hidden until a script has run counts if it is more than all other; comments count where
    there is nothing else.
    """
    names, skip, aside = " ".join(page.names), is_invisible_or_concealed, is_aside_or_comments
    scores = ContentScores(page.body, names, skip, aside)
    if any(map(is_concealed, page.body.css("[style]"))):
        shown = ContentScores(page.body, names, is_invisible, aside)
        if shown.prose > 2 * scores.prose:
            scores, skip = shown, is_invisible
    if scores.prose < min(_LEAST, scores.aside):
        aside = is_aside
        scores = ContentScores(page.body, names, skip, aside)
    return scores, skip, aside


def _title(page: Page, titles: list[tuple[str, str]]) -> str:
    """Returns the title that both page and head have, else the only h1."""
    for name in page.names:
        printed = [text for _, text in titles if _begins(tight(name), tight(text))]
        if printed:
            return max(printed, key=len)
    alone = [text for tag, text in titles if tag == "h1"]
    return alone[0] if len(alone) == 1 else ""


def _begins(name: str, text: str) -> bool:
    """Returns whether a visible title is the first part of the one in the head."""
    return len(text) > 3 and name.startswith(text) and (name == text or name[len(text)] in _SEPARATORS)
