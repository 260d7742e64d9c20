"""The open file: reads and watches it, edits its outline, and keeps the reader's position."""
