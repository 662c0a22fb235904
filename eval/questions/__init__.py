"""Known questions and the articles that they are about: ours, public sets, and people's own."""
