"""Reads small texts, for the tests of outlines."""

from __future__ import annotations

from gaohang_viewer.loading.plain_text import read_text
from gaohang_viewer.report.model import Report

BODY = "这一段是正文，讲了许多具体的事情，所以比标题要长得多，而且以句号结束。"


def read(text: str, *, markdown: bool = False) -> Report:
    return read_text(text, "name", lambda _share: None, markdown=markdown).report()


def outline(*lines: str, markdown: bool = False) -> list[tuple[int, str]]:
    """The levels and headlines that are read from lines; a blank line parts those of Markdown."""
    text = ("\n\n" if markdown else "\n").join(lines)
    return [(section.level, section.headline) for section in read(text, markdown=markdown).sections]
