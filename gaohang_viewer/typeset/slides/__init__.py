"""The deck: the slides of a report, the user's edits of them, and their typesetting."""
