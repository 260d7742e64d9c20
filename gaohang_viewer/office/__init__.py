"""Writes a report as a file of office programs: a Word document, a PowerPoint presentation. No Qt."""
