"""The `wellspring eval` commands."""
