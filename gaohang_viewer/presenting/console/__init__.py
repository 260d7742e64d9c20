"""The presenter console: what the speaker alone sees."""
