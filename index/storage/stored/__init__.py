"""What is read of a stored index: articles, passages, overviews, and where words stand."""
