"""A web page as the tree that a browser makes of it, and the way through that tree."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from selectolax.lexbor import LexborHTMLParser

from gaohang_viewer.loading.limits import TooLarge

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from selectolax.lexbor import LexborNode


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# What is no text of the page, and what stands around an article by its very name
NO_TEXT = _words(
    "script style noscript template head title iframe object embed canvas audio video svg select button "
    "textarea datalist frameset"
)
ASIDE = _words("nav aside")
INLINE = _words(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i img input ins kbd label mark output q rp "
    "rt ruby s samp small span strike strong sub sup time tt u var wbr"
)

_MOST_TAGS = 300_000  # that open or close an element
_MOST_ATTRIBUTES = 3_000_000  # or words, which look alike from afar; each takes 300 bytes
_WORD = re.compile(r"[\s/\"'](?=[^\s/>\"'])")
_LARGE = 8_000_000  # characters; fewer cannot hold so many
_MOST_OPTIONS = 2_000
_OPTION = re.compile("<(?=option)", re.IGNORECASE)
_DEEPEST = 500  # elements one in another; browsers stop at 512, and lexbor takes ages below
_TAG = re.compile(r"<(/?)([a-z][a-z0-9-]*)", re.IGNORECASE)
# A tag with more attributes than any has, each taken as a whole (WHATWG HTML, 13.2.5.32 and on)
_CROWDED = re.compile(
    r"""(<[a-z][^\s/><]*(?:<(?![a-z])[^\s/><]*)*)(?=[\s/])(?:(?=([\s/]*[^\s/>][^\s/>=]*(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>"'][^\s>]*))?))\2){250,}""",
    re.IGNORECASE,
)
_MOST_NAMES = 20  # that the head of a page gives it
# They hold nothing, or are closed by the next of their kind, or stand in pictures by the thousand
_FLAT = _words(
    "area base basefont bgsound br col embed frame hr img input link meta param source track wbr "
    "p li dt dd option optgroup tr td th thead tbody tfoot rp rt html head body "
    "path rect circle line polyline polygon ellipse stop use image"
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


class Page(NamedTuple):
    """A page: its body, the names that its head gives it, the best first, and what addresses start from."""

    body: LexborNode
    names: tuple[str, ...]
    base: str = ""


def parse(markup: str) -> Page | None:
    """The tree of a page (WHATWG HTML, tree construction); None if it has no body, as a frameset.

    Raises `TooLarge` for more tags than any page has.
    """
    if markup.count("<") > _MOST_TAGS:
        raise TooLarge("too many tags")
    if len(markup) > _LARGE and sum(1 for _ in _WORD.finditer(markup)) > _MOST_ATTRIBUTES:
        raise TooLarge("too many attributes")
    # lexbor looks each attribute up among those before it, and each option of a list
    markup = _CROWDED.sub(r"\1", markup)
    if len(_OPTION.findall(markup)) > _MOST_OPTIONS:
        markup = _OPTION.sub("<wbr ", markup)
    parser = LexborHTMLParser(_flattened(markup))
    body = parser.body
    if body is None:
        return None
    names = [
        node.attributes.get("content") or ""
        for node in parser.css("meta[property='og:title'], meta[name='ArticleTitle' i]")[:_MOST_NAMES]
    ]
    names += [node.text() for node in parser.css("head > title")[:1]]
    base = next((node.attributes.get("href") or "" for node in parser.css("base[href]")), "")
    return Page(body, tuple(" ".join(name.split()) for name in names if name.strip()), base)


def _flattened(markup: str) -> str:
    """The markup without elements that lie too deep: they become `wbr`, which holds nothing."""
    if markup.count("<") <= _DEEPEST:
        return markup
    depth = 0

    def shallow(tag: re.Match[str]) -> str:
        nonlocal depth
        if tag[2].lower() in _FLAT:
            return tag[0]
        if tag[1]:
            depth = max(0, depth - 1)
            return "</wbr" if depth >= _DEEPEST else tag[0]
        depth += 1
        return "<wbr" if depth > _DEEPEST else tag[0]

    return _TAG.sub(shallow, markup)


def nodes(root: LexborNode, passed: Callable[[LexborNode], bool]) -> Iterator[tuple[LexborNode, bool]]:
    """Every node below a root in order, twice: when it opens (True) and when it closes.

    Texts only open. Elements that are `passed` by are left out with all below them.
    """
    opened: list[LexborNode] = []
    node = root.child
    while True:
        while node is not None:
            tag = node.tag or "-"
            if tag == "-text":
                yield node, True
            elif tag[0] not in "-!" and not passed(node):
                yield node, True
                opened.append(node)
                node = node.child
                continue
            node = node.next
        if not opened:
            return
        node = opened.pop()
        yield node, False
        node = node.next


def unseen(node: LexborNode) -> bool:
    """Whether an element shows no text: by its kind, or because it is hidden."""
    if node.tag in NO_TEXT:
        return True
    attributes = node.attributes
    return bool(attributes) and (
        "hidden" in attributes
        or attributes.get("aria-hidden") == "true"
        or ("style" in attributes and _HIDDEN.search(attributes["style"] or "") is not None)
    )
