"""Reads web pages: the main content or the whole page, in document order."""

from __future__ import annotations

from gaohang_viewer.loading.web.page import read_fragment, read_page

__all__ = ["read_fragment", "read_page"]
