"""The reading view: the tree of sections beside the report's text, and the search in them."""
