"""Bounds how deep quotes and lists of a Markdown text are nested."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

DEEPEST = 8
"""Levels of quotes and lists: more than reports have, fewer than the recursion of Python and Typst bears."""
_INDENT = 4 * DEEPEST  # columns of the deepest list
_MARKER = r"(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))[ \t]*"
_MARKERS = re.compile(rf"([ \t]*)((?:{_MARKER})+)")
_RULE = re.compile(r"[ \t]*([-*])(?:[ \t]*\1)+[ \t]*$")
_ONE = re.compile(_MARKER)


def shallow(lines: Iterable[str]) -> Iterator[str]:
    """Yields the lines without the signs of quotes and lists, and the indentation, that are deeper."""
    for line in lines:
        markers = _MARKERS.match(line)
        if markers is None or _RULE.match(line):
            yield line
            continue
        signs = _ONE.findall(markers[2])
        indent = markers[1] if len(markers[1]) <= _INDENT else " " * _INDENT
        yield indent + "".join(signs[:DEEPEST]) + line[markers.end() :]
