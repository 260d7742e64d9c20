"""Starts the child process that converts a compound file, waits for it, ends it when cancelled."""

from __future__ import annotations

import json
import os
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, NamedTuple

from gaohang_viewer.loading.errors import Reason
from gaohang_viewer.report.model import Problem, ProblemKind
from gaohang_viewer.system.child_process import ask_child

if TYPE_CHECKING:
    from collections.abc import Callable

SOURCE = "source.doc"  # names in the folder that parent and child share
RESULT = "result.docx"

_SECONDS = 8.0  # that any file is given
_SECONDS_PER_BYTE = 1e-5  # and besides by its size; conversion takes some 3e-6


class Package(NamedTuple):
    """An Office Open XML file, and what the conversion could not take over."""

    data: bytes
    problems: tuple[Problem, ...]


class NotConverted(Exception):
    """The file cannot be converted, for the given `reason`."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason.value)
        self.reason = reason


def converted(data: bytes, password: str, on_progress: Callable[[float], None]) -> Package:
    """Converts a Word 97-2003 file, or decrypts an Office file that has a password.

    `password` may be empty; the default password of Office is tried first. `on_progress` is called with 0
    many times a second; an exception that it raises ends the conversion and is passed on. Raises
    `NotConverted`; its reason is LOCKED without the right password, WRONG_PASSWORD if a wrong one was given.
    """
    # By this prefix the leftovers of a killed process are recognised
    with TemporaryDirectory(prefix=f"gaohang-viewer-{os.getpid()}-", ignore_cleanup_errors=True) as folder:
        try:
            Path(folder, SOURCE).write_bytes(data)
            answer: dict[str, Any] = json.loads(
                ask_child(
                    "gaohang_viewer.loading.compound_file",
                    json.dumps({"folder": folder, "password": password}).encode(),
                    _SECONDS + _SECONDS_PER_BYTE * len(data),
                    lambda: on_progress(0.0),
                )
            )
            if "reason" in answer:
                raise NotConverted(Reason(answer["reason"]))
            problems = tuple(Problem(ProblemKind(kind), 1, text) for kind, text in answer["problems"])
            return Package(Path(folder, RESULT).read_bytes(), problems)
        except TimeoutError as error:
            raise NotConverted(Reason.TOO_LARGE) from error
        except (OSError, ValueError, KeyError) as error:  # no disk space, or the child died
            raise NotConverted(Reason.DAMAGED) from error
