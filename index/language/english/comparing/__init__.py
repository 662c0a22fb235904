"""What compares two sides, in English."""
