"""Finds the headings: by the file's own tags and bookmarks, checked against the text, and by their looks."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple

from gaohang_viewer.loading.page_layout.paragraphs import LEADER, Paragraph, body_size
from gaohang_viewer.report.heading_mark import MarkStyle, read_mark

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from gaohang_viewer.loading.page_layout.page import OutlineEntry

_LONGEST = 64  # characters of a heading told by its looks
_LONGEST_GIVEN = 120  # of one that the file gives
_MOST_LINES = 3
_ISSUERS = ("文件", "公报")  # end an issuer's mark
_TITLE = 1.25  # times the size of the text
_LARGER = 1.08  # times the size of the text
_NOT_SMALLER, _NUMBERED_NOT_SMALLER = 0.95, 0.8
_BODY_SHARE = 0.15  # of all characters: a style of running text
_HEADLINES = 0.8  # of the paragraphs in the style of a heading look like headings
_APART = 0.6  # of them have a text below them
_MATCHED = 0.6  # of the bookmarks stand in the text
_MOST_TAGGED = 0.5  # of the paragraphs can be headings
_STOPS = tuple("。；;，,：:！!？?、…")
_CAPTION = re.compile(
    r"[图表]\s*[\d一二三四五六七八九十]|(?:图|表|专栏|附表|附图)\s*\d|[（(]?(?:单位|续表|注|资料来源)[：:)）]"
)
_NO_HEADING = re.compile(
    r"(?:图\s*表?|表|附图|附表)?\s*目\s*[录次]$|[\d〇○零一二三四五六七八九]{4}\s*年\s*[\d一二三四五六七八九十]"
)
_DECIMAL = re.compile(r"(\d{1,3}(?:[.．]\d{1,3}){0,5})(?![\d%％])")
_IGNORED = re.compile(r"[\s.．·、:：]+")
_LISTED = frozenset((MarkStyle.ARABIC_BRACKETED, MarkStyle.CIRCLED, MarkStyle.ORDINAL, MarkStyle.COUNTED))


class _Look(NamedTuple):
    """What headings of one level have in common; the order of looks is that of their levels."""

    minus_size: float
    mark: int  # a MarkStyle, that of decimal numbers by their parts, or _UNMARKED
    plain: bool
    face: str


_UNMARKED = 99
_SHARE_OF_LEVEL = 0.3
_FEW, _RARE = 3, 0.3  # headings of one mark in a look, in parts of those in its usual look
_CHAPTERS = frozenset(
    (
        int(MarkStyle.VOLUME),
        int(MarkStyle.CHAPTER),
        int(MarkStyle.SECTION),
        int(MarkStyle.HAN),
        int(MarkStyle.HAN_BRACKETED),
    )
)
_DECIMALS = int(MarkStyle.DOTTED) - 2  # 1.1 has two parts


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
    fits = _is_headline(title) and _mark(title.text) == _UNMARKED
    return at[0] if fits else None


def is_issuer(text: str) -> bool:
    """Whether a line is the issuer's mark above the title, in red (GB/T 9704-2012, 7.2.4)."""
    return text.endswith(_ISSUERS)


def find_headings(blocks: Sequence[object], outline: list[OutlineEntry]) -> dict[int, int]:
    """Returns the level of each paragraph that is a heading, by its place among the blocks."""
    paragraphs = {at: block for at, block in enumerate(blocks) if isinstance(block, Paragraph)}
    given = _tagged(paragraphs)
    for at, level in _bookmarked(paragraphs, outline).items():
        given.setdefault(at, level)
        if not given[at]:
            given[at] = level
    looks = _looks(paragraphs)
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
    looks = _alike({at: looks[at] for at in sorted(found)}, given)
    return _levels({at: given.get(at, 0) for at in sorted(found)}, looks)


# --- what the file says ----------------------------------------------------------------------------------


def _tagged(paragraphs: dict[int, Paragraph]) -> dict[int, int]:
    """The paragraphs that are tagged as headings, with their levels: 0 where all have the same."""
    found = {
        at: paragraph.first.tag.level
        for at, paragraph in paragraphs.items()
        if paragraph.first.tag is not None
        and paragraph.first.tag.role == "heading"
        and _may_be_given(paragraph.text)
    }
    if len(found) > _MOST_TAGGED * len(paragraphs):
        return {}
    if len(set(found.values())) == 1:
        return dict.fromkeys(found, 0)
    return found


def _may_be_given(text: str) -> bool:
    return (
        0 < len(text) <= _LONGEST_GIVEN
        and not LEADER.search(text)
        and _CAPTION.match(text) is None
        and _NO_HEADING.match(text) is None
    )


def _bookmarked(paragraphs: dict[int, Paragraph], outline: list[OutlineEntry]) -> dict[int, int]:
    """The paragraphs that bookmarks name, with their levels; none where most bookmarks name nothing."""
    words: dict[str, list[int]] = defaultdict(list)
    for at, paragraph in paragraphs.items():
        text = paragraph.text
        if _may_be_given(text):
            words[_plain(text)].append(at)
            if bare := _plain(_without_mark(text)):
                words[bare].append(at)
    found: dict[int, int] = {}
    matched = 0
    after = -1
    for entry in outline:
        places = [
            at
            for at in words.get(_plain(entry.title), ()) or words.get(_plain(_without_mark(entry.title)), ())
            if entry.page < 0 or abs(paragraphs[at].first.page - entry.page) <= 1
        ]
        place = next((at for at in places if at > after), None)
        if place is None:
            continue
        matched += 1
        after = place
        found[place] = entry.level
    return found if matched >= _MATCHED * len(outline) else {}


def _plain(text: str) -> str:
    return _IGNORED.sub("", text)


def _without_mark(text: str) -> str:
    mark = read_mark(text) if text else None
    return text[mark.length :] if mark is not None else text


# --- how it looks ----------------------------------------------------------------------------------------


def _looks(paragraphs: dict[int, Paragraph]) -> dict[int, _Look]:
    return {
        at: _Look(-round(block.first.size * 2) / 2, _mark(block.text), not block.first.bold, block.first.face)
        for at, block in paragraphs.items()
    }


def _mark(text: str) -> int:
    """The kind of a heading's mark; decimal numbers count by their parts."""
    if decimal := _DECIMAL.match(text):
        parts = len(re.split("[.．]", decimal[1]))
        if parts > 1:
            return _DECIMALS + parts
    mark = read_mark(text) if text else None
    return int(mark.style) if mark is not None else _UNMARKED


def _styled(blocks: Sequence[object], paragraphs: dict[int, Paragraph], looks: dict[int, _Look]) -> list[int]:
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
        numbered = sum(looks[at].mark != _UNMARKED for at in places) * 2 > len(places)
        least = _NUMBERED_NOT_SMALLER if numbered else _NOT_SMALLER
        marked = -style[0] >= least * size and not style[1] and body[1]
        if style == body or lengths[style] > _BODY_SHARE * total or not (larger or marked):
            continue
        much_larger = -style[0] >= _TITLE * size
        headlines = [at for at in places if _is_headline(paragraphs[at], with_colon=much_larger)]
        apart = [at for at in headlines if _heads_text(blocks, at, style, looks)]
        if len(headlines) >= _HEADLINES * len(places) and len(apart) >= _APART * len(headlines):
            found += headlines
    return sorted(found)


def _is_headline(paragraph: Paragraph, *, with_colon: bool = False) -> bool:
    text = paragraph.text
    if with_colon:
        text = text.rstrip("：:")
    mark = read_mark(text) if text else None
    return (
        1 < len(text) <= _LONGEST
        and len(paragraph.lines) <= _MOST_LINES
        and not text.endswith(_STOPS)
        and not is_issuer(text)
        and not LEADER.search(text)
        and _CAPTION.match(text) is None
        and _NO_HEADING.match(text) is None
        and (mark is None or mark.style not in _LISTED)
        and any(sign.isalpha() for sign in text)
    )


def _heads_text(
    blocks: Sequence[object], at: int, style: tuple[float, bool, str], looks: dict[int, _Look]
) -> bool:
    """Whether something in another style follows: text, a table, a smaller heading."""
    if at + 1 >= len(blocks):
        return False
    after = looks.get(at + 1)
    return after is None or (after.minus_size, after.plain, after.face) != style


def _like(given: dict[int, int], styled: Iterable[int], looks: dict[int, _Look]) -> set[int]:
    """The headings by their looks that stand beside or above those that the file gives."""
    known = {looks[at] for at in given}
    smallest = max(look.minus_size for look in known)
    return {at for at in styled if looks[at] in known or looks[at].minus_size < smallest}


def _leaves_out_numbers(
    paragraphs: dict[int, Paragraph], styled: Iterable[int], looks: dict[int, _Look]
) -> bool:
    """Whether most numbered headings are in the style of the text: only their words show them."""
    with_style = set(styled)
    words = {_plain(paragraphs[at].text) for at in with_style}  # which a table of contents repeats
    numbered = [
        at
        for at, look in looks.items()
        if look.mark in _CHAPTERS
        and (at in with_style or (_is_headline(paragraphs[at]) and _plain(paragraphs[at].text) not in words))
    ]
    return sum(at not in with_style for at in numbered) * 2 > len(numbered)


def _front(free: set[int], found: set[int], looks: dict[int, _Look]) -> set[int]:
    """The lines above all headings whose look is that of no other: a title, a subtitle, names."""
    count = Counter(looks[at]._replace(mark=0) for at in found)
    first = min(
        (
            at
            for at in found
            if at not in free or count[looks[at]._replace(mark=0)] > 1 or looks[at].mark != _UNMARKED
        ),
        default=0,
    )
    return {at for at in free if at < first}


def _last_of_each(found: set[int], paragraphs: dict[int, Paragraph]) -> set[int]:
    """The headings without those that come again: they stand in a table of contents."""
    last = {_plain(paragraphs[at].text): at for at in sorted(found)}
    first_page = min((paragraphs[at].first.page for at in found), default=0)
    return {
        at
        for at in found
        if last[_plain(paragraphs[at].text)] == at or paragraphs[at].first.page > first_page + 3
    }


# --- levels ----------------------------------------------------------------------------------------------


def _alike(looks: dict[int, _Look], given: dict[int, int]) -> dict[int, _Look]:
    """The looks of the headings with those of one kind made one: a few marks in another size, and headings
    without a mark in the style of numbered ones."""
    marks: dict[int, Counter[_Look]] = defaultdict(Counter)
    styles: dict[_Look, Counter[int]] = defaultdict(Counter)
    for look in looks.values():
        marks[look.mark][look] += 1
        styles[look._replace(mark=0)][look.mark] += 1
    out: dict[int, _Look] = {}
    for at, look in looks.items():
        if given.get(at) and look.mark == _UNMARKED:
            out[at] = look
        elif look.mark != _UNMARKED:
            most, times = marks[look.mark].most_common(1)[0]
            rare = marks[look.mark][look] < max(_FEW, _RARE * times)
            out[at] = most if rare else look
        else:
            others = [
                (count, other) for other, count in styles[look._replace(mark=0)].items() if other != _UNMARKED
            ]
            out[at] = look._replace(mark=max(others)[1]) if len(others) == 1 else look
    return out


def _levels(found: dict[int, int], looks: dict[int, _Look]) -> dict[int, int]:
    """The level of each heading: what the file says of most that look alike, else by size and mark."""
    votes: dict[_Look, Counter[int]] = defaultdict(Counter)
    for at, level in found.items():
        if level:
            votes[looks[at]][level] += 1
    kinds = sorted({looks[at] for at in found})
    levels: dict[_Look, int] = {}
    for number, kind in enumerate(kinds):
        if votes[kind]:
            levels[kind] = votes[kind].most_common(1)[0][0]
        elif number:
            before = kinds[number - 1]
            beside = before.minus_size == kind.minus_size and before.mark == kind.mark
            levels[kind] = levels[before] + (0 if beside and before.plain == kind.plain else 1)
        else:
            voted = next((votes[kind].most_common(1)[0][0] for kind in kinds if votes[kind]), 2)
            levels[kind] = max(1, voted - 1)
    return {
        at: level if _is_common(level, votes[looks[at]]) else levels[looks[at]] for at, level in found.items()
    }


def _is_common(level: int, votes: Counter[int]) -> bool:
    """Whether the file gives a level to a fair share of the headings that look alike; fewer are mistakes."""
    return votes[level] >= _SHARE_OF_LEVEL * sum(votes.values()) and votes[level] > 0
