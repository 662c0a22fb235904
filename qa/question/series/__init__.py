"""What a question asks over a series of articles."""
