"""Parses a web page as browsers do, within limits, and walks its tree."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from selectolax.lexbor import LexborHTMLParser

from gaohang_viewer.loading.limits import TooLarge

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from selectolax.lexbor import LexborNode


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Elements without visible text, and elements that are never part of the main content
NO_TEXT = _words(
    "script style noscript template head title iframe object embed canvas audio video svg select button "
    "textarea datalist frameset"
)
ASIDE = _words("nav aside")
INLINE = _words(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i img input ins kbd label mark output q rp "
    "rt ruby s samp small span strike strong sub sup time tt u var wbr"
)

_NAMED = _words("div section ul ol dl table")  # may hold the readers' comments
_LONGEST_NAME = 500

_MOST_TAGS = 300_000  # start and end tags
_MOST_ATTRIBUTES = 3_000_000  # or words, which the pattern does not distinguish; each takes 300 bytes
_WORD = re.compile(r"[\s/\"'](?=[^\s/>\"'])")
_LARGE = 8_000_000  # characters; shorter pages cannot contain as many
_MOST_OPTIONS = 2_000
_OPTION = re.compile("<(?=option)", re.IGNORECASE)
_DEEPEST = 500  # nested elements; browsers stop at 512, and lexbor takes quadratic time
_TAG = re.compile(r"<(/?)([a-z][a-z0-9-]*)", re.IGNORECASE)
# A tag with at least 250 attributes (WHATWG HTML, 13.2.5.32 ff.)
_CROWDED = re.compile(
    r"""(<[a-z][^\s/><]*(?:<(?![a-z])[^\s/><]*)*)(?=[\s/])(?:(?=([\s/]*[^\s/>][^\s/>=]*(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>"'][^\s>]*))?))\2){250,}""",
    re.IGNORECASE,
)
_MOST_NAMES = 20  # titles in the head of a page
# Void elements, elements that the next of their kind closes, and elements of SVG pictures
_FLAT = _words(
    "area base basefont bgsound br col embed frame hr img input link meta param source track wbr "
    "p li dt dd option optgroup tr td th thead tbody tfoot rp rt html head body "
    "path rect circle line polyline polygon ellipse stop use image"
)
_HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_CONCEALED = re.compile(r"visibility\s*:\s*hidden", re.IGNORECASE)
_COMMENTS = re.compile(
    r"(?<![a-z])(?:[a-z]{1,12}[-_])?(?:comments?|pinglun|gentie|replies|disqus)(?:[-_]?[a-z]{1,12})?(?![a-z])",
    re.IGNORECASE,
)


class Page(NamedTuple):
    """A page: its body, the titles in its head, the best first, and its base address."""

    body: LexborNode
    names: tuple[str, ...]
    base: str = ""


def parse(markup: str) -> Page | None:
    """Parses a page (WHATWG HTML, 13.2.6); None if it has no body, like a frameset.

    Raises `TooLarge` for more tags or attributes than real pages have.
    """
    if markup.count("<") > _MOST_TAGS:
        raise TooLarge("too many tags")
    if len(markup) > _LARGE and sum(1 for _ in _WORD.finditer(markup)) > _MOST_ATTRIBUTES:
        raise TooLarge("too many attributes")
    # lexbor takes quadratic time for the attributes of a tag and for the options of a list
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
    """Replaces elements that are nested too deeply by `wbr`, which is empty."""
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


def nodes(root: LexborNode, skip: Callable[[LexborNode], bool]) -> Iterator[tuple[LexborNode, bool]]:
    """Yields each node below a root twice in document order: when it opens (True) and when it closes.

    Texts only open. Elements for which `skip` returns true are omitted with all below them.
    """
    opened: list[LexborNode] = []
    node = root.child
    while True:
        while node is not None:
            tag = node.tag or "-"
            if tag == "-text":
                yield node, True
            elif tag[0] not in "-!" and not skip(node):
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


def is_invisible(node: LexborNode) -> bool:
    """Returns whether an element shows no text, by its type or because it is hidden for good."""
    if node.tag in NO_TEXT:
        return True
    attributes = node.attributes
    return bool(attributes) and (
        "hidden" in attributes
        or attributes.get("aria-hidden") == "true"
        or ("style" in attributes and _HIDDEN.search(attributes["style"] or "") is not None)
    )


def is_concealed(node: LexborNode) -> bool:
    """Returns whether an element keeps its place, but is hidden; often until a script has run."""
    return _CONCEALED.search(node.attributes.get("style") or "") is not None


def is_invisible_or_concealed(node: LexborNode) -> bool:
    """Returns whether an element shows no text at present."""
    return is_invisible(node) or is_concealed(node)


def is_aside(node: LexborNode) -> bool:
    """Returns whether an element never belongs to the main content, by its type."""
    return node.tag in ASIDE


def is_aside_or_comments(node: LexborNode) -> bool:
    """Returns whether an element never belongs to the main content, by its type or its name."""
    if node.tag in ASIDE:
        return True
    if node.tag not in _NAMED:
        return False
    attributes = node.attributes
    return any(_is_for_comments(attributes.get(name) or "") for name in ("id", "class"))


@lru_cache(maxsize=1024)
def _is_for_comments(name: str) -> bool:
    """Returns whether one of the names in an attribute is that of the readers' comments."""
    return any(_COMMENTS.fullmatch(each) for each in name[:_LONGEST_NAME].split())
