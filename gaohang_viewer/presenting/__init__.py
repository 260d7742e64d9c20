"""The show: the audience window and what moves it."""
