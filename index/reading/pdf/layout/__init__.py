"""Words become lines, tables and columns, by where they stand on a page."""
