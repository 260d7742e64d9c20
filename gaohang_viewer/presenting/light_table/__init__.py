"""The page on which slides are viewed, hidden, moved and reworded."""
