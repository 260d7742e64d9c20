"""Loads a file of any supported type as a `Draft` or a `Report`."""

from __future__ import annotations

from gaohang_viewer.loading.encodings import ENCODINGS
from gaohang_viewer.loading.errors import CannotOpen, Reason
from gaohang_viewer.loading.file_reader import Options, open_beginning, open_draft, open_report

__all__ = ["ENCODINGS", "CannotOpen", "Options", "Reason", "open_beginning", "open_draft", "open_report"]
