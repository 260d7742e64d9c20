"""Compares the outline that the program reads in a file with the one that an attentive reader sees."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import Any, NamedTuple

from gaohang_viewer.loading import CannotOpen, open_report
from gaohang_viewer.loading.encodings import decode
from gaohang_viewer.report.markdown_reader import paragraphs

_SIGNS = re.compile(r"[\s\u3000*#]+")
_NO_LETTERS = re.compile(r"\\r\\n|[\s*_`\\#>|\-●•■◆▪◇○□▲★☆✓✔➢\[\]()（）~+.]|https?://\S+")


class Score(NamedTuple):
    """Counts of headings: wanted, found, found beyond what is wanted, level right, title right."""

    wanted: int = 0
    hits: int = 0
    extra: int = 0
    levels: int = 0
    titles: int = 0

    def __add__(self, other: object) -> Score:
        assert isinstance(other, Score)
        return Score(*(mine + yours for mine, yours in zip(self, other, strict=True)))

    def __str__(self) -> str:
        shares = (
            self.hits / max(self.hits + self.extra, 1),
            self.hits / max(self.wanted, 1),
            self.levels / max(self.hits, 1),
            self.titles / max(self.hits, 1),
        )
        return "  ".join(f"{share:.3f}" for share in shares) + f"  {self.wanted:4}"


def score(gold: list[dict[str, Any]], read: list[dict[str, Any]]) -> tuple[Score, list[str]]:
    """How well an outline agrees with the truth, and a line for each difference."""
    optional = {entry["line_no"] for entry in gold if entry.get("optional")}
    wanted = [entry for entry in gold if not entry.get("optional")]
    joined = {line for entry in wanted for line in entry.get("joined", [])}
    left = list(range(len(read)))
    hits = levels = titles = 0
    differences: list[str] = []
    for entry in wanted:
        near = [at for at in left if read[at]["line_no"] in entry.get("joined", [entry["line_no"]])]
        if not near:
            differences.append(f"missed {entry['line_no']:5} {entry['level']} {entry['title']}")
            continue
        at = min(near, key=lambda at: _plain(read[at]["title"]) != _plain(entry["title"]))
        left.remove(at)
        hits += 1
        if read[at]["level"] == entry["level"]:
            levels += 1
        else:
            differences.append(
                f"level  {entry['line_no']:5} {entry['level']} {entry['title']} (read: {read[at]['level']})"
            )
        if _plain(read[at]["title"]) == _plain(entry["title"]):
            titles += 1
        else:
            differences.append(
                f"title  {entry['line_no']:5} {entry['level']} {entry['title']} (read: {read[at]['title']})"
            )
    extra = [read[at] for at in left if read[at]["line_no"] not in optional | joined]
    differences += [f"extra  {entry['line_no']:5} {entry['level']} {entry['title'][:60]}" for entry in extra]
    return Score(len(wanted), hits, len(extra), levels, titles), differences


def _plain(title: str) -> str:
    return _SIGNS.sub("", title).rstrip("。：:")


def outline(path: Path) -> list[dict[str, Any]]:
    """The outline that the program reads in a file."""
    try:
        sections = open_report(path).sections
    except CannotOpen as error:
        print(error)
        return []
    return [{"level": s.level, "title": s.headline, "line_no": s.line_no} for s in sections]


def lost(path: Path) -> int:
    """How many characters of a text, other than white space and the signs of Markdown, the report lacks."""
    try:
        report = open_report(path)
    except CannotOpen:
        return 0
    text = decode(path.read_bytes()).text
    if text.startswith("---\n"):
        text = text[text.find("\n---\n", 3) + 5 :]
    shown = [report.title, report.subtitle, report.edition, *(value for _, value in report.meta)]
    shown += paragraphs(report.preamble)
    for section in report.sections:
        shown += [section.mark + section.title, *paragraphs(section.body)]
    shown += [problem.text for problem in report.problems]
    return sum((_letters(text) - _letters("\n".join(shown))).values())


def _letters(text: str) -> Counter[str]:
    return Counter(_NO_LETTERS.sub("", text))
