"""Scores the elements of a web page by how much running text and how much else they contain."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from gaohang_viewer.loading.web.dom import INLINE, nodes

if TYPE_CHECKING:
    from collections.abc import Callable

    from selectolax.lexbor import LexborNode

_SENTENCE = frozenset("，。；：！？、,;")
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_LINE_END = "\x1e"  # stands for a br; text does not contain it
_SHORT = 60  # characters; a paragraph of this length scores half its length, a shorter one less
_LONGEST_TITLE = 120
_MENU_LINKS = 4  # links of a menu at least
_LONGEST_LABEL = 12  # characters of its labels on average
_MENU_TAGS = frozenset(("ul", "ol", "dl", "div", "p", "section", "header", "footer", "td", "table", "center"))
_LONGEST_CELL = 400  # characters; a table with longer cells is for layout


class Weight(NamedTuple):
    """The score of the running text in a block, its other characters, and how many stand in links."""

    prose: float
    rest: int
    linked: int


NOTHING = Weight(0.0, 0, 0)


class _Open:
    """An element that is open.

    `prose` is the score of the running text in it, `rest` the number of other characters.
    """

    def __init__(self, node: LexborNode, above: _Open | None) -> None:
        tag = node.tag or ""
        self.tag = tag
        self.node = node
        self.link: bool = tag == "a" or (above is not None and above.link)
        # The innermost table around it
        self.table: _Open | None = self if tag == "table" else above.table if above is not None else None
        self.words: list[str] = []  # its own texts without links
        self.linked = self.characters = 0
        self.prose = 0.0
        self.rest = 0
        self.links = self.in_links = 0  # the links to other places, and the characters in them
        self.cells = self.rows = self.widest = self.longest = 0
        self.layout = False

    def add(self, below: _Open) -> None:
        """Adds the counts of a child."""
        self.prose += below.prose
        self.rest += below.rest
        self.links += below.links
        self.in_links += below.in_links
        self.characters += below.characters


class ContentScores:
    """The scores of all blocks below an element.

    `of` maps the `mem_id` of a block to its weight; `data` are the `mem_id` of data tables, `menus` those of
    blocks of short links; `titles` are headings, and texts that occur in `names`, each with its tag;
    `characters` counts all visible characters, `prose` and `aside` score the running text of the page, and
    that beside the main content.
    """

    def __init__(
        self,
        root: LexborNode,
        names: str,
        skip: Callable[[LexborNode], bool],
        is_aside: Callable[[LexborNode], bool],
    ) -> None:
        """Scores all but what `skip` returns true for; nothing counts for which `is_aside` does."""
        self._is_aside = is_aside
        self.aside = 0.0
        self.menus: set[int] = set()
        self.of: dict[int, Weight] = {}
        self.data: set[int] = set()
        self.titles: list[tuple[str, str]] = []
        self.characters = 0
        self._names = tight(names)
        self._stack = [_Open(root, None)]
        for node, opens in nodes(root, skip):
            if node.tag == "-text":
                self._text(node.text_content or "")
            elif opens:
                self._open(node)
            else:
                self._close(self._stack.pop())
        self._close(self._stack[0])
        self.prose = self.of[root.mem_id].prose

    def _text(self, words: str) -> None:
        top = self._stack[-1]
        count = len(tight(words))
        self.characters += count
        if top.link:
            top.linked += count
            top.in_links += count
        elif count:
            top.words.append(words)

    def _open(self, node: LexborNode) -> None:
        top = self._stack[-1]
        new = _Open(node, top)
        self._stack.append(new)
        if new.tag == "a" and new.node.attributes.get("href"):
            new.links += 1
        elif new.tag == "br":
            top.words.append(_LINE_END)
        elif new.tag == "table" and top.table is not None:
            top.table.layout = True
        elif new.tag == "tr" and top.table is not None:
            top.table.rows += 1
            top.table.cells = 0

    def _close(self, done: _Open) -> None:
        above = self._stack[-1]
        if done.tag in INLINE:
            above.words += done.words
            above.linked += done.linked
            above.add(done)
            return
        self._count(done)
        self.of[done.node.mem_id] = Weight(done.prose, done.rest, done.in_links)
        if _is_menu(done):
            self.menus.add(done.node.mem_id)
        table = done.table
        if above is not done:
            above.add(done)
        if table is done:
            data = not done.layout and done.rows > 1 and done.widest > 1 and done.longest <= _LONGEST_CELL
            self.data.update([done.node.mem_id] if data else [])
        elif table is not None and done.tag in ("td", "th"):
            table.cells += 1
            table.widest = max(table.widest, table.cells)
            table.longest = max(table.longest, done.characters)

    def _count(self, done: _Open) -> None:
        """Counts the own text of a complete block. Running text is recognised by its punctuation."""
        text = "".join(done.words)
        own = len(tight(text))
        done.characters += own + done.linked
        done.rest += own + done.linked
        for line in text.split(_LINE_END) if own > done.linked else ():
            if not _SENTENCE.isdisjoint(line):
                length = len(tight(line))
                done.prose += length * length / (length + _SHORT)
                done.rest -= length
        if self._is_aside(done.node):
            self.aside += done.prose
            done.prose, done.rest = 0.0, done.characters
        if 0 < own <= _LONGEST_TITLE and (done.tag in _HEADINGS or tight(text) in self._names):
            self.titles.append((done.tag, " ".join(text.split())))


def _is_menu(block: _Open) -> bool:
    """Returns whether a block consists of short links."""
    return (
        block.links >= _MENU_LINKS
        and not block.prose
        and block.in_links * 5 >= block.characters * 4
        and block.in_links <= block.links * _LONGEST_LABEL
        and block.tag in _MENU_TAGS
    )


def tight(text: str) -> str:
    """Returns the text without white space."""
    return "".join(text.split())
