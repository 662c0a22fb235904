"""Answers about the articles themselves, out of what was noted at indexing."""
