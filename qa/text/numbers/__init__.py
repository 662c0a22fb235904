"""Numbers in a text: quantities with their scale, unit and sign, and dates in all their forms."""
