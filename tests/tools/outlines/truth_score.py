"""Scores files of many formats against what each must give, as the list in FOLDER/TRUTH.json tells.

An entry has the `file` (from FOLDER), its `kind`, what is `expected` of it ("opens"; "told": it opens, or is
refused, with a sentence about what cannot be read; "refused"; "password"; "either"), a `password`, `headings`
(level, title), words that stand in one piece (`must_keep`; `joins`, over ends of lines) or not at all
(`must_not`, `furniture`), and `han_body`, the number of Han characters. Headings that are `optional` or match
`optional_patterns` do not count; `gold` names an outline in ../../outline/gold. In a list that is not
`complete` others count as neither right nor wrong.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections import defaultdict
from pathlib import Path
from typing import Any, NamedTuple

from gaohang_viewer.loading import CannotOpen, Options, Reason, open_report
from gaohang_viewer.loading.radicals import with_ordinary_characters
from gaohang_viewer.report.markdown_reader import paragraphs
from gaohang_viewer.report.model import ProblemKind, Report

_TOLD = {ProblemKind.NO_UNICODE, ProblemKind.DAMAGED, ProblemKind.PRIVATE_USE}
_HAN = re.compile("[\u3400-\u9fff\U00020000-\U0003ffff〇]")
_SIGNS = re.compile(r"[\s\u200b*#]+")


class Result(NamedTuple):
    """What became of one file, or of several."""

    files: int = 1
    outcome: int = 0  # as expected
    needed: int = 0  # headings
    found: int = 0
    level: int = 0  # of those found, on the right level
    extra: int = 0  # headings that are none
    words: int = 0  # that must be kept, joined or gone
    right_words: int = 0
    texts: int = 0  # whose Han characters are counted
    han: float = 0.0  # the sum of their shares

    def __add__(self, other: object) -> Result:
        assert isinstance(other, Result)
        return Result._make(mine + yours for mine, yours in zip(self, other, strict=True))

    def __str__(self) -> str:
        return (
            f"{self.outcome:3}/{self.files:<3} {self.found / max(self.needed, 1):8.3f}"
            f" {self.level / max(self.found, 1):7.3f} {self.needed:9} {self.extra:6}"
            f" {self.right_words / max(self.words, 1):7.3f} {self.han / max(self.texts, 1):7.4f}"
        )


def score_folder(folder: Path, *, verbose: bool) -> None:
    """Prints a line for each kind of file; if `verbose`, what is wrong with each file."""
    kinds: dict[str, Result] = defaultdict(lambda: Result(files=0))
    for entry in json.loads((folder / "TRUTH.json").read_text("utf-8")):
        result, wrong = score_file(folder, entry)
        kinds[entry["kind"]] += result
        if verbose and wrong:
            print(entry["file"] + "".join(f"\n      {line}" for line in wrong))
    print("outcome  headings  levels    needed  extra   words     Han")
    for kind, result in sorted(kinds.items()):
        print(f"{result}  {kind}")


def score_file(folder: Path, entry: dict[str, Any]) -> tuple[Result, list[str]]:
    """Scores one file; returns a line for each fault, too."""
    path = folder / entry["file"]
    outcome, report = _open(path, "")
    wrong = []
    right = outcome in (
        {"either": ("opens", "told", "refused"), "opens": ("opens", "told")}.get(
            entry["expected"], (entry["expected"],)
        )
    )
    if not right:
        wrong.append(f"{outcome} instead of {entry['expected']}")
    if outcome == "password" and entry.get("password"):
        outcome, report = _open(path, entry["password"])
        if report is None:
            wrong.append(f"with its password {outcome}")
    result = Result(outcome=int(right and not any("its password" in line for line in wrong)))
    if report is None:
        return result, wrong
    text = _plain(_text(report))
    wanted = [*entry.get("must_keep", []), *entry.get("joins", [])]
    unwanted = [*(entry.get("must_not") or []), *(entry.get("furniture") or [])]
    bad = [f"not kept: {words}" for words in wanted if _plain(words) not in text]
    bad += [f"not gone: {words}" for words in unwanted if len(_plain(words)) > 3 and _plain(words) in text]
    words = len(wanted) + len(unwanted)
    result = result._replace(words=words, right_words=words - len(bad))
    if han := entry.get("han_body"):
        share = len(_HAN.findall(text)) / han
        result = result._replace(texts=1, han=min(share, 1.0))
        if abs(share - 1) > 0.01:
            bad.append(f"Han characters: {share:.3f}")
    headings, differences = _headings(_truth(folder, entry), entry, report)
    return result + headings, wrong + bad + differences


def _open(path: Path, password: str) -> tuple[str, Report | None]:
    try:
        report = open_report(path, Options(password=password))
    except CannotOpen as error:
        if error.reason in (Reason.LOCKED, Reason.WRONG_PASSWORD):
            return "password", None
        return ("told" if error.reason is Reason.NO_UNICODE else "refused"), None
    return ("told" if any(each.kind in _TOLD for each in report.problems) else "opens"), report


def _text(report: Report) -> str:
    parts = [report.title, report.subtitle, report.edition, *(value for _, value in report.meta)]
    parts += paragraphs(report.preamble)
    for section in report.sections:
        parts += [section.mark + section.title, *paragraphs(section.body)]
    return "\n".join(parts)


def _plain(text: str) -> str:
    folded = unicodedata.normalize("NFKC", with_ordinary_characters(text))
    return _SIGNS.sub("", folded).rstrip("。:")


def _truth(folder: Path, entry: dict[str, Any]) -> list[dict[str, Any]]:
    if entry.get("headings") is not None or not entry.get("gold"):
        return entry.get("headings") or []
    gold = folder / "../../outline/gold" / entry["gold"]
    found: list[dict[str, Any]] = json.loads(gold.read_text("utf-8"))
    return found


def _headings(truth: list[dict[str, Any]], entry: dict[str, Any], report: Report) -> tuple[Result, list[str]]:
    """Compares headings by their words, in order."""
    read = [(section.level, _plain(section.mark + section.title)) for section in report.sections]
    title = _plain(entry.get("title") or "") or "\0"
    if entry.get("title_as_heading") and truth and (not read or read[0][1] != _plain(truth[0]["title"])):
        truth = [truth[0] | {"optional": True}, *truth[1:]]
    pairs = dict(_in_order([_plain(each["title"]) for each in truth], [words for _, words in read]))
    needed = [at for at, each in enumerate(truth) if not each.get("optional")]
    found = [at for at in needed if at in pairs]
    shifts = {0}
    shifts |= {1} if entry.get("title_as_heading") else set()
    shifts |= {-1} if any(words == title and level == 1 for level, words in read) else set()

    def misplaced(shift: int) -> list[int]:
        return [
            at
            for at in found
            if read[pairs[at]][0] + shift not in [truth[at]["level"], *truth[at].get("level_alt", [])]
        ]

    off = min(map(misplaced, shifts), key=len)
    patterns = [re.compile(each) for each in entry.get("optional_patterns", [])]
    used = set(pairs.values())
    extra = [
        words
        for at, (_, words) in enumerate(read)
        if at not in used and words != title and not any(each.search(words) for each in patterns)
    ]
    if not entry.get("complete", True):
        extra = []
    differences = [f"missed {truth[at]['level']} {truth[at]['title']}" for at in needed if at not in pairs]
    differences += [f"level  {truth[at]['level']} {truth[at]['title']}" for at in off]
    differences += [f"extra  {words}" for words in extra]
    differences += [
        f"must be no heading: {words}"
        for words in entry.get("must_not_headings", [])
        if any(each.startswith(_plain(words)) for _, each in read)
    ]
    counts = Result(0, 0, len(needed), len(found), len(found) - len(off), len(extra))
    return counts, differences


def _in_order(first: list[str], second: list[str]) -> list[tuple[int, int]]:
    """The pairs of equal items of two lists that keep their order, as many as there can be."""
    lengths = [[0] * (len(second) + 1) for _ in range(len(first) + 1)]
    for at in range(len(first) - 1, -1, -1):
        for other in range(len(second) - 1, -1, -1):
            same = first[at] == second[other]
            below, right = lengths[at + 1][other], lengths[at][other + 1]
            lengths[at][other] = lengths[at + 1][other + 1] + 1 if same else max(below, right)
    pairs: list[tuple[int, int]] = []
    at = other = 0
    while at < len(first) and other < len(second):
        if first[at] == second[other]:
            pairs.append((at, other))
            at, other = at + 1, other + 1
        elif lengths[at + 1][other] >= lengths[at][other + 1]:
            at += 1
        else:
            other += 1
    return pairs
