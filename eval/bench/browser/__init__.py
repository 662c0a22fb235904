"""What is seen in a browser, and when."""
