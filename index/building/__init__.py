"""A folder becomes an index: list, compare with what is stored, read, cut, embed, commit."""
