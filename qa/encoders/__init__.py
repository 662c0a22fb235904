"""Published encoders that were trained on: their changes, and how quickly they run."""
