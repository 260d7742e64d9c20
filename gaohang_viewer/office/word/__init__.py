"""Writes a report as a Word document."""
