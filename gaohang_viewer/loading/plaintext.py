"""Finds the outline of a plain text: numbered headlines, and short unnumbered ones."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import Enum, auto

from gaohang_viewer.loading.frontmatter import FrontMatter
from gaohang_viewer.report.draft import Draft, Piece, Role
from gaohang_viewer.report.mark import Style, split_mark

_DEBRIS = {"返回", "全站搜索", "首页", "上一页", "下一页", "打印", "关闭"}
_EDITION = re.compile(r"第[一二三四五六七八九十\d]+版$")
_BULLET = re.compile(r"[●•■◆▪◇○]\s*")
_ENDS = tuple("。；;，,！？!?、…")
_COLONS = (":", "：")
_LONGEST_MARKED = 60  # characters of a numbered headline standing alone
_LONGEST_SHORT = 22  # characters of an unnumbered one
_LONGEST_REST = 12  # characters of a headline's second line


class _Kind(Enum):
    MARKED = auto()  # a numbered headline
    SHORT = auto()  # a short line without end punctuation: a headline, or a point
    LEAD = auto()  # a short line that ends with a colon: a headline, or a lead-in
    BULLET = auto()
    TEXT = auto()


@dataclass(frozen=True)
class _Line:
    text: str
    line_no: int
    kind: _Kind
    style: Style | None = None


def read_plain_text(lines: list[str], front: FrontMatter, name: str) -> Draft:
    """The draft of a text without `#` headings; `name` is its title where it has none.

    Line numbers count over the whole file, from 1.
    """
    numbered = enumerate(lines[front.end :], front.end + 1)
    read = [_classify(line.strip(), line_no) for line_no, line in numbered if line.strip()]
    first = next((at for at, line in enumerate(read) if line.kind is _Kind.MARKED), len(read))
    pieces: list[Piece] = []
    titles = [role for role in (Role.TITLE, Role.SUBTITLE) if role.value not in front.meta]
    head: list[_Line] = []
    for line in read[:first]:
        if line.text in _DEBRIS:
            pieces.append(Piece(Role.DEBRIS, line.text, line.line_no))
        elif _EDITION.match(line.text):
            pieces.append(Piece(Role.EDITION, line.text, line.line_no))
        elif titles and not head and _is_titular(line):
            pieces.append(Piece(titles.pop(0), line.text, line.line_no))
        else:
            head.append(line)
    pieces += _body(head)
    body = _join_broken(read[first:])
    levels = _levels(body)
    starts = [at for at, level in enumerate(levels) if level]
    for at, end in zip(starts, [*starts, len(body)][1:], strict=True):
        pieces.append(Piece(Role.HEADING, body[at].text, body[at].line_no, levels[at]))
        pieces += _body(body[at + 1 : end])
    return Draft(tuple(pieces), name, tuple(front.meta.items()), tuple(front.problems))


def _is_titular(line: _Line) -> bool:
    return (
        line.kind is not _Kind.BULLET and len(line.text) <= _LONGEST_MARKED and not line.text.endswith(_ENDS)
    )


def _classify(text: str, line_no: int) -> _Line:
    style, _, rest = split_mark(text)
    if style is not None and len(text) <= _LONGEST_MARKED and not _is_sentence(rest):
        return _Line(text, line_no, _Kind.MARKED, style)
    if _BULLET.match(text):
        return _Line(text, line_no, _Kind.BULLET)
    if style is None and len(text) <= _LONGEST_SHORT and re.search("[\u4e00-\u9fff]{2}", text):
        if text.endswith(_COLONS):
            return _Line(text, line_no, _Kind.LEAD)
        if not text.endswith(_ENDS):
            return _Line(text, line_no, _Kind.SHORT)
    return _Line(text, line_no, _Kind.TEXT)


def _is_sentence(rest: str) -> bool:
    """Whether what follows a mark is running text, not a headline: more than one clause ended."""
    return "。" in rest[:-1] or rest.endswith(("；", ";", "，", ","))


def _join_broken(lines: list[_Line]) -> list[_Line]:
    """Puts headlines that were broken over two lines together again.

    A section has no subsection or several, never just one: where each numbered headline of a style
    within a chapter is followed by exactly one short line, those lines are the rest of the headlines.
    """
    groups: dict[tuple[int, Style], list[int]] = {}
    chapter = 0
    for at, line in enumerate(lines):
        if line.style is Style.CHAPTER:
            chapter = at
        elif line.style is not None:
            groups.setdefault((chapter, line.style), []).append(at)
    out: list[_Line | None] = list(lines)
    for members in groups.values():
        if len(members) > 1 and all(_has_rest(lines, at) for at in members):
            for at in members:
                out[at] = replace(lines[at], text=lines[at].text + lines[at + 1].text)
                out[at + 1] = None
    return [line for line in out if line is not None]


def _has_rest(lines: list[_Line], at: int) -> bool:
    """Whether the only short line below a headline comes right after it."""
    end = at + 1
    while end < len(lines) and lines[end].kind is not _Kind.MARKED:
        end += 1
    below = lines[at + 1 : end]
    shorts = [line for line in below if line.kind is _Kind.SHORT]
    if len(shorts) != 1 or len(below) < 2:
        return False
    return below[0] is shorts[0] and len(shorts[0].text) <= _LONGEST_REST


def _levels(lines: list[_Line]) -> list[int]:
    """The level of each line that is a headline, 0 for text.

    Numbered styles rank by their order; a short line is a headline one below the number that it stands
    under if text follows it; leads that are headlines hold the short lines after them.
    """
    styles = {line.style for line in lines if line.style is not None}
    ranks = {style: rank for rank, style in enumerate(sorted(styles), 1)}
    leads = _leads(lines)
    levels: list[int] = []
    marked = below = 0  # level of the number we are under, and of short headlines here
    for at, line in enumerate(lines):
        level = 0
        if line.style is not None:
            level = marked = ranks[line.style]
            below = 0
        elif at in leads:
            level = max(marked, 1) if below else marked + 1
            below = level + 1
        elif line.kind is _Kind.SHORT and _is_headline(lines, at):
            level = below = below or marked + 1
        levels.append(level)
    return _continuous(levels)


def _is_headline(lines: list[_Line], at: int) -> bool:
    """A short line with text below it; in a run of short lines they are points of a list."""
    before = lines[at - 1].kind if at else _Kind.TEXT
    after = lines[at + 1] if at + 1 < len(lines) else None
    alone = before is not _Kind.SHORT
    return alone and after is not None and after.kind in (_Kind.TEXT, _Kind.BULLET)


def _leads(lines: list[_Line]) -> set[int]:
    """The lines with a colon that are headlines: they begin alike, or one holds short headlines."""
    alike: dict[str, list[int]] = {}
    for at, line in enumerate(lines):
        if line.kind is _Kind.LEAD:
            alike.setdefault(line.text[:3], []).append(at)
    groups = [group for group in alike.values() if len(group) > 1]
    return {at for group in groups if any(_holds_short(lines, lead) for lead in group) for at in group}


def _holds_short(lines: list[_Line], at: int) -> bool:
    return at + 1 < len(lines) and lines[at + 1].kind is _Kind.SHORT


def _continuous(levels: list[int]) -> list[int]:
    """Levels without gaps: a headline is at most one level below the one before it."""
    out: list[int] = []
    path: list[int] = []
    for level in levels:
        if level:
            while path and path[-1] >= level:
                path.pop()
            path.append(level)
        out.append(len(path) if level else 0)
    return out


def _body(lines: list[_Line]) -> list[Piece]:
    """Bullets, and short lines in a row, are points."""
    pieces: list[Piece] = []
    for at, line in enumerate(lines):
        near = {lines[other].kind for other in (at - 1, at + 1) if 0 <= other < len(lines)}
        point = line.kind is _Kind.BULLET or (line.kind is _Kind.SHORT and _Kind.SHORT in near)
        text = _BULLET.sub("", line.text, count=1) if line.kind is _Kind.BULLET else line.text
        pieces.append(Piece(Role.POINT if point else Role.TEXT, text, line.line_no))
    return pieces
