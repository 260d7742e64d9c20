"""Finds what the printer adds to every page: running heads, page numbers and watermarks."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

from gaohang_viewer.loading.page_layout.lines import rows_of

if TYPE_CHECKING:
    from gaohang_viewer.loading.page_layout.lines import Run

_EDGE_ROWS = 3  # rows from the top and the bottom of a page that can be furniture
_EDGE = 0.2  # of the height of a page, where they stand
_SAME_PLACE = 4.0  # points
_CLOSE = 1.5  # times the size of the font
_OFTEN = 3  # pages
_SHARE = 0.4  # of the pages: a watermark
_DIGITS = re.compile(r"\d+")
_NUMBER = re.compile(
    r"[-—–―─~·.|\s]*(?:第|page|p\.)?\s*#\s*(?:页|/\s*#|(?:页)?[,，/]?\s*(?:共|of)\s*#\s*页?)?[-—–―─~·.|\s]*$",
    re.IGNORECASE,
)
_FRAMED = re.compile(r"[-—–―─·]\s*\d{1,4}\s*[-—–―─·]$|第\s*\d{1,4}\s*页|\d{1,4}\s*/\s*\d{1,4}$")
_ROMAN = re.compile(r"[-—–\s]*[ivxlcIVXLCⅠ-ⅿ]{1,6}[-—–\s]*$")


class _Place(NamedTuple):
    """A run at an edge of a page."""

    page: int
    run: Run
    words: str
    key: tuple[str, bool]  # the words with their numbers left open, and whether it stands at the top
    outermost: bool
    alone: bool  # nothing stands close to it in its row


def without_furniture(pages: list[list[Run]], heights: list[float]) -> tuple[list[list[Run]], list[str]]:
    """Returns the runs of each page without its furniture, and the words of that, each once."""
    places = [place for page, runs in enumerate(pages) for place in _places(page, runs, heights[page])]
    found = _repeated(places, len(pages)) | _numbers(places) | _watermarks(pages)
    words: dict[str, str] = {}
    out: list[list[Run]] = []
    for runs in pages:
        for run in runs:
            if id(run) in found:
                text = text_of_run(run).strip()
                words.setdefault(_DIGITS.sub("#", text), text)
        out.append([run for run in runs if id(run) not in found])
    return out, list(words.values())


def text_of_run(run: Run) -> str:
    """Returns the characters of a run."""
    return "".join(one.text for one in run.characters)


def _places(page: int, runs: list[Run], height: float) -> list[_Place]:
    rows = rows_of(runs)
    found: list[_Place] = []
    for top, some in ((True, rows[:_EDGE_ROWS]), (False, rows[::-1][:_EDGE_ROWS])):
        for at, row in enumerate(some):
            share = row[0].baseline / height if height else 0.5
            if (share if top else 1 - share) > _EDGE:
                break
            for run in row:
                words = "".join(text_of_run(run).split())
                alone = all(
                    other is run or max(other.left - run.right, run.left - other.right) > _CLOSE * run.size
                    for other in row
                )
                found.append(_Place(page, run, words, (_DIGITS.sub("#", words), top), at == 0, alone))
    return found


def _repeated(places: list[_Place], count: int) -> set[int]:
    """Runs whose words come again at the same height of other pages: running heads."""
    groups: dict[tuple[str, bool], list[_Place]] = defaultdict(list)
    for place in places:
        groups[place.key].append(place)
    found: set[int] = set()
    enough = _OFTEN if count > 4 else 2
    for (words, _), group in groups.items():
        if words.strip("#.，。、") == "":
            continue
        height = median(place.run.baseline for place in group)
        same = [place for place in group if abs(place.run.baseline - height) <= _SAME_PLACE]
        if len({place.page for place in same}) >= enough:
            found |= {id(place.run) for place in same}
    return found


def _numbers(places: list[_Place]) -> set[int]:
    """Runs that number the pages: they count on with them."""
    candidates = [
        place
        for place in places
        if place.alone and (_NUMBER.match(place.key[0]) or _ROMAN.match(place.words))
    ]
    offsets: Counter[int] = Counter()
    for place in candidates:
        if number := _DIGITS.search(place.words):
            offsets[int(number[0][:9]) - place.page] += 1
    found: set[int] = set()
    romans = [place for place in candidates if _ROMAN.match(place.words) and place.outermost]
    for place in candidates:
        number = _DIGITS.search(place.words)
        if number is None:
            if len(romans) > 1 and place in romans:
                found.add(id(place.run))
        elif offsets[int(number[0][:9]) - place.page] > 1 or (place.outermost and _FRAMED.match(place.words)):
            found.add(id(place.run))
    return found


def _watermarks(pages: list[list[Run]]) -> set[int]:
    """Runs that stand at the same place of most pages."""
    groups: dict[tuple[str, int, int], list[tuple[int, Run]]] = defaultdict(list)
    for page, runs in enumerate(pages):
        for run in runs:
            key = text_of_run(run).strip(), round(run.left / _SAME_PLACE), round(run.baseline / _SAME_PLACE)
            groups[key].append((page, run))
    enough = max(_OFTEN, _SHARE * len(pages))
    return {
        id(run)
        for (words, _, _), group in groups.items()
        if len(words) > 1 and len({page for page, _ in group}) >= enough
        for _, run in group
    }
