"""Open the SQLite file of the index."""

import os
import sqlite3
from pathlib import Path


def connect(path: Path) -> sqlite3.Connection:
    """Open the file to read.

    In a folder that cannot be written, where nobody can write, as a file that stays as it is.
    """
    pending = path.with_name(path.name + "-wal")
    writable = os.access(path.parent, os.W_OK, effective_ids=os.access in os.supports_effective_ids)
    frozen = not writable and not (pending.is_file() and pending.stat().st_size)
    place = f"{path.resolve().as_uri()}?mode=ro&immutable=1" if frozen else path.resolve().as_uri()
    db = sqlite3.connect(place, uri=True, check_same_thread=False, isolation_level=None, timeout=10)
    # SQLite tells the page size: to open the file here, beside it, would on closing drop the locks
    # of this process' other connections. It would read zeros for what is missing of the last page.
    if path.stat().st_size % db.execute("PRAGMA page_size").fetchone()[0]:
        db.close()
        raise sqlite3.DatabaseError("it ends within a page")
    # SQLite's own LIKE and lower() know the case of a to z only.
    db.create_function("holds", 2, _holds, deterministic=True)
    return db


def _holds(text: str, words: str) -> bool:
    """Tell whether a text holds all of some words, in small letters and separated by spaces."""
    folded = text.casefold()
    return all(word in folded for word in words.split())
