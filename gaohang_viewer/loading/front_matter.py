"""Reads the `key: value` lines, and the lists below a `key:`, between `---` lines at the top of a file."""

from __future__ import annotations

from typing import NamedTuple

from gaohang_viewer.report.model import Problem, ProblemKind

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
