"""A draft as a line of JSON, followed by the bytes of its pictures."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, BinaryIO

from gaohang_viewer.report.draft import Draft, Piece, PieceRole
from gaohang_viewer.report.model import Problem, ProblemKind

if TYPE_CHECKING:
    from collections.abc import Mapping


def send(draft: Draft, sink: BinaryIO) -> None:
    """Writes a draft."""
    head = {
        "pieces": [(piece.role.value, *piece[1:]) for piece in draft.pieces],
        "name": draft.name,
        "problems": [(problem.kind.value, *problem[1:]) for problem in draft.problems],
        "images": {address: len(data) for address, data in draft.images.items()},
    }
    sink.write(json.dumps(head).encode() + b"\n")
    for data in draft.images.values():
        sink.write(data)
    sink.flush()


def received(head: Mapping[str, Any], source: BinaryIO) -> Draft | None:
    """Returns the draft that begins with this line, None if the rest is missing."""
    images = {address: source.read(size) for address, size in head["images"].items()}
    if any(len(images[address]) < size for address, size in head["images"].items()):
        return None
    return Draft(
        tuple(Piece(PieceRole(role), *rest) for role, *rest in head["pieces"]),
        head["name"],
        problems=tuple(Problem(ProblemKind(kind), *rest) for kind, *rest in head["problems"]),
        images=images,
        kind="pdf",
    )
