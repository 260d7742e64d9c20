"""Quotes and lists are nested so deep that everything can show them, and no deeper."""

from __future__ import annotations

import pytest

from gaohang_viewer.report.blocks import Block, List, Quote, texts_of
from gaohang_viewer.report.markdown_elements import parsed
from gaohang_viewer.report.markdown_nesting import DEEPEST, shallow


def depth(blocks: tuple[Block, ...]) -> int:
    deepest = 0
    for block in blocks:
        if isinstance(block, Quote):
            deepest = max(deepest, 1 + depth(block.blocks))
        elif isinstance(block, List):
            deepest = max([deepest, *(1 + depth(item.blocks) for item in block.items)])
    return deepest


@pytest.mark.parametrize(
    "body",
    [
        ">" * 200 + " 甲",
        "> - " * 100 + "甲",
        "".join(f"{'    ' * level}- 甲{level}\n" for level in range(100)),
    ],
)
def test_what_is_nested_too_deep_is_shown_less_deep(body: str) -> None:
    blocks = parsed(body)
    assert 1 < depth(blocks) <= DEEPEST + 1
    assert "甲" in "".join(texts_of(blocks))


@pytest.mark.parametrize("line", ["- - - - - - - - - - -", "> > 甲", "        - 乙", "甲 - 乙", "2. 甲"])
def test_usual_lines_stay(line: str) -> None:
    assert list(shallow([line])) == [line]
