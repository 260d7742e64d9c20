"""Reads the `key: value` lines between `---` lines at the top of a file."""

from __future__ import annotations

from dataclasses import dataclass, field

from gaohang_viewer.report.model import Problem, ProblemKind

_LONGEST = 200  # lines; what goes on for longer is a text that opens with a rule


@dataclass
class FrontMatter:
    """What the file says of itself; `end` is the index of the first line after it, 0 without any."""

    end: int = 0
    meta: dict[str, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def read_front_matter(lines: list[str]) -> FrontMatter:
    """The front matter of a file; lines that are not `key: value` come as problems."""
    found = FrontMatter()
    if lines[0].rstrip() != "---":
        return found
    for at in range(1, min(len(lines), _LONGEST)):
        line = lines[at].strip()
        if line in ("---", "..."):
            return FrontMatter(at + 1, found.meta, found.problems) if found.meta else FrontMatter()
        key, colon, value = line.partition(":")
        value = value.strip()
        if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
            value = value[1:-1]
        if colon and key and " " not in key:
            found.meta[key.lower()] = value
        elif line and not line.startswith("#"):
            found.problems.append(Problem(ProblemKind.FRONT_MATTER, at + 1, line))
    return FrontMatter()
