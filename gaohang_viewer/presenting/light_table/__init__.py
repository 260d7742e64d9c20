"""The page on which slides are looked through, hidden, moved and reworded."""
