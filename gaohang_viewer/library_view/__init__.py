"""The library in the window: its reports, and what is found in them."""
