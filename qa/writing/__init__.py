"""From evidence to the sentences that are shown, each proven."""
