"""What changes the folder of articles. Knows no HTTP."""
