"""Hostile text takes steps in proportion to its length, counted, not timed."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

import pytest

from gaohang_viewer.loading.plain_text import read_text
from gaohang_viewer.report.markdown_elements import parsed
from gaohang_viewer.report.punctuation import full_width

SIZE = 2000  # characters; the other text is twice as long
MOST = 2.6  # times the steps for twice the text

TEXTS: dict[str, Callable[[int], str]] = {
    "open brackets": lambda n: "[" * n,
    "lines of open brackets": lambda n: ("[" * 100 + "\n") * (n // 101),
    "nested brackets": lambda n: "[" * (n // 2) + "]" * (n // 2),
    "links that never close": lambda n: "[甲](" * (n // 4),
    "pictures that never close": lambda n: "![" * (n // 2),
    "nested parentheses": lambda n: "(" * (n // 2) + "甲" + ")" * (n // 2),
    "quotes in lists": lambda n: "> - " * (n // 4),
    "a note and blanks": lambda n: "[^" + " " * n,
    "a quote and blanks": lambda n: ">" + " " * n,
    "emphasis": lambda n: "*甲 _乙 " * (n // 6),
    "back quotes": lambda n: "`甲``乙" * (n // 5),
    "struck out": lambda n: "~~甲" * (n // 3),
    "less than": lambda n: "<" * n,
}


def steps(work: Callable[[str], object], text: str) -> int:
    """The lines of Python that the work runs."""
    count = 0

    def trace(_frame: FrameType, event: str, _argument: Any) -> Any:
        nonlocal count
        count += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        work(text)
    finally:
        sys.settrace(before)
    return count


def _read(text: str) -> None:
    read_text(text, "甲", lambda _: None)
    read_text("# 题目\n\n" + text, "甲", lambda _: None, markdown=True)


@pytest.mark.parametrize("name", TEXTS)
@pytest.mark.parametrize("work", [parsed, full_width, _read])
def test_twice_the_text_takes_about_twice_the_steps(name: str, work: Callable[[str], object]) -> None:
    make = TEXTS[name]
    work(make(2 * SIZE))  # what is made once
    once, twice = steps(work, make(SIZE)), steps(work, make(2 * SIZE))
    assert twice <= MOST * once + 200
