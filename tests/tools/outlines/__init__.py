"""Scores what is read of real reports: outlines, small cases, front matter."""
