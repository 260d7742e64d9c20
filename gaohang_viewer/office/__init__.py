"""Writes a report as a Word document or a PowerPoint presentation."""
