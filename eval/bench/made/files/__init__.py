"""Files in every format, made of pieces whose text is known."""
