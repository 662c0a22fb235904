"""The ways to answer: each kind of question has its own."""
