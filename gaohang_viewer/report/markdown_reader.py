"""Reads the Markdown of a section as typed blocks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from gaohang_viewer.report.blocks import Block, Item, List, Paragraph, Run, texts_of
from gaohang_viewer.report.soft_breaks import join_lines

# A body without any of these consists of paragraphs and bullets and needs no parser, like most of every real
# report. (Indented lines, numbered items, setext underlines and inline syntax all need it.)
_SYNTAX = re.compile(
    r"[\\`*_\[\]<>&|#~]|^[ \t]+\S|^(?:- +)?\d+[.)]|^[-=+:>][-=+:>\s]*$|^- +[-+] |^\+|  $", re.MULTILINE
)
_BULLET = re.compile(r"- +(?=\S)")


def has_syntax(body: str) -> bool:
    """Returns whether a body may contain more than paragraphs and bullets."""
    return _SYNTAX.search(body) is not None


@lru_cache(maxsize=512)
def blocks(body: str) -> tuple[Block, ...]:
    """Parses the Markdown of a section's body. Never raises: any text is valid Markdown."""
    if not body.strip():
        return ()
    if has_syntax(body):
        from gaohang_viewer.report.markdown_elements import parsed

        return parsed(body)
    return tuple(_plain(body))


def _plain(body: str) -> Iterator[Block]:
    """Reads a body without Markdown syntax: paragraphs, and bullets at the start of a line."""
    for chunk in re.split(r"\n[ \t]*\n", body.strip("\n")):
        lines = [line.strip() for line in chunk.split("\n") if line.strip()]
        if not lines:
            continue
        if not _BULLET.match(lines[0]):
            yield Paragraph((Run(join_lines("\n".join(lines))),))
            continue
        items: list[str] = []
        for line in lines:
            bullet = _BULLET.match(line)
            if bullet:
                items.append(line[bullet.end() :])
            else:
                items[-1] += "\n" + line
        yield List(tuple(Item((Run(join_lines(text)),)) for text in items))


def paragraphs(body: str) -> list[str]:
    """Returns the visible text of a body, a string for each paragraph, item or cell, in order.

    Struck-out text is replaced by fillers, so that positions stay right.
    """
    return list(texts_of(blocks(body)))
