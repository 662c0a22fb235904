"""Articles in, ranked passages out. Knows no language model and no HTTP."""
