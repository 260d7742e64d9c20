"""Typesets a report as PDF with Typst: printed forms and slides."""
