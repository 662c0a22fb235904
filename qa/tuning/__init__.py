"""How the trained weights were made, to be run again: data, training, run card."""
