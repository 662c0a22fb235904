"""Read marks in the text: Markdown, formulas in TeX."""
