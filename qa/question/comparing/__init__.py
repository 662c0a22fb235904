"""Questions that compare, order and reckon: their sides, and what is done with both."""
