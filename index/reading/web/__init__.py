"""Read web pages: what they show, block by block, without their frame."""
