"""Words and numbers in a text."""
