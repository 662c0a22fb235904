"""A sentence taken apart: pieces, their forms, verbs."""
