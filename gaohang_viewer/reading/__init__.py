"""The reading desk: the tree of sections beside the rich-text pane, and the search in them."""
