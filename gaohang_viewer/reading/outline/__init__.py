"""The tree of sections."""
