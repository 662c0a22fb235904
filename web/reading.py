"""What the article view shows of an article besides its text: its outline and its passages."""

import re
import sqlite3
from contextlib import closing
from pathlib import Path

_HEADING = re.compile(r"^(#{1,6})[ \t]+(\S.*)$", re.M)


def outline(text: str) -> list[dict[str, object]]:
    """Return the Markdown headings of a text with their depth and place."""
    return [
        {"depth": len(match[1]), "text": match[2].strip(" #"), "start": match.start(2), "end": match.end(2)}
        for match in _HEADING.finditer(text)
    ]


def passage_ranges(index_file: Path, article_id: str) -> list[dict[str, int]]:
    """Return the ranges of the passages that an article was cut into, in order."""
    with closing(sqlite3.connect(f"{index_file.resolve().as_uri()}?mode=ro", uri=True, timeout=10)) as db:
        rows = db.execute("SELECT start, end, tokens FROM passages WHERE article_id = ? ORDER BY start", (article_id,))
        return [{"start": start, "end": end, "tokens": tokens} for start, end, tokens in rows]
