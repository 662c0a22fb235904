"""The pages beside the chat: the list of articles, the search, the settings."""
