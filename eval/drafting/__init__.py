"""Draft questions over somebody's own articles, to be read and corrected by a person."""
