"""What an article is about and what it tells of itself, out of its text and vectors."""
