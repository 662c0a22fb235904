"""Where questions come in, whoever asks: answered once, in turn, kept."""
