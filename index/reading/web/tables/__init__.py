"""Read the tables of a page."""
