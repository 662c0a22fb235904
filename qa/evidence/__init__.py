"""Which sentences answer, and how sure that is."""
