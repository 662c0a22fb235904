"""A file becomes articles: formats, encodings, cleaning. Nothing here knows the store."""
