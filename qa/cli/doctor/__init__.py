"""The `wellspring doctor` command."""
