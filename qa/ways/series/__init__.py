"""Questions over a series of articles: monthly reports, minutes, newsletters."""
