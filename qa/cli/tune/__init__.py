"""The `wellspring tune` commands."""
