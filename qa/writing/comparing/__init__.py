"""What is reckoned, ordered and bounded by code: the numbers and dates of several quotes."""
