"""What of a text is repaired, and what says nothing and goes, each with its proof."""
