"""Compares two versions of a paragraph word by word, in a form that people can read."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import Literal, NamedTuple

from gaohang_viewer.report.punctuation import full_width

# Whole numbers with per cent sign or scale; Latin words; white space; else single characters
_TOKEN = re.compile(
    r"\d[\d,.，]*\d(?:[%％‰]|[万亿多余]*元?)|\d(?:[%％‰]|[万亿多余]*元?)|[A-Za-z]+|\s+|.", re.DOTALL
)
_SENTENCE = re.compile(r"[^。；！？;!?\n]*[。；！？;!?\n]?")
_LONG = 1500  # tokens; a longer paragraph is compared sentence by sentence
SIMILAR = 0.45
"""Texts of at least this likeness are taken for versions of each other."""

_ISLAND = 2  # characters; an equal run this short between two changes counts as changed


DiffKind = Literal["same", "gone", "new"]


class DiffSegment(NamedTuple):
    """A part of a paragraph, and whether both versions have it, the old one or the new one."""

    kind: DiffKind
    text: str


def word_diff(old: str, new: str) -> list[DiffSegment]:
    """Returns the segments in order. "same" and "gone" joined give `old`, "same" and "new" give `new`."""
    if old == new:
        return [DiffSegment("same", old)] if old else []
    before, after = _TOKEN.findall(old), _TOKEN.findall(new)
    if len(before) + len(after) > 2 * _LONG:
        before, after = _sentences(old), _sentences(new)
    pieces = _compared(before, after)
    return _joined(_without_islands(pieces))


def widened(pieces: list[DiffSegment]) -> list[DiffSegment]:
    """Returns the segments with the full-width punctuation that the whole old and new texts would get."""
    old = full_width("".join(piece.text for piece in pieces if piece.kind != "new"))
    new = full_width("".join(piece.text for piece in pieces if piece.kind != "gone"))
    out: list[DiffSegment] = []
    before = after = 0
    for kind, text in pieces:
        size = len(text)
        out.append(
            DiffSegment(kind, old[before : before + size] if kind == "gone" else new[after : after + size])
        )
        before += size * (kind != "new")
        after += size * (kind != "gone")
    return out


def likeness(old: str, new: str) -> float:
    """Returns how similar two texts are, from 0 to 1: the Dice coefficient of their character pairs."""
    if old == new:
        return 1.0
    pairs = [{text[at : at + 2] for at in range(len(text) - 1)} for text in (old, new)]
    total = len(pairs[0]) + len(pairs[1])
    return 2 * len(pairs[0] & pairs[1]) / total if total else 0.0


def _sentences(text: str) -> list[str]:
    return [sentence for sentence in _SENTENCE.findall(text) if sentence]


def _compared(before: list[str], after: list[str]) -> list[DiffSegment]:
    pieces: list[DiffSegment] = []
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            pieces.append(DiffSegment("same", "".join(before[i1:i2])))
            continue
        if i2 > i1:
            pieces.append(DiffSegment("gone", "".join(before[i1:i2])))
        if j2 > j1:
            pieces.append(DiffSegment("new", "".join(after[j1:j2])))
    return pieces


def _without_islands(pieces: list[DiffSegment]) -> list[DiffSegment]:
    """Marks a stray character or two between two changes as changed with them."""
    out: list[DiffSegment] = []
    for at, piece in enumerate(pieces):
        between = 0 < at < len(pieces) - 1
        if piece.kind == "same" and between and len(piece.text) <= _ISLAND and not _is_stop(piece.text):
            out += [DiffSegment("gone", piece.text), DiffSegment("new", piece.text)]
        else:
            out.append(piece)
    return out


def _is_stop(text: str) -> bool:
    return text[-1] in "，。；：、！？,;:"


def _joined(pieces: list[DiffSegment]) -> list[DiffSegment]:
    """Joins segments: between two equal ones at most one that is gone, then at most one that is new."""
    out: list[DiffSegment] = []
    gone = new = ""
    for piece in (*pieces, DiffSegment("same", "")):
        if piece.kind == "gone":
            gone += piece.text
        elif piece.kind == "new":
            new += piece.text
        else:
            changes = (DiffSegment("gone", gone), DiffSegment("new", new))
            out += [segment for segment in changes if segment.text]
            gone = new = ""
            if piece.text and out and out[-1].kind == "same":
                out[-1] = DiffSegment("same", out[-1].text + piece.text)
            elif piece.text:
                out.append(piece)
    return out
