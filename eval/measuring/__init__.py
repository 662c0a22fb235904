"""Judge answers: pure functions over texts, ranks and rows."""
