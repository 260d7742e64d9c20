"""The find bar and the list of hits."""
