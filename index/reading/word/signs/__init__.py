"""What Word writes in ways of its own, in a line of text: equations, powers, numbers, symbols."""
