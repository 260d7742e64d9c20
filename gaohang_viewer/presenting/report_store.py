"""Stores data of a report's shows: ink, changes of the deck, rehearsals."""

from __future__ import annotations

import base64
import json
import re
from typing import TYPE_CHECKING, Any

from gaohang_viewer.report.content_id import content_id

if TYPE_CHECKING:
    from pathlib import Path

    from gaohang_viewer.storage.memory import Memory


_PICTURES = "slide-pictures"
_NAME = re.compile("[0-9a-f]{32}")


class ReportStore:
    """The stored data of one report, identified by its path; without a path nothing is stored."""

    def __init__(self, memory: Memory | None, path: Path | None) -> None:
        self._memory = memory
        self._name = "" if path is None else content_id(str(path).encode("utf-8", "surrogateescape"))

    def read(self, what: str) -> str:
        """The stored text of a kind, such as "ink"; empty if there is none."""
        return self._memory.kept(what, self._name) if self._memory and self._name else ""

    def write(self, what: str, text: str) -> bool:
        """Stores a text, or removes the stored one if it is empty; returns whether that succeeded."""
        return not (self._memory and self._name) or self._memory.keep(what, self._name, text)

    def read_picture(self, name: str) -> bytes:
        """A stored picture by its name, its content id; empty if there is none."""
        text = self._memory.kept(_PICTURES, name) if self._memory and _NAME.fullmatch(name) else ""
        try:
            return base64.b64decode(json.loads(text or '""'))
        except (ValueError, TypeError):
            return b""

    def write_picture(self, name: str, picture: bytes) -> bool:
        """Stores a picture, which several reports may share; returns whether that succeeded."""
        text = json.dumps(base64.b64encode(picture).decode())
        return not (self._memory and self._name) or self._memory.keep(_PICTURES, name, text)

    def read_json(self, what: str) -> Any:
        """The stored JSON of a kind; None if there is none or it is damaged."""
        try:
            return json.loads(self.read(what) or "null")
        except ValueError:
            return None

    def write_json(self, what: str, value: object) -> None:
        """Stores a value as JSON; a false value removes the stored one."""
        self.write(what, json.dumps(value, ensure_ascii=False, separators=(",", ":")) if value else "")
