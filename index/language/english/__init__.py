"""English: its words, numbers, dates, units, and what questions and claims are made of."""

CODE = "en"  # by which libraries know the language
