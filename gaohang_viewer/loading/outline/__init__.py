"""Finds the outline of a source: its headings and their levels, and the title block."""
