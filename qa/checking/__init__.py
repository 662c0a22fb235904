"""Whether evidence says what a sentence says."""
