"""Scores what the program reads: ``python -m tests.tools.outlines FOLDER [--front FILE] [--cases FOLDER] [-v]``.

FOLDER holds documents in ``docs/`` and, for each, the outline that an attentive reader sees in
``gold/NAME.json``: a list of ``{"level", "title", "line_no"}`` in document order; ``"optional": true`` is
neither rewarded nor punished, ``"joined": [n, m]`` is one heading on several lines. Prints precision, recall
and the share of hits with the right level and title, for each document and in all; and for each document
how many of its characters are neither in the report nor among what was left out and reported.

``--front`` names a file of front pages, ``{NAME: {"title", "subtitle", "occasion", "speaker", "date"}}``,
for the same documents; ``--cases`` a folder of small inputs with what is expected of each (`cases`). ``-v``
prints every difference. A FOLDER with a TRUTH.json is scored by that (`truth_score`).
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from tests.tools.outlines.cases import faults
from tests.tools.outlines.front_score import FIELDS, front_matter, wrong_fields
from tests.tools.outlines.outline_score import Score, lost, outline, score
from tests.tools.outlines.truth_score import score_folder


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="outlines", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--front", type=Path, help="front pages of the documents, read by hand")
    parser.add_argument("--cases", type=Path, help="a folder of small inputs")
    parser.add_argument("-v", "--verbose", action="store_true", help="print every difference")
    options = parser.parse_args(arguments)
    if (options.folder / "TRUTH.json").exists():
        score_folder(options.folder, verbose=options.verbose)
        return 0
    docs = {path.stem: path for path in sorted((options.folder / "docs").iterdir())}
    _outlines(options.folder / "gold", docs, verbose=options.verbose)
    if options.front:
        _front_pages(options.front, docs, verbose=options.verbose)
    if options.cases:
        number, wrong = faults(options.cases)
        print(f"\ncases  {number - len(wrong)} of {number} as expected")
        print("".join(f"  {line if options.verbose else line.partition(':')[0]}\n" for line in wrong), end="")
    return 0


def _outlines(folder: Path, docs: dict[str, Path], *, verbose: bool) -> None:
    total = Score()
    print("precision  recall  levels  titles  headings")
    for gold in sorted(folder.glob("*.json")):
        counts, differences = score(json.loads(gold.read_text("utf-8")), outline(docs[gold.stem]))
        missing = f"  {lost_here} characters lost" if (lost_here := lost(docs[gold.stem])) else ""
        print(f"    {counts}  {gold.stem}{missing}")
        if verbose:
            print("".join(f"      {line}\n" for line in differences), end="")
        total += counts
    print(f"    {total}  in all")


def _front_pages(file: Path, docs: dict[str, Path], *, verbose: bool) -> None:
    gold = json.loads(file.read_text("utf-8"))
    wrong: dict[str, list[str]] = {}
    for name, page in gold.items():
        read = front_matter(docs[name])
        fields = wrong_fields(page, read, docs[name].stem)
        if fields:
            wrong[name] = [f"{field}: {read[field]!r}" for field in fields]
    print(f"\nfront pages  {len(gold) - len(wrong)} of {len(gold)} right")
    for field in FIELDS:
        right = len(gold) - sum(line.startswith(f"{field}:") for lines in wrong.values() for line in lines)
        print(f"  {field:9} {right}")
    for name, lines in wrong.items():
        print(f"  {name}" + "".join(f"\n      {line}" for line in lines if verbose))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
