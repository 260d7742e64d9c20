"""Compares small inputs with what is expected of each: its outline, words that it must hold, its front matter.

Beside NAME.md, NAME.txt or NAME.docx lie `NAME.expected.json`, a list of `{"level", "title"}`,
`NAME.expected_text.json`, a list of words, and `NAME.expected_meta.json`, an object of fields.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from gaohang_viewer.loading import open_report
from tests.tools.outlines.front_score import front_matter, wrong_fields

if TYPE_CHECKING:
    from pathlib import Path

_REMARK = re.compile(r"\s*\([^()]*\)$")  # of who wrote down what is expected


def faults(folder: Path) -> tuple[int, list[str]]:
    """How many expectations a folder holds, and a line for each that is not met."""
    expectations = sorted(folder.glob("*.expected*.json"))
    found: list[str] = []
    for expectation in expectations:
        name, _, kind = expectation.name.removesuffix(".json").rpartition(".")
        path = next(path for path in folder.glob(f"{name}.*") if path.suffix != ".json")
        wanted = json.loads(expectation.read_text("utf-8"))
        if kind == "expected":
            fault = _outline(path, wanted)
        elif kind == "expected_text":
            fault = _text(path, wanted)
        else:
            fault = _front_matter(path, wanted)
        if fault:
            found.append(f"{name}: {fault}")
    return len(expectations), found


def _outline(path: Path, wanted: list[dict[str, object]]) -> str:
    read = [f"{s.level} {re.sub('[。：:]$', '', s.mark + s.title)}" for s in open_report(path).sections]
    should = [f"{entry['level']} {entry['title']}" for entry in wanted]
    if read == should:
        return ""
    lines = [f"\n    - {line}" for line in should if line not in read]
    lines += [f"\n    + {line[:70]}" for line in read if line not in should]
    return "outline" + "".join(lines or ["\n    order"])


def _text(path: Path, wanted: list[str]) -> str:
    report = open_report(path)
    text = report.preamble + "".join(s.mark + s.title + s.body for s in report.sections)
    missing = [words for words in wanted if words not in text]
    return f"lacks {missing}" if missing else ""


def _front_matter(path: Path, wanted: dict[str, str]) -> str:
    read = front_matter(path)
    gold = {field: [read[field], ""] for field in read}  # a field that is not named may be anything
    gold |= {field: [_REMARK.sub("", value)] for field, value in wanted.items()}
    wrong = wrong_fields(gold, read, path.stem)
    first = wanted.get("first heading", "")
    if first and first not in [section.headline for section in open_report(path).sections[:1]]:
        wrong.append("first heading")
    return ", ".join(f"{field}: {read.get(field, '')!r}" for field in wrong)
