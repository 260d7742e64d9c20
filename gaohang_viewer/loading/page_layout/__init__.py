"""Assembles the characters on pages to paragraphs, tables and headings, for formats with pages."""

from __future__ import annotations

from gaohang_viewer.loading.page_layout.assemble import Layout
from gaohang_viewer.loading.page_layout.page import (
    UNREADABLE,
    Character,
    OutlineEntry,
    Page,
    Picture,
    Rule,
    Tag,
)

__all__ = ["UNREADABLE", "Character", "Layout", "OutlineEntry", "Page", "Picture", "Rule", "Tag"]
