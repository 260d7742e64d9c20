"""Writes a deck as a PowerPoint presentation."""
