"""Printed forms with the report's text: official layout, reading edition, comparison and annexes."""
