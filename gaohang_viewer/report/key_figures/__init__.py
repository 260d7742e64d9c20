"""Finds key figures: numbers with their unit and what they count."""
