"""Reads files whose readers may be crashed or exhausted by them in a child process, which is bounded."""

from __future__ import annotations

from gaohang_viewer.loading.reader_process.process import read_in_child
from gaohang_viewer.loading.reader_process.refused import Refused

__all__ = ["Refused", "read_in_child"]
