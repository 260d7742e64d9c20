"""Finds what of a web page is the article: its element, its title, and which tables hold data."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from gaohang_viewer.loading.web.content_scores import Weights, tight

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

    from gaohang_viewer.loading.web.dom import Page

_PARTS = frozenset(("table", "thead", "tbody", "tfoot", "tr"))
_WHOLE = frozenset(("p", "pre", "h1", "h2", "h3", "h4", "h5", "h6"))  # never an article
_FOOT = 0.05  # of the running text may be lost below the article
# What parts a title from the name of the site: 题_人民网, 题 - 政府门户
_SITE = re.compile(r"\s*(?:_|--|——|\||»|\s[-–—·]\s|-(?=[^-]{2,15}$)).*")
_PARTING = "_-–—|»·,，(（:："


class Article(NamedTuple):
    """The element that holds the article, and what was found on the way there.

    `title` is what the page prints as its title, empty if that is not known; `name` what its head says.
    `characters` counts all that the page shows; `tables` are those that hold data, by their `mem_id`.
    """

    root: LexborNode
    title: str
    name: str
    characters: int
    tables: frozenset[int]


def find_article(page: Page) -> Article:
    """The article of a page.

    From the body down, the element with the most running text is taken, as long as what is left behind
    around it is less of that than of links and words without a sentence.
    """
    weights = Weights(page.body, " ".join(page.names))
    at = root = page.body
    while True:
        prose, rest = weights.of[at.mem_id]
        best, before, seen = at, 0.0, 0.0
        most = (0.0, 0)
        child = at.child
        while child is not None:
            weight = weights.of.get(child.mem_id, (0.0, 0))
            if weight[0] > most[0]:
                best, most, before = child, weight, seen
            seen += weight[0]
            child = child.next
        # What stands above may be the lead, what stands below is often an address or a copyright
        lost = before + max(0.0, prose - most[0] - before - prose * _FOOT)
        if most[0] * 2 < prose or lost > rest - most[1] or best is at:
            break
        if best.tag in _WHOLE or best.mem_id in weights.data:
            break
        at = best
        if at.tag not in _PARTS:
            root = at
    name = next((_SITE.sub("", name, count=1) or name for name in page.names), "")
    return Article(root, _title(page, weights.titles), name, weights.characters, frozenset(weights.data))


def _title(page: Page, titles: list[tuple[str, str]]) -> str:
    """What the page prints and its head repeats; failing that, its only h1."""
    for name in page.names:
        printed = [text for _, text in titles if _begins(tight(name), tight(text))]
        if printed:
            return max(printed, key=len)
    alone = [text for tag, text in titles if tag == "h1"]
    return alone[0] if len(alone) == 1 else ""


def _begins(name: str, text: str) -> bool:
    """Whether a title that is printed is the first part of the one in the head."""
    return len(text) > 3 and name.startswith(text) and (name == text or name[len(text)] in _PARTING)
