"""How versions of one thing are told, asked for and spoken of."""
