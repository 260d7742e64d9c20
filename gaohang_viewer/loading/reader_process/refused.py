"""Why a file cannot be read as a report."""

from __future__ import annotations


class Refused(Exception):
    """The file cannot be read; `why` is the value of a `Reason` (see `loading.errors`)."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why
