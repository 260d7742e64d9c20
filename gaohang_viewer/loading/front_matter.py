"""Reads the `key: value` lines, and the lists below a `key:`, between `---` lines at the top of a file."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from gaohang_viewer.report.draft import PieceRole
from gaohang_viewer.report.model import Problem, ProblemKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gaohang_viewer.report.draft import Piece

_LONGEST = 200  # lines; what goes on for longer is a text that opens with a rule


class FrontMatter(NamedTuple):
    """What the file says of itself; `end` is the index of the first line after it, 0 without any."""

    end: int
    meta: dict[str, str]
    problems: list[Problem]


def read_front_matter(lines: list[str]) -> FrontMatter:
    """The front matter of a file; lines that are not `key: value` come as problems."""
    nothing = FrontMatter(0, {}, [])
    found = FrontMatter(0, {}, [])
    if lines[0].rstrip() != "---":
        return nothing
    last = ""  # the key without a value of its own: a list may follow
    for at in range(1, min(len(lines), _LONGEST)):
        line = lines[at].strip()
        if line in ("---", "..."):
            return FrontMatter(at + 1, found.meta, found.problems) if found.meta else nothing
        key, colon, value = line.partition(":")
        value = value.strip()
        if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
            value = value[1:-1]
        if line.startswith("- ") and last and not line.partition(": ")[1]:
            entry = line[2:].strip().strip("\"'")
            found.meta[last] = f"{found.meta[last]}、{entry}" if found.meta[last] else entry
        elif colon and key and " " not in key:
            found.meta[key.lower()] = value
            last = "" if value else key.lower()
        elif line and not line.startswith("#"):
            found.problems.append(Problem(ProblemKind.FRONT_MATTER, at + 1, line))
    return nothing


def with_printed_title(meta: dict[str, str], pieces: Sequence[Piece]) -> dict[str, str]:
    """What a file says of itself, but for the title if the text prints one.

    A title that the text does not print may hold more than it should: who spoke when, or where.
    """
    roles = {piece.role.value for piece in pieces}
    if PieceRole.TITLE.value in roles:
        return {key: value for key, value in meta.items() if key != "title"}
    if not meta.get("title"):
        return meta
    from gaohang_viewer.loading.outline.title_lines import title_parts

    facts = {key: value for key, value in title_parts(meta["title"]).items() if key not in roles}
    return facts | meta | {"title": facts["title"]}
