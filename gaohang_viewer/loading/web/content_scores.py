"""Weighs the elements of a web page: how much running text each holds, and how much else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gaohang_viewer.loading.web.dom import ASIDE, INLINE, nodes, unseen

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_SENTENCE = frozenset("，。；：！？、,;")
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_LINE_END = "\x1e"  # of a br; no text has it
_SHORT = 60  # characters; a paragraph of so many weighs half of what it holds, a comment less
_LONGEST_TITLE = 120
_LONGEST_CELL = 400  # characters; a table with longer ones lays out a page


class _Open:
    """An element that is being read.

    `prose` is the weight of the running text in it, `rest` counts the characters of all else.
    """

    def __init__(self, node: LexborNode, above: _Open | None) -> None:
        tag = node.tag or ""
        self.tag = tag
        self.node = node
        self.link: bool = tag == "a" or (above is not None and above.link)
        # The table that it belongs to
        self.table: _Open | None = self if tag == "table" else above.table if above is not None else None
        self.words: list[str] = []  # its own, without those of links
        self.linked = self.characters = 0
        self.prose = 0.0
        self.rest = 0
        self.cells = self.rows = self.widest = self.longest = 0
        self.layout = False

    def add(self, below: _Open) -> None:
        """Counts what an element below held."""
        self.prose += below.prose
        self.rest += below.rest
        self.characters += below.characters


class Weights:
    """What was counted below an element.

    `of` gives the weight of the running text in a block and the characters of all else in it, `data` the
    tables that hold data, both by `mem_id`; `titles` are the headings, and other texts that stand in
    `names`, each with its tag; `characters` is all that is shown.
    """

    def __init__(self, root: LexborNode, names: str) -> None:
        self.of: dict[int, tuple[float, int]] = {}
        self.data: set[int] = set()
        self.titles: list[tuple[str, str]] = []
        self.characters = 0
        self._names = tight(names)
        self._stack = [_Open(root, None)]
        for node, opens in nodes(root, unseen):
            if node.tag == "-text":
                self._text(node.text_content or "")
            elif opens:
                self._open(node)
            else:
                self._close(self._stack.pop())
        self._close(self._stack[0])

    def _text(self, words: str) -> None:
        top = self._stack[-1]
        count = len(tight(words))
        self.characters += count
        if top.link:
            top.linked += count
        elif count:
            top.words.append(words)

    def _open(self, node: LexborNode) -> None:
        top = self._stack[-1]
        new = _Open(node, top)
        self._stack.append(new)
        if new.tag == "br":
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
        self.of[done.node.mem_id] = (done.prose, done.rest)
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
        """Counts the own words of a block that is complete. Running text is told by its punctuation."""
        text = "".join(done.words)
        own = len(tight(text))
        done.characters += own + done.linked
        done.rest += own + done.linked
        for line in text.split(_LINE_END) if own > done.linked else ():
            if not _SENTENCE.isdisjoint(line):
                length = len(tight(line))
                done.prose += length * length / (length + _SHORT)
                done.rest -= length
        if done.tag in ASIDE:
            done.prose, done.rest = 0.0, done.characters
        if 0 < own <= _LONGEST_TITLE and (done.tag in _HEADINGS or tight(text) in self._names):
            self.titles.append((done.tag, " ".join(text.split())))


def tight(text: str) -> str:
    """The text without white space."""
    return "".join(text.split())
