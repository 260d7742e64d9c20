"""Choosing sections, and bringing them to paper: as a PDF file, or through the system's printers."""
