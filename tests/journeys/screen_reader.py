"""Run by the system's Python, which has pyatspi: writes what a screen reader is told of the text, as JSON."""

from __future__ import annotations

import json
import sys
from typing import Any

import pyatspi  # type: ignore[import-not-found]


def document(of: Any, depth: int = 0) -> Any:
    """The first document below an object."""
    if of.getRoleName() == "document frame":
        return of
    children = [child for child in of if child is not None] if depth < 12 else []
    return next((found for child in children if (found := document(child, depth + 1))), None)


(program,) = pyatspi.Registry.getDesktop(0)
found = document(program)
text = found.queryText()
whole = text.getText(0, -1)
place = whole.rindex(sys.argv[1])
text.setCaretOffset(place)
line, start, end = text.getTextAtOffset(place, pyatspi.TEXT_BOUNDARY_LINE_START)
told = {"name": found.name, "text": whole, "caret": text.caretOffset, "place": place, "line": line}
told["is read-only"] = found.getState().contains(pyatspi.STATE_READ_ONLY)
lines = [child for child in found if child is not None]
told["levels"] = [
    int(dict(each.split(":", 1) for each in child.getAttributes()).get("level", 0))
    for child in lines
    if child.name == sys.argv[1]
]
told["roles"] = sorted({child.getRoleName() for child in lines})
told["extents"] = list(text.getCharacterExtents(place, pyatspi.DESKTOP_COORDS))
sys.stdout.write(json.dumps(told))
