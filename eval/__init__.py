"""Known questions, asked through the real pipeline and measured."""
