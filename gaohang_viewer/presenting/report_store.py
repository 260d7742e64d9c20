"""What is kept of a report's shows beside the report: ink, changes of the deck, rehearsals."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from gaohang_viewer.report.content_id import content_id

if TYPE_CHECKING:
    from pathlib import Path

    from gaohang_viewer.storage.memory import Memory


class ReportStore:
    """The states of one report, named by its path; a report without one keeps nothing."""

    def __init__(self, memory: Memory | None, path: Path | None) -> None:
        self._memory = memory
        self._name = "" if path is None else content_id(str(path).encode("utf-8", "surrogateescape"))

    def read(self, what: str) -> str:
        """The text that was kept of a kind; empty if there is none."""
        return self._memory.kept(what, self._name) if self._memory and self._name else ""

    def keep(self, what: str, text: str) -> bool:
        """Keeps a text, nothing for an empty one; False if it could not be written."""
        return not (self._memory and self._name) or self._memory.keep(what, self._name, text)

    def read_json(self, what: str) -> Any:
        """The same as JSON; None if there is none or it is damaged."""
        try:
            return json.loads(self.read(what) or "null")
        except ValueError:
            return None

    def keep_json(self, what: str, value: object) -> None:
        self.keep(what, json.dumps(value, ensure_ascii=False, separators=(",", ":")) if value else "")
