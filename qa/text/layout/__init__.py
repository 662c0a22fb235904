"""How a text is laid out: what stands below what."""
