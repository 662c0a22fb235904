"""A Word file becomes text: its parts, styles, numbers, tables, notes and equations."""
