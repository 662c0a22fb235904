"""Plain statements that questions can be made of."""
