"""Finds the headings: by the file's own tags and bookmarks, checked against the text, and by their looks."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from gaohang_viewer.loading.page_layout.heading_levels import (
    UNMARKED,
    Look,
    alike,
    levels_of,
    looks_of,
    mark_of,
)
from gaohang_viewer.loading.page_layout.heading_words import (
    is_headline,
    is_issuer,
    may_be_given,
    plain,
    without_mark,
    without_page,
)
from gaohang_viewer.loading.page_layout.paragraphs import Paragraph, body_size
from gaohang_viewer.report.heading_mark import MarkStyle

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from gaohang_viewer.loading.page_layout.page import OutlineEntry

_TITLE = 1.25  # times the size of the text
_LARGER = 1.08  # times the size of the text
_NOT_SMALLER, _NUMBERED_NOT_SMALLER = 0.95, 0.8
_BODY_SHARE = 0.15  # of all characters: a style of running text
_HEADLINES = 0.8  # of the paragraphs in the style of a heading look like headings
_APART = 0.6  # of them have a text below them
_FRONT_PAGES, _FRONT_SHARE = 3, 0.2  # pages in which a table of contents stands
_MATCHED = 0.6  # of the bookmarks stand in the text
_MOST_TAGGED = 0.5  # of the paragraphs can be headings


_CHAPTERS = frozenset(
    (
        int(MarkStyle.VOLUME),
        int(MarkStyle.CHAPTER),
        int(MarkStyle.SECTION),
        int(MarkStyle.HAN),
        int(MarkStyle.HAN_BRACKETED),
    )
)


def find_title(blocks: Sequence[object]) -> int | None:
    """Returns the place of the title: the one line of the first page that is larger than all others."""
    first = [
        (at, block)
        for at, block in enumerate(blocks)
        if isinstance(block, Paragraph) and block.first.page == 0
    ]
    size = body_size([line for block in blocks if isinstance(block, Paragraph) for line in block.lines])
    first = [(at, block) for at, block in first if not is_issuer(block.text)]
    largest = max((block.first.size for _, block in first), default=0.0)
    at = [at for at, block in first if block.first.size == largest]
    if largest < _TITLE * size or len(at) != 1:
        return None
    title = next(block for place, block in first if place == at[0])
    fits = is_headline(title) and mark_of(title.text) == UNMARKED
    return at[0] if fits else None


def find_headings(blocks: Sequence[object], outline: list[OutlineEntry]) -> dict[int, int]:
    """Returns the level of each paragraph that is a heading, by its place among the blocks."""
    paragraphs = {at: block for at, block in enumerate(blocks) if isinstance(block, Paragraph)}
    given = _tagged(paragraphs)
    for at, level in _bookmarked(paragraphs, outline).items():
        given.setdefault(at, level)
        if not given[at]:
            given[at] = level
    looks = looks_of(paragraphs)
    styled = _styled(blocks, paragraphs, looks)
    if given:
        found = set(given) | _like(given, styled, looks)
    elif _leaves_out_numbers(paragraphs, styled, looks):
        return {}
    else:
        found = set(styled)
    found = _last_of_each(found, paragraphs)
    found -= _front(found - set(given), found, looks)
    if len(found) < 2:
        return {}
    looks = alike({at: looks[at] for at in sorted(found)}, given)
    return levels_of({at: given.get(at, 0) for at in sorted(found)}, looks)


# --- what the file says ----------------------------------------------------------------------------------


def _tagged(paragraphs: dict[int, Paragraph]) -> dict[int, int]:
    """The paragraphs that are tagged as headings, with their levels: 0 where all have the same."""
    found = {
        at: paragraph.first.tag.level
        for at, paragraph in paragraphs.items()
        if paragraph.first.tag is not None
        and paragraph.first.tag.role == "heading"
        and may_be_given(paragraph.text)
    }
    if len(found) > _MOST_TAGGED * len(paragraphs):
        return {}
    if len(set(found.values())) == 1:
        return dict.fromkeys(found, 0)
    return found


def _bookmarked(paragraphs: dict[int, Paragraph], outline: list[OutlineEntry]) -> dict[int, int]:
    """The paragraphs that bookmarks name, with their levels; none where most bookmarks name nothing."""
    words: dict[str, list[int]] = defaultdict(list)
    for at, paragraph in paragraphs.items():
        text = paragraph.text
        if may_be_given(text):
            words[plain(text)].append(at)
            if bare := plain(without_mark(text)):
                words[bare].append(at)
    found: dict[int, int] = {}
    matched = 0
    after = -1
    for entry in outline:
        places = [
            at
            for at in words.get(plain(entry.title), ()) or words.get(plain(without_mark(entry.title)), ())
            if entry.page < 0 or abs(paragraphs[at].first.page - entry.page) <= 1
        ]
        place = next((at for at in places if at > after), None)
        if place is None:
            continue
        matched += 1
        after = place
        found[place] = entry.level
    return found if matched >= _MATCHED * len(outline) else {}


# --- how it looks ----------------------------------------------------------------------------------------


def _styled(blocks: Sequence[object], paragraphs: dict[int, Paragraph], looks: dict[int, Look]) -> list[int]:
    """The paragraphs in the styles of headings."""
    size = body_size([line for block in paragraphs.values() for line in block.lines])
    styles: dict[tuple[float, bool, str], list[int]] = defaultdict(list)
    lengths: Counter[tuple[float, bool, str]] = Counter()
    for at, look in looks.items():
        style = look.minus_size, look.plain, look.face
        styles[style].append(at)
        lengths[style] += len(paragraphs[at].text)
    total = sum(lengths.values()) or 1
    body = max(lengths, key=lambda style: lengths[style], default=(0.0, True, ""))
    found: list[int] = []
    for style, places in styles.items():
        larger = -style[0] >= _LARGER * size
        numbered = sum(looks[at].mark != UNMARKED for at in places) * 2 > len(places)
        least = _NUMBERED_NOT_SMALLER if numbered else _NOT_SMALLER
        marked = -style[0] >= least * size and not style[1] and body[1]
        if style == body or lengths[style] > _BODY_SHARE * total or not (larger or marked):
            continue
        much_larger = -style[0] >= _TITLE * size
        headlines = [at for at in places if is_headline(paragraphs[at], with_colon=much_larger)]
        apart = [at for at in headlines if _heads_text(blocks, at, style, looks)]
        if len(headlines) >= _HEADLINES * len(places) and len(apart) >= _APART * len(headlines):
            found += headlines
    return sorted(found)


def _heads_text(
    blocks: Sequence[object], at: int, style: tuple[float, bool, str], looks: dict[int, Look]
) -> bool:
    """Whether something in another style follows: text, a table, a smaller heading."""
    if at + 1 >= len(blocks):
        return False
    after = looks.get(at + 1)
    return after is None or (after.minus_size, after.plain, after.face) != style


def _like(given: dict[int, int], styled: Iterable[int], looks: dict[int, Look]) -> set[int]:
    """The headings by their looks that stand beside or above those that the file gives."""
    known = {looks[at] for at in given}
    smallest = max(look.minus_size for look in known)
    return {at for at in styled if looks[at] in known or looks[at].minus_size < smallest}


def _leaves_out_numbers(
    paragraphs: dict[int, Paragraph], styled: Iterable[int], looks: dict[int, Look]
) -> bool:
    """Whether most numbered headings are in the style of the text: only their words show them."""
    with_style = set(styled)
    words = {plain(paragraphs[at].text) for at in with_style}  # which a table of contents repeats
    numbered = [
        at
        for at, look in looks.items()
        if look.mark in _CHAPTERS
        and (at in with_style or (is_headline(paragraphs[at]) and plain(paragraphs[at].text) not in words))
    ]
    return sum(at not in with_style for at in numbered) * 2 > len(numbered)


def _front(free: set[int], found: set[int], looks: dict[int, Look]) -> set[int]:
    """The lines above all headings whose look is that of no other: a title, a subtitle, names."""
    count = Counter(looks[at]._replace(mark=0) for at in found)
    first = min(
        (
            at
            for at in found
            if at not in free or count[looks[at]._replace(mark=0)] > 1 or looks[at].mark != UNMARKED
        ),
        default=0,
    )
    return {at for at in free if at < first}


def _last_of_each(found: set[int], paragraphs: dict[int, Paragraph]) -> set[int]:
    """The headings without those near the beginning that come again: they stand in a table of contents."""
    keys = {at: plain(without_page(paragraphs[at].text)) for at in found}
    last = {keys[at]: at for at in sorted(found)}
    pages = [paragraphs[at].first.page for at in found]
    end = max(min(pages, default=0) + _FRONT_PAGES, _FRONT_SHARE * max(pages, default=0))
    return {at for at in found if last[keys[at]] == at or paragraphs[at].first.page > end}
