"""The text of the report as one continuous page."""
