"""What was written for this project to learn from."""
