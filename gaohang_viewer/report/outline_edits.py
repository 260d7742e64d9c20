"""What a reader mends of an outline: small values, applied one after the other to a draft."""

from __future__ import annotations

import json
from enum import Enum
from typing import NamedTuple

from gaohang_viewer.report.draft import BODY, OMITTED, Draft, Piece, PieceRole, continuous
from gaohang_viewer.report.piece_refs import BEGINNING, PieceRef, find_piece


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


class OutlineEdit(NamedTuple):
    """One act on one piece."""

    act: EditKind
    spot: PieceRef


def mended(draft: Draft, mend: OutlineEdit) -> Draft:
    """The draft with one thing mended; the same draft if the mend does not fit or changes nothing.

    Of the text nothing is ever lost: a piece only plays another part.
    """
    pieces = list(draft.pieces)
    at = find_piece(pieces, mend.spot)
    if at is None:
        return draft
    if mend.act is EditKind.TITLE:
        draft = _without_given_title(draft, pieces)
        at = find_piece(pieces, mend.spot)
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
    if find_piece(list(draft.pieces), mend.spot) is not None:
        return mend
    lines = [
        piece.line_no for piece in draft.pieces if piece.part == part and piece.text[:BEGINNING] == beginning
    ]
    if not lines:
        return mend
    return OutlineEdit(mend.act, PieceRef(min(lines, key=lambda line: abs(line - line_no)), part, beginning))


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
