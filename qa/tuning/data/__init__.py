"""What trainers learn from: records, examples, written answers, and ways to change them."""
