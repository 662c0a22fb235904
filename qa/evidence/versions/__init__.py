"""Which of several versions of one thing answers: the one that a question means, or that holds."""
