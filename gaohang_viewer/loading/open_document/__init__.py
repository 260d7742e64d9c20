"""Reads text documents of LibreOffice and WPS (.odt): OpenDocument as ISO/IEC 26300 describes it."""

from __future__ import annotations

from gaohang_viewer.loading.open_document.body import NotOpenDocument, read_open_document

__all__ = ["NotOpenDocument", "read_open_document"]
