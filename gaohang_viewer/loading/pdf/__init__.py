"""Reads PDF files (ISO 32000-1) that hold text; in a child process, as PDFium is not thread-safe."""
