"""The stand-alone folder: its recipe, what starts in it, and the tool that makes it."""
