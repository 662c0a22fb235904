"""What pages are made of: templates, words, styles and scripts, and small helps."""
