"""Shows the report's headlines as slides: the audience window, the presenter console and the slides page."""
