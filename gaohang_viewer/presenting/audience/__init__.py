"""The window that the audience sees: the slide, ink, pointers and overlays."""
