"""Finds what the printer adds to every page: running heads, page numbers and watermarks."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

from gaohang_viewer.loading.page_layout.lines import rows_of
from gaohang_viewer.loading.page_layout.page import UNREADABLE

if TYPE_CHECKING:
    from gaohang_viewer.loading.page_layout.lines import Run

_EDGE_ROWS = 3  # rows from the top and the bottom of a page that can be furniture
_EDGE = 0.2  # of the height of a page, where they stand
_SAME_PLACE = 4.0  # points
_CLOSE = 1.5  # times the size of the font
_FEW_PAGES = 4  # of a file in which twice is often
_OFTEN = 3  # pages
_MOST = 0.6  # of the pages have a head
_LONGEST_HEAD = 40  # characters
_SMALLER, _APART = 0.95, 1.7  # size of a head in parts of that of the text, its distance in those of its own
_SHARE = 0.4  # of the pages: a watermark
_LARGE = 1.3  # times the size of the text
_OVER = 0.3  # of the size of the smaller
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
    distance: float  # to the next row


def without_furniture(pages: list[list[Run]], heights: list[float]) -> tuple[list[list[Run]], list[str]]:
    """Returns the runs of each page without its furniture, and the words of that, each once."""
    places = [place for page, runs in enumerate(pages) for place in _places(page, runs, heights[page])]
    size = _size_of_text(pages)
    found = _repeated(places, len(pages)) | _numbers(places) | _watermarks(pages, size)
    found |= _changing(places, len(pages), size)
    words: dict[str, str] = {}
    out: list[list[Run]] = []
    for runs in pages:
        for run in runs:
            if id(run) in found:
                text = text_of_run(run).strip()
                if text.count(UNREADABLE) * 2 <= len(text):
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
            distance = abs(some[at + 1][0].baseline - row[0].baseline) if at + 1 < len(some) else 0.0
            for run in row:
                words = "".join(text_of_run(run).split())
                alone = all(
                    other is run or max(other.left - run.right, run.left - other.right) > _CLOSE * run.size
                    for other in row
                )
                found.append(
                    _Place(page, run, words, (_DIGITS.sub("#", words), top), at == 0, alone, distance)
                )
    return found


def _repeated(places: list[_Place], count: int) -> set[int]:
    """Runs whose words come again at the same height of other pages: running heads."""
    groups: dict[tuple[str, bool], list[_Place]] = defaultdict(list)
    for place in places:
        groups[place.key].append(place)
    found: set[int] = set()
    enough = _OFTEN if count > _FEW_PAGES else 2
    for (words, _), group in groups.items():
        if words.strip("#.，。、") == "":
            continue
        height = median(place.run.baseline for place in group)
        same = [place for place in group if abs(place.run.baseline - height) <= _SAME_PLACE]
        if len({place.page for place in same}) >= enough:
            found |= {id(place.run) for place in same}
    return found


def _changing(places: list[_Place], count: int, size: float) -> set[int]:
    """Runs at the top of nearly all pages, small and apart from the text: heads that name the section."""
    tops = [
        place for place in places if place.outermost and place.key[1] and len(place.words) <= _LONGEST_HEAD
    ]
    if not tops:
        return set()
    height = median(place.run.baseline for place in tops)
    same = [place for place in tops if abs(place.run.baseline - height) <= _SAME_PLACE]
    heads = [
        place
        for place in same
        if place.run.size < _SMALLER * size and place.distance > _APART * place.run.size
    ]
    pages = {place.page for place in heads}
    enough = max(_OFTEN if count > _FEW_PAGES else 2, _MOST * count)
    often = len(pages) >= enough and len(heads) >= _MOST * len(same)
    words = {place.words for place in heads}
    return {id(place.run) for place in same if place.words in words} if often else set()


def _size_of_text(pages: list[list[Run]]) -> float:
    """The size that most characters have."""
    sizes: Counter[float] = Counter()
    for runs in pages:
        for run in runs:
            sizes[run.size] += len(run.characters)
    return sizes.most_common(1)[0][0] if sizes else 0.0


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


def _watermarks(pages: list[list[Run]], size: float) -> set[int]:
    """Runs that stand at the same place of most pages, and are large or printed over others."""
    groups: dict[tuple[str, int, int], list[tuple[int, Run]]] = defaultdict(list)
    for page, runs in enumerate(pages):
        for run in runs:
            key = text_of_run(run).strip(), round(run.left / _SAME_PLACE), round(run.baseline / _SAME_PLACE)
            groups[key].append((page, run))
    enough = max(_OFTEN, _SHARE * len(pages))
    found: set[int] = set()
    for (words, _, _), group in groups.items():
        if len(words) < 2 or len({page for page, _ in group}) < enough:
            continue
        if group[0][1].size >= _LARGE * size or any(_is_over(run, pages[page]) for page, run in group):
            found |= {id(run) for _, run in group}
    return found


def _is_over(run: Run, runs: list[Run]) -> bool:
    """Whether a run is printed over others: no line of text stands so close to the next."""
    return any(
        other is not run
        and min(run.right, other.right) - max(run.left, other.left) > 0
        and min(run.bottom, other.bottom) - max(run.top, other.top) > _OVER * min(run.size, other.size)
        for other in runs
    )
