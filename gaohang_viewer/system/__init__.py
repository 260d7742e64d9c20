"""The operating system: desktop entries, the error log, child processes."""
