"""The library in the window: its reports, the search in them, and comparisons."""
