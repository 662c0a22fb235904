"""Let a generator write an answer, and look at what it wrote before anyone sees it."""
