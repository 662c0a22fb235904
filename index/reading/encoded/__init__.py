"""What tells in which encoding a text is written."""
