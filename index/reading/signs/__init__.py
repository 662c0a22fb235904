"""Write signs that say something by their place above or below the line."""
