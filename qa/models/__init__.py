"""The published models: which are known, where a whole copy of each is, and how one is fetched."""
