"""Prints chosen sections, and exports them as files."""
