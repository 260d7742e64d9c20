"""Finds the main content of a web page: its element, its title and its data tables."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from gaohang_viewer.loading.web.content_scores import ContentScores, tight

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

    from gaohang_viewer.loading.web.dom import Page

_PARTS = frozenset(("table", "thead", "tbody", "tfoot", "tr"))
_WHOLE = frozenset(("p", "pre", "h1", "h2", "h3", "h4", "h5", "h6"))  # never the main content
_FOOT = 0.05  # the share of the running text that may be dropped below the main content
# The separator between a title and the name of the site: 题_人民网, 题 - 政府门户
_SITE = re.compile(r"\s*(?:_|--|——|\||»|\s[-–—·]\s|-(?=[^-]{2,15}$)).*")
_SEPARATORS = "_-–—|»·,，(（:："


class Article(NamedTuple):
    """The element with the main content, and the title.

    `title` is the one that the page shows, empty if unknown; `name` is the one in its head. `characters`
    counts all visible characters of the page; `tables` are the `mem_id` of data tables.
    """

    root: LexborNode
    title: str
    name: str
    characters: int
    tables: frozenset[int]


def find_article(page: Page) -> Article:
    """Finds the main content of a page.

    Descends from the body to the child with the most running text, as long as its siblings contain less
    running text than links and words without a sentence.
    """
    scores = ContentScores(page.body, " ".join(page.names))
    at = root = page.body
    while True:
        prose, rest = scores.of[at.mem_id]
        best, before, seen = at, 0.0, 0.0
        most = (0.0, 0)
        child = at.child
        while child is not None:
            weight = scores.of.get(child.mem_id, (0.0, 0))
            if weight[0] > most[0]:
                best, most, before = child, weight, seen
            seen += weight[0]
            child = child.next
        # Text above may be the lead; text below is often an address or a copyright notice
        lost = before + max(0.0, prose - most[0] - before - prose * _FOOT)
        if most[0] * 2 < prose or lost > rest - most[1] or best is at:
            break
        if best.tag in _WHOLE or best.mem_id in scores.data:
            break
        at = best
        if at.tag not in _PARTS:
            root = at
    name = next((_SITE.sub("", name, count=1) or name for name in page.names), "")
    return Article(root, _title(page, scores.titles), name, scores.characters, frozenset(scores.data))


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
