"""What programs that people chat with say to a model in English."""
