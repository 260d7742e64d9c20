"""Edits of an outline: small values that are applied to a draft one after the other."""

from __future__ import annotations

import json
from enum import Enum
from typing import TYPE_CHECKING, Any, NamedTuple

from gaohang_viewer.report.draft import BODY, OMITTED, Draft, Piece, PieceRole, continuous
from gaohang_viewer.report.heading_mark import read_mark
from gaohang_viewer.report.model import FIELDS
from gaohang_viewer.report.piece_refs import BEGINNING, PieceRef, find_piece

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


class EditKind(Enum):
    """What an edit does to a piece."""

    HEADING = "heading"  # it becomes a heading, at the level that its mark has among those before it
    TEXT = "text"  # a heading becomes text again
    UP = "up"  # a heading, with all below it, one level up
    DOWN = "down"
    JOIN = "join"  # with the piece after it
    LEAVE_OUT = "leave-out"  # a heading with all below it, or a single piece, is omitted
    PUT_BACK = "put-back"  # an omitted piece becomes text
    TITLE = "title"  # it becomes the title; the old title becomes text
    SUBTITLE = "subtitle"  # and so on
    OCCASION = "occasion"
    SPEAKER = "speaker"
    DATE = "date"
    FIELD = "field"  # a field of the front page gets a text that was typed
    HEADLINE = "headline"  # a heading gets a text that was typed


_FIELD_KINDS = {EditKind(key): PieceRole(key) for key in ("title", "subtitle", "occasion", "speaker", "date")}


class OutlineEdit(NamedTuple):
    """An edit of one piece. `text` is what was typed, for a headline or a field of the front page."""

    kind: EditKind
    piece: PieceRef
    text: str = ""


def field_edit(field: str, text: str) -> OutlineEdit:
    """Returns the edit that gives one of the fields of the front page, see `model.FIELDS`, a text.

    An empty text removes the field, and its lines become text again.
    """
    return OutlineEdit(EditKind.FIELD, PieceRef(0, 0, field), " ".join(text.split()))


def headline_edit(piece: PieceRef, text: str) -> OutlineEdit:
    """Returns the edit that gives a heading another text; an empty text changes nothing."""
    return OutlineEdit(EditKind.HEADLINE, piece, " ".join(text.split()))


def with_edit(draft: Draft, edit: OutlineEdit) -> Draft:
    """Returns the draft after an edit, or the same draft if the edit does not apply or changes nothing.

    No text is ever lost: pieces only change their roles, unless the user types another text for one.
    """
    if edit.kind is EditKind.FIELD:
        return _with_field(draft, edit.piece.beginning, edit.text)
    pieces = list(draft.pieces)
    at = find_piece(pieces, edit.piece)
    if at is None:
        return draft
    if role := _FIELD_KINDS.get(edit.kind):
        return _with_role(draft, pieces, at, role)
    if edit.kind is EditKind.HEADLINE:
        return _with_headline(draft, pieces, at, edit.text)
    if not _ACTIONS[edit.kind](pieces, at):
        return draft
    _level(pieces)
    return draft._replace(pieces=tuple(pieces))


def with_edits(draft: Draft, edits: Iterable[OutlineEdit]) -> Draft:
    """Returns the draft after several edits in turn; those that do not apply change nothing."""
    for edit in edits:
        draft = with_edit(draft, edit)
    return draft


def with_continuous_levels(draft: Draft) -> Draft:
    """Returns the draft with the levels that its report has: none is skipped. Edits rely on that."""
    pieces = list(draft.pieces)
    _level(pieces)
    return draft._replace(pieces=tuple(pieces))


def relocated(draft: Draft, edit: OutlineEdit) -> OutlineEdit:
    """Returns the edit for a changed version of its text, at the nearest line with the same beginning."""
    line_no, part, beginning = edit.piece
    if edit.kind is EditKind.FIELD or find_piece(list(draft.pieces), edit.piece) is not None:
        return edit
    lines = [
        piece.line_no for piece in draft.pieces if piece.part == part and piece.text[:BEGINNING] == beginning
    ]
    if not lines:
        return edit
    return edit._replace(piece=PieceRef(min(lines, key=lambda line: abs(line - line_no)), part, beginning))


# --- actions: each changes the pieces and returns whether it did ---------------------------------------


def _make_heading(pieces: list[Piece], at: int) -> bool:
    if pieces[at].role not in BODY:
        return False
    pieces[at] = pieces[at]._replace(role=PieceRole.HEADING, level=_level_of_mark(pieces, at))
    return True


def _level_of_mark(pieces: list[Piece], at: int) -> int:
    """Returns the level for a new heading: that of the nearest enclosing heading with its kind of mark.

    Without one, it goes below the headings whose mark is of a higher kind than its own. A line without a mark
    gets the level of the heading before it.
    """
    own = read_mark(pieces[at].text) if pieces[at].text else None
    level = 0  # of the enclosing heading seen last
    for piece in reversed(pieces[:at]):
        if piece.role is PieceRole.HEADING and (not level or piece.level < level):
            mark = read_mark(piece.text) if piece.text else None
            if own is None or (mark is not None and mark.style == own.style):
                return piece.level
            if mark is None or mark.style < own.style:
                return piece.level + 1
            level = piece.level
    return level or 1


def _make_text(pieces: list[Piece], at: int) -> bool:
    if pieces[at].role is not PieceRole.HEADING:
        return False
    pieces[at] = pieces[at]._replace(role=PieceRole.TEXT, level=0)
    return True


def _move_up(pieces: list[Piece], at: int) -> bool:
    return pieces[at].level > 1 and _move(pieces, at, -1)


def _move_down(pieces: list[Piece], at: int) -> bool:
    """Moves a heading below the one before it, unless it is the first or already there."""
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


def _with_role(draft: Draft, pieces: list[Piece], at: int, role: PieceRole) -> Draft:
    """Makes a piece a field of the front page; what was that field becomes text."""
    if pieces[at].role is role:
        return draft
    for index, piece in enumerate(pieces):
        if piece.role is role:
            pieces[index] = piece._replace(role=PieceRole.TEXT)
    pieces[at] = pieces[at]._replace(role=role, level=0)
    given = dict(draft.meta).get(role.value, "")
    if given:  # the file's own front matter is not lost, either
        pieces.insert(0, Piece(PieceRole.TEXT, given, 0))
    _level(pieces)
    return draft._replace(pieces=tuple(pieces), meta=_without(draft.meta, role.value))


def _with_field(draft: Draft, field: str, text: str) -> Draft:
    """Gives a field of the front page a text in place of the pieces that it was read from."""
    if field not in FIELDS or dict(draft.meta).get(field, None) == text:
        return draft
    role = PieceRole.LEFT_OUT if text else PieceRole.TEXT
    pieces = tuple(
        piece._replace(role=role) if piece.role.value == field else piece for piece in draft.pieces
    )
    return draft._replace(pieces=pieces, meta=(*_without(draft.meta, field), (field, text)))


def _with_headline(draft: Draft, pieces: list[Piece], at: int, text: str) -> Draft:
    if pieces[at].role is not PieceRole.HEADING or text in ("", pieces[at].text):
        return draft
    pieces[at] = pieces[at]._replace(text=text, markdown="")
    return draft._replace(pieces=tuple(pieces))


def _without(meta: tuple[tuple[str, str], ...], key: str) -> tuple[tuple[str, str], ...]:
    return tuple(pair for pair in meta if pair[0] != key)


def _end(pieces: list[Piece], at: int) -> int:
    """Returns the index after the last piece of a heading's section, with all below it."""
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


_ACTIONS = {
    EditKind.HEADING: _make_heading,
    EditKind.TEXT: _make_text,
    EditKind.UP: _move_up,
    EditKind.DOWN: _move_down,
    EditKind.JOIN: _join,
    EditKind.LEAVE_OUT: _leave_out,
    EditKind.PUT_BACK: _put_back,
}


# --- as text -----------------------------------------------------------------------------------------------


def to_json(steps: Sequence[Sequence[OutlineEdit]]) -> str:
    """Returns edits as JSON, to be stored: a list for each step, of edits that are undone together."""
    values = [[[edit.kind.value, *edit.piece, edit.text] for edit in step] for step in steps]
    return json.dumps(values, ensure_ascii=False)


def from_json(text: str) -> list[list[OutlineEdit]]:
    """Returns the steps that `to_json` wrote; none if the text is damaged.

    Version 0.1.0 wrote a list of edits, each of which is a step.
    """
    try:
        return [
            [_edit_of(values) for values in (step if isinstance(step[0], list) else [step])]
            for step in json.loads(text)
            if step
        ]
    except (ValueError, TypeError, KeyError, IndexError):
        return []


def _edit_of(values: list[Any]) -> OutlineEdit:
    kind, line_no, part, beginning, *text = values
    return OutlineEdit(EditKind(kind), PieceRef(int(line_no), int(part), str(beginning)), "".join(text))
