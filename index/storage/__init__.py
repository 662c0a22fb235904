"""What is kept: the only place with SQL."""
