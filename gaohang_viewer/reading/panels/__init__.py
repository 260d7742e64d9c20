"""Side panels: key figures and notes on the file."""
