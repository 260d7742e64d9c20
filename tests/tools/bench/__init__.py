"""Measures the program from outside against the least that could do the same: `python -m tests.tools.bench --help`."""
