"""Reads Rich Text Format (.rtf, version 1.9.1), with the numbers that the writer printed in it."""

from __future__ import annotations

from gaohang_viewer.loading.rtf.reader import read_rtf

__all__ = ["read_rtf"]
