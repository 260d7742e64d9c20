"""Scores the headline breaker: ``python -m tests.tools.headlines FILE``.

FILE is JSON, a list of ``{"text", "good", "ok"}``: a headline and the positions (characters before the
break) where a phrase ends and where a word ends. A break anywhere else, unless just after punctuation, is bad.
Prints the bad breaks, and last the share of headlines times widths with at least one of them.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from gaohang_viewer.typeset.line_breaking import HeadlineBreaker

WIDTHS = (8, 10, 12, 14, 16)
"""Line widths in full-width characters, from a narrow column to a slide."""

TABLES = Path(__file__).parents[2] / "resources" / "headlines"
_MOST_SHOWN = 30
_PUNCTUATION = tuple("，。、；：！？…—,.;:!?")


@dataclass(frozen=True)
class Headline:
    """A headline and where a careful typesetter would, and might, break it."""

    text: str
    good: frozenset[int]
    ok: frozenset[int]

    def allows(self, position: int) -> bool:
        """Whether a break before character ``position`` does no harm."""
        punctuated = self.text[:position].rstrip().endswith(_PUNCTUATION)
        return punctuated or position in self.good or position in self.ok


def read(path: Path) -> list[Headline]:
    """The headlines of a truth file; OSError or ValueError if there are none to be had."""
    try:
        rows = json.loads(path.read_bytes())
        headlines = [Headline(str(row["text"]), frozenset(row["good"]), frozenset(row["ok"])) for row in rows]
    except (KeyError, TypeError, RecursionError) as error:
        raise ValueError("not a list of {text, good, ok}") from error
    if not headlines:
        raise ValueError("it holds none")
    return headlines


def positions(text: str, lines: Sequence[str]) -> Iterator[int]:
    """Where the lines after the first begin in ``text``."""
    at = 0
    for index, line in enumerate(lines):
        at = text.index(line, at)
        if index:
            yield at
        at += len(line)


def bad_breaks(breaker: HeadlineBreaker, headlines: Sequence[Headline]) -> list[str]:
    """Each headline and width with a bad break, as a line to read: the width and the lines."""
    found = []
    for headline in headlines:
        for width in WIDTHS:
            lines = breaker.lines(headline.text, width)
            if not all(map(headline.allows, positions(headline.text, lines))):
                found.append(f"{width:2}  " + " | ".join(lines))
    return found


def main(arguments: Sequence[str]) -> int:
    """Scores the file named on the command line; 2 if it cannot be read."""
    if len(arguments) != 1:
        print("usage: python -m tests.tools.headlines FILE", file=sys.stderr)
        return 2
    try:
        headlines = read(Path(arguments[0]))
    except (OSError, ValueError) as error:
        print(f"cannot read headlines from {arguments[0]}: {error}", file=sys.stderr)
        return 2
    bad = bad_breaks(HeadlineBreaker.load(TABLES), headlines)
    print(*bad[:_MOST_SHOWN], sep="\n", end="\n" if bad else "")
    print(f"bad {100 * len(bad) / (len(headlines) * len(WIDTHS)):.2f} %")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
