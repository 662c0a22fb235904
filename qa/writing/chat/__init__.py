"""What a model that was not tuned here is asked for an answer, and how its answer is read."""
