"""Read which folders and files the store was made of."""

from pathlib import Path

from index.reading.roots import Roots
from index.storage.database import Database

_INSIDE = """SELECT DISTINCT article_id FROM sources
WHERE file >= ? AND file < ? AND article_id NOT NULL"""
# What `rtrim` takes away is every character but the slash: the name of the file.
_FOLDERS = """SELECT DISTINCT rtrim(file, replace(file, '/', '')) FROM sources
WHERE article_id NOT NULL"""


class StoredFiles(Database):
    """The folders that the last build looked into, and what it saw of their files."""

    def roots(self) -> Roots:
        """Return the folders that the last build looked into."""
        return Roots.from_json(self.meta().get("roots"), self.path.parent)

    def seen(self) -> set[Path]:
        """Return where those folders are; the library only while something of it is indexed."""
        roots = self.roots()
        used = {roots.library.folder} if self.inside(f"{roots.library.name}/") else set()
        return used.union(roots.folders)

    def inside(self, folder: str) -> set[str]:
        """Return the articles that a file below a folder holds, a duplicate's too.

        The folder is written as sources are, with a slash at its end.
        """
        after = folder[:-1] + "0"  # "0" comes next after "/"
        with self._readable():
            return {row[0] for row in self._db.execute(_INSIDE, (folder, after))}

    def folders(self) -> set[str]:
        """Return the folders that files with articles lie in, with a slash at their end."""
        with self._readable():
            return {row[0] for row in self._db.execute(_FOLDERS)}

    def skipped(self) -> list[tuple[str, str]]:
        """Return what the last build skipped, with the reason."""
        with self._readable():
            return self._db.execute("SELECT source, reason FROM skipped ORDER BY source").fetchall()

    def files(self) -> dict[str, tuple[str, str]]:
        """Map each file that the last build saw to its SHA-256 and its stamp."""
        with self._readable():
            rows = self._db.execute("SELECT file, sha256, stamp FROM files")
            return {file: (sha256, stamp) for file, sha256, stamp in rows}

    def hashes(self) -> dict[str, str]:
        """Map each file that the last build saw to its SHA-256; "" for one to be read again."""
        return {file: sha256 for file, (sha256, _) in self.files().items()}
