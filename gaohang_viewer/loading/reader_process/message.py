"""A draft as a line of JSON, followed by the bytes of its pictures."""

from __future__ import annotations

import json
from typing import IO, TYPE_CHECKING, Any

from gaohang_viewer.report.draft import Draft, Piece, PieceRole
from gaohang_viewer.report.model import Problem, ProblemKind

if TYPE_CHECKING:
    from collections.abc import Mapping


def send(draft: Draft, sink: IO[bytes]) -> None:
    """Writes a draft."""
    head = {
        "pieces": [(piece.role.value, *piece[1:]) for piece in draft.pieces],
        "name": draft.name,
        "kind": draft.kind,
        "meta": draft.meta,
        "problems": [(problem.kind.value, *problem[1:]) for problem in draft.problems],
        "images": {address: len(data) for address, data in draft.images.items()},
    }
    sink.write(json.dumps(head).encode() + b"\n")
    sink.writelines(draft.images.values())
    sink.flush()


def received(head: Mapping[str, Any], source: IO[bytes]) -> Draft | None:
    """Returns the draft that begins with this line, None if the rest is missing."""
    images = {address: source.read(size) for address, size in head["images"].items()}
    if any(len(images[address]) < size for address, size in head["images"].items()):
        return None
    return Draft(
        tuple(Piece(PieceRole(role), *rest) for role, *rest in head["pieces"]),
        head["name"],
        problems=tuple(Problem(ProblemKind(kind), *rest) for kind, *rest in head["problems"]),
        images=images,
        kind=head["kind"],
        meta=tuple((key, value) for key, value in head["meta"]),
    )
