"""Reads PDF files (ISO 32000-1) that hold text, in a child process."""

from __future__ import annotations

from gaohang_viewer.loading.pdf.process import read_pdf
from gaohang_viewer.loading.pdf.refused import Refused

__all__ = ["Refused", "read_pdf"]
