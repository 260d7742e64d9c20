"""Changes to finished PDF files: pages on sheets, page ranges, tags."""
