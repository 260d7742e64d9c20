"""Converts blocks of a section's text to JSON data for templates."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from gaohang_viewer.report.blocks import Block, Code, Image, Item, List, Paragraph, Quote, Run, Runs, Table
from gaohang_viewer.resources import resource
from gaohang_viewer.typeset.labels import shown

_STYLES = ("bold", "italic", "code", "link", "struck")


def kit() -> dict[str, str]:
    """Returns the Typst modules that templates of text import, by name."""
    names = ("paper-kit.typ", "comparison-kit.typ")
    return {name: resource("typst", name).read_text("utf-8") for name in names}


def blocks_data(some: tuple[Block, ...], full_width: bool) -> Iterator[dict[str, Any] | str]:
    """Yields each block as a dictionary with its kind, or a paragraph without formatting as a string."""
    for block in some:
        match block:
            case Paragraph(runs):
                data = _runs(runs, full_width)
                yield data[0] if _is_plain(data) else {"kind": "paragraph", "runs": data}
            case List(items, start):
                entries = [_item(item, full_width) for item in items]
                yield {"kind": "list", "start": start, "items": entries}
            case Quote(inner):
                yield {"kind": "quote", "blocks": list(blocks_data(inner, full_width))}
            case Code(text):
                yield {"kind": "code", "text": text}
            case Table(rows):
                columns = max(map(len, rows), default=0)
                cells = [
                    [_runs(cell, full_width) for cell in row] + [[]] * (columns - len(row)) for row in rows
                ]
                yield {"kind": "table", "columns": columns, "rows": cells}
            case Image(address, text):
                yield {"kind": "image", "address": address, "text": text}
            case _:
                yield {"kind": "rule"}


def _item(item: Item, full_width: bool) -> Any:
    """Returns an entry of a list, as a string if it is one line without formatting."""
    runs = _runs(item.runs, full_width)
    if not item.blocks and _is_plain(runs):
        return runs[0]
    return {"runs": runs, "blocks": list(blocks_data(item.blocks, full_width))}


def _is_plain(runs: list[Any]) -> bool:
    """Returns whether runs are one string: most are, and a dictionary takes ten times the memory in Typst."""
    return len(runs) == 1 and isinstance(runs[0], str)


def _runs(runs: Runs, full_width: bool) -> list[Any]:
    """Returns runs as data, without formatting as strings. Punctuation is converted over all runs."""
    whole = shown("".join(run.text for run in runs), full_width)
    out: list[Any] = []
    at = 0
    for run in runs:
        text = run.text if run.code else whole[at : at + len(run.text)]
        at += len(run.text)
        out.append(_run(run, text))
    return out


def _run(run: Run, text: str) -> Any:
    styles = {name: value for name in _STYLES if (value := getattr(run, name))}
    return {"text": text, **styles} if styles else text
