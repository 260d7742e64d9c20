"""A file becomes a report. One door: `open_report`. No Qt."""

from __future__ import annotations

import codecs
from enum import Enum
from os import PathLike
from pathlib import Path

from gaohang_viewer.loading.text import read_text
from gaohang_viewer.report.draft import Draft
from gaohang_viewer.report.model import Problem, ProblemKind, Report

__all__ = ["CannotOpen", "Reason", "open_draft", "open_report"]


class Reason(Enum):
    """Why a file cannot be read at all."""

    MISSING = "missing"
    FOLDER = "folder"
    UNREADABLE = "unreadable"
    EMPTY = "empty"
    NOT_TEXT = "not-text"


class CannotOpen(Exception):
    """A file that is no report; `reason` says why, `path` which."""

    def __init__(self, path: Path, reason: Reason) -> None:
        super().__init__(f"{path}: {reason.value}")
        self.path = path
        self.reason = reason


def open_report(path: str | PathLike[str]) -> Report:
    """Reads a report from a file: `open_draft(path).report()`. Raises `CannotOpen`."""
    return open_draft(path).report()


def open_draft(path: str | PathLike[str]) -> Draft:
    """Reads a Markdown or plain-text file in UTF-8; a text without `#` headings is plain.

    Whatever was not understood comes as `Report.problems`. Raises `CannotOpen` only for a file that
    cannot be read at all: missing, a folder, not readable, without text, or not text.
    """
    path = Path(path)
    text, problems = _text(path)
    markdown = path.suffix.lower() in (".md", ".markdown")
    draft = read_text(text, path.stem, lambda _share: None, markdown=markdown)
    return draft._replace(problems=(*problems, *draft.problems)) if problems else draft


def _text(path: Path) -> tuple[str, list[Problem]]:
    """The file's text with line ends as "\\n", and the place of the first bytes that are no UTF-8."""
    try:
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise CannotOpen(path, Reason.MISSING) from error
    except IsADirectoryError as error:
        raise CannotOpen(path, Reason.FOLDER) from error
    except (OSError, ValueError) as error:
        reason = Reason.FOLDER if path.is_dir() else Reason.UNREADABLE
        raise CannotOpen(path, reason) from error
    data = data.removeprefix(codecs.BOM_UTF8)
    problems: list[Problem] = []
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        if b"\0" in data[:4096]:
            raise CannotOpen(path, Reason.NOT_TEXT) from error
        text = data.decode("utf-8", "replace")
        if text.count("\ufffd") * 20 > len(text):  # more than one character in twenty: another encoding
            raise CannotOpen(path, Reason.NOT_TEXT) from error
        problems.append(Problem(ProblemKind.BAD_BYTES, data.count(b"\n", 0, error.start) + 1, ""))
    if not text.strip().strip("\0\ufeff"):
        raise CannotOpen(path, Reason.EMPTY)
    return text.replace("\r\n", "\n").replace("\r", "\n"), problems
