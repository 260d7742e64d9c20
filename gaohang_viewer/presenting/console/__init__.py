"""The presenter console, which only the speaker sees."""
