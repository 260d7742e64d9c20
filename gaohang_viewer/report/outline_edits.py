"""What a reader mends of an outline: small values, applied one after the other to a draft."""

from __future__ import annotations

import json
from enum import Enum
from typing import NamedTuple

from gaohang_viewer.report.draft import BODY, OMITTED, Draft, Piece, PieceRole, continuous
from gaohang_viewer.report.folding import fold
from gaohang_viewer.report.inline_markdown import line_of_markdown

_BEGINNING = 24  # characters of a piece that a mend remembers


class EditKind(Enum):
    """What is done to a piece."""

    HEADING = "heading"  # it becomes a heading beside the one before it
    TEXT = "text"  # a heading becomes text again
    UP = "up"  # a heading, with all below it, one level up
    DOWN = "down"
    JOIN = "join"  # with the piece after it
    LEAVE_OUT = "leave-out"  # a heading with all below it, or a piece alone
    PUT_BACK = "put-back"  # what was left out becomes text
    TITLE = "title"  # it becomes the title; what was the title becomes text


class PieceRef(NamedTuple):
    """A piece by its place in the source, and how it begins: a mend of another text does not fit."""

    line_no: int
    part: int
    beginning: str


class OutlineEdit(NamedTuple):
    """One act on one piece."""

    act: EditKind
    spot: PieceRef


def mended(draft: Draft, mend: OutlineEdit) -> Draft:
    """The draft with one thing mended; the same draft if the mend does not fit or changes nothing.

    Of the text nothing is ever lost: a piece only plays another part.
    """
    pieces = list(draft.pieces)
    at = _find(pieces, mend.spot)
    if at is None:
        return draft
    if mend.act is EditKind.TITLE:
        draft = _without_given_title(draft, pieces)
        at = _find(pieces, mend.spot)
    if at is None or not _ACTS[mend.act](pieces, at):
        return draft
    _level(pieces)
    return draft._replace(pieces=tuple(pieces))


def leveled(draft: Draft) -> Draft:
    """The draft with the levels that its report shows: none is skipped. Mends count on that."""
    pieces = list(draft.pieces)
    _level(pieces)
    return draft._replace(pieces=tuple(pieces))


def moved(draft: Draft, mend: OutlineEdit) -> OutlineEdit:
    """The mend for another version of its text: at the nearest line that begins as the mended one did."""
    line_no, part, beginning = mend.spot
    if _find(list(draft.pieces), mend.spot) is not None:
        return mend
    lines = [
        piece.line_no for piece in draft.pieces if piece.part == part and piece.text[:_BEGINNING] == beginning
    ]
    if not lines:
        return mend
    return OutlineEdit(mend.act, PieceRef(min(lines, key=lambda line: abs(line - line_no)), part, beginning))


# --- which piece -----------------------------------------------------------------------------------------


def spot_of_section(draft: Draft, section: int) -> PieceRef | None:
    """Where the headline of a section is in the source."""
    at = _heading(draft.pieces, section)
    return _spot(draft.pieces[at]) if at is not None else None


def spot_of_words(draft: Draft, section: int, words: str, nth: int = 0) -> PieceRef | None:
    """Where a paragraph of a section's body is in the source; `nth` counts those with the same words.

    Section -1 is the text before the first one. White space and the width of signs make no difference.
    """
    wanted = _plain(words)
    start = _heading(draft.pieces, section) if section >= 0 else -1
    if start is None or not wanted:
        return None
    for piece in draft.pieces[start + 1 :]:
        if piece.role is PieceRole.HEADING:
            break
        if piece.role not in BODY:
            continue
        for line_no, text in _lines(piece):
            if _plain(text) == wanted:
                if not nth:
                    return PieceRef(line_no, piece.part, text[:_BEGINNING])
                nth -= 1
    return None


def spot_of_line(draft: Draft, line_no: int) -> PieceRef | None:
    """The first piece of a line of the source."""
    return next((_spot(piece) for piece in draft.pieces if piece.line_no == line_no), None)


def section_of_line(draft: Draft, line_no: int) -> int:
    """The section that holds a line of the source, or stood before it; -1 above the first."""
    section = -1
    for piece in draft.pieces:
        if piece.line_no > line_no:
            break
        section += piece.role is PieceRole.HEADING
    return section


def _spot(piece: Piece) -> PieceRef:
    return PieceRef(piece.line_no, piece.part, piece.text[:_BEGINNING])


def _plain(text: str) -> str:
    return fold(text)


def _lines(piece: Piece) -> list[tuple[int, str]]:
    """The lines of the source that a piece holds, each with what a reader sees of it."""
    if piece.role is not PieceRole.MARKDOWN:
        return [(piece.line_no, piece.text)]
    lines = piece.markdown.split("\n")
    return [(piece.line_no + at, line_of_markdown(line)) for at, line in enumerate(lines)]


def _heading(pieces: tuple[Piece, ...], section: int) -> int | None:
    for at, piece in enumerate(pieces):
        if piece.role is PieceRole.HEADING:
            if not section:
                return at
            section -= 1
    return None


def _find(pieces: list[Piece], spot: PieceRef) -> int | None:
    """The index of a piece; a line inside a block of Markdown is cut out of it first."""
    for at, piece in enumerate(pieces):
        if piece.part != spot.part:
            continue
        if piece.role is PieceRole.MARKDOWN and piece.line_no <= spot.line_no:
            held = spot.line_no - piece.line_no
            lines = piece.markdown.split("\n")
            if held < len(lines) and line_of_markdown(lines[held])[:_BEGINNING] == spot.beginning:
                return _cut_out(pieces, at, lines, held)
        elif piece.line_no == spot.line_no and piece.text[:_BEGINNING] == spot.beginning:
            return at
    return None


def _cut_out(pieces: list[Piece], at: int, lines: list[str], held: int) -> int:
    """Makes a piece of its own of one line of a block; returns its index."""
    block = pieces[at]
    before, line, after = lines[:held], lines[held], lines[held + 1 :]
    cut = [Piece(PieceRole.TEXT, line_of_markdown(line), block.line_no + held, 0, line.strip(), block.part)]
    if any(map(str.strip, before)):
        text = "\n".join(before)
        cut.insert(0, block._replace(text=text, markdown=text))
    if any(map(str.strip, after)):
        text = "\n".join(after)
        cut.append(block._replace(text=text, markdown=text, line_no=block.line_no + held + 1))
    pieces[at : at + 1] = cut
    return at + (len(cut) > 1 and cut[0].role is PieceRole.MARKDOWN)


# --- acts: each changes the pieces and says whether it did -------------------------------------------------


def _make_heading(pieces: list[Piece], at: int) -> bool:
    if pieces[at].role not in BODY:
        return False
    before = next((piece.level for piece in reversed(pieces[:at]) if piece.role is PieceRole.HEADING), 1)
    pieces[at] = pieces[at]._replace(role=PieceRole.HEADING, level=before)
    return True


def _make_text(pieces: list[Piece], at: int) -> bool:
    if pieces[at].role is not PieceRole.HEADING:
        return False
    pieces[at] = pieces[at]._replace(role=PieceRole.TEXT, level=0)
    return True


def _move_up(pieces: list[Piece], at: int) -> bool:
    return pieces[at].level > 1 and _move(pieces, at, -1)


def _move_down(pieces: list[Piece], at: int) -> bool:
    """Below the heading before it: the first one, and one that is there already, cannot go deeper."""
    before = next((piece.level for piece in reversed(pieces[:at]) if piece.role is PieceRole.HEADING), 0)
    return pieces[at].level <= before and _move(pieces, at, 1)


def _move(pieces: list[Piece], at: int, by: int) -> bool:
    if pieces[at].role is not PieceRole.HEADING:
        return False
    for index in range(at, _end(pieces, at)):
        if pieces[index].role is PieceRole.HEADING:
            pieces[index] = pieces[index]._replace(level=pieces[index].level + by)
    return True


def _join(pieces: list[Piece], at: int) -> bool:
    after = at + 1
    if after >= len(pieces) or PieceRole.MARKDOWN in (pieces[at].role, pieces[after].role):
        return False
    first, second = pieces[at], pieces[after]
    if first.role in OMITTED or second.role in OMITTED:
        return False
    gap = " " if (first.text[-1:] + second.text[:1]).isascii() else ""
    markdown = ""
    if first.markdown or second.markdown:
        markdown = first.as_markdown() + gap + second.as_markdown()
    pieces[at : after + 1] = [first._replace(text=first.text + gap + second.text, markdown=markdown)]
    return True


def _leave_out(pieces: list[Piece], at: int) -> bool:
    if pieces[at].role in OMITTED:
        return False
    end = _end(pieces, at) if pieces[at].role is PieceRole.HEADING else at + 1
    for index in range(at, end):
        pieces[index] = pieces[index]._replace(role=PieceRole.LEFT_OUT, level=0)
    return True


def _put_back(pieces: list[Piece], at: int) -> bool:
    if pieces[at].role not in OMITTED:
        return False
    pieces[at] = pieces[at]._replace(role=PieceRole.TEXT)
    return True


def _make_title(pieces: list[Piece], at: int) -> bool:
    if pieces[at].role is PieceRole.TITLE:
        return False
    for index, piece in enumerate(pieces):
        if piece.role is PieceRole.TITLE:
            pieces[index] = piece._replace(role=PieceRole.TEXT)
    pieces[at] = pieces[at]._replace(role=PieceRole.TITLE, level=0)
    return True


def _without_given_title(draft: Draft, pieces: list[Piece]) -> Draft:
    """A title that the file's front matter gives becomes a line of the text."""
    given = dict(draft.meta).get("title", "")
    if given:
        pieces.insert(0, Piece(PieceRole.TEXT, given, 0))
    return draft._replace(meta=tuple(pair for pair in draft.meta if pair[0] != "title"))


def _end(pieces: list[Piece], at: int) -> int:
    """The index after the last piece of a heading's section and of those below it."""
    level = pieces[at].level
    for index in range(at + 1, len(pieces)):
        if pieces[index].role is PieceRole.HEADING and pieces[index].level <= level:
            return index
    return len(pieces)


def _level(pieces: list[Piece]) -> None:
    places = [at for at, piece in enumerate(pieces) if piece.role is PieceRole.HEADING]
    for at, level in zip(places, continuous([pieces[at].level for at in places]), strict=True):
        if pieces[at].level != level:
            pieces[at] = pieces[at]._replace(level=level)


_ACTS = {
    EditKind.HEADING: _make_heading,
    EditKind.TEXT: _make_text,
    EditKind.UP: _move_up,
    EditKind.DOWN: _move_down,
    EditKind.JOIN: _join,
    EditKind.LEAVE_OUT: _leave_out,
    EditKind.PUT_BACK: _put_back,
    EditKind.TITLE: _make_title,
}


# --- as text -----------------------------------------------------------------------------------------------


def to_json(mends: list[OutlineEdit]) -> str:
    """Mends as text, to be kept."""
    return json.dumps([[mend.act.value, *mend.spot] for mend in mends], ensure_ascii=False)


def from_json(text: str) -> list[OutlineEdit]:
    """What `to_json` wrote; nothing if the text was damaged."""
    try:
        return [
            OutlineEdit(EditKind(act), PieceRef(int(line_no), int(part), str(beginning)))
            for act, line_no, part, beginning in json.loads(text)
        ]
    except (ValueError, TypeError):
        return []
