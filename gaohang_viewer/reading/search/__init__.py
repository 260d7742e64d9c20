"""The search in the open report: its field and the list of hits."""
