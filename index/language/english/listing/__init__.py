"""Words of questions for what a list or a table holds."""
