"""The report: immutable values, and pure functions that read, search, compare and edit them."""
