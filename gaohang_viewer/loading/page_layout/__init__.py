"""Assembles the characters on pages to lines, paragraphs, tables and headings, for formats that have pages."""

from __future__ import annotations

from gaohang_viewer.loading.page_layout.assemble import Layout, OutlineEntry
from gaohang_viewer.loading.page_layout.page import UNREADABLE, Character, Page, Picture, Rule, Tag

__all__ = ["UNREADABLE", "Character", "Layout", "OutlineEntry", "Page", "Picture", "Rule", "Tag"]
