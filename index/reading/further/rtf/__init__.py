"""The reader of .rtf files."""
