"""What questions ask to be reckoned with rows of a table or figures of a sentence, by rule."""
