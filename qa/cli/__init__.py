"""The `wellspring` command, one file a group of commands. Only here anything is printed."""
