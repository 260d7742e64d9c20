"""Forms of paper: official layout, reading edition, comparison and annexes."""
