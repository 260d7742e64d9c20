"""Finds figures in a section: the number, its unit and what it counts."""
