"""The reader of .odt files."""
