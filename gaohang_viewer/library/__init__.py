"""A folder of many reports: what is known of each, and where words are found in all of them."""
