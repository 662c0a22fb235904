"""English of questions about a collection of articles."""
