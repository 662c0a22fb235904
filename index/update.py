"""Take the files of a folder into the store: what is new, changed, gone, skipped, a duplicate, boilerplate. No embedding yet."""

import hashlib
import math
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from index.boilerplate import MIN_ARTICLES, MIN_SHARE, edge_lines, without_lines
from index.duplicates import band_keys, is_near_duplicate, text_key
from index.files import Listing, ReadOptions, by_source, stamp_of
from index.readers import RawArticle, ReadArticle, Skipped, raw_articles
from index.writing import WritableStore

_COMPARED = 50  # articles at most, the likeliest first: thousands may be made from one template

Progress = Callable[[str, int, int], None]  # what is done now, steps done, steps in all


def silent(_what: str, _done: int, _total: int) -> None:
    """Report nothing."""


@dataclass(frozen=True, slots=True)
class Duplicate:
    """An article that says what another one says: `kind` is `exact` or `near`."""

    source: str
    kind: str
    same_as: str


@dataclass(slots=True)
class Update:
    """What has been taken in so far: `read` are the sources of new and changed articles, `pending` the ids of those to embed."""

    store: WritableStore
    folder: Path
    options: ReadOptions
    read: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    duplicates: list[Duplicate] = field(default_factory=list)
    pending: dict[str, None] = field(default_factory=dict)
    loose: set[int] = field(default_factory=set)  # boilerplate lines of removed articles, which may have been the ones that kept them
    progress: Progress = silent

    def take(self, listing: Listing) -> None:
        """Bring files and articles of the store up to the folder, then read again what lost the article it was a duplicate of."""
        paths = by_source(listing.files, self.folder)
        known = self.store.files()
        for file in sorted(known.keys() - paths.keys()):
            self._drop(self.store.sources_of(file))
            self.store.forget_file(file)
        for done, (file, path) in enumerate(paths.items(), 1):
            sha256, stamp = known.get(file, ("", ""))
            if not stamp or stamp != stamp_of(path) or self._is_too_large(path):
                self._take_file(file, path, sha256)
            self.progress("Reading articles", done, len(paths))
        while orphans := self._orphans():
            for file in orphans:
                self._take_file(file, paths[file], "")
        self._drop_boilerplate()

    def _take_file(self, file: str, path: Path, known_sha256: str) -> None:
        """Take in what changed of one file; what of it cannot be read now keeps its last good version."""
        stamp = stamp_of(path)
        sha256 = "" if self._is_too_large(path) else hash_of(path)
        if sha256 and sha256 == known_sha256:
            self.store.write_rows("UPDATE files SET stamp = ? WHERE file = ?", [(stamp, file)])
            return
        before = self.store.sources_of(file)
        seen: set[str] = set()
        skipped: list[Skipped] = []
        for item in raw_articles(path, file, self.options):
            outcome = self._take_article(item, file) if isinstance(item, RawArticle) else item
            if isinstance(outcome, Skipped):
                skipped.append(outcome)
            if not isinstance(outcome, Skipped) or (not outcome.gone and before.get(outcome.source, ("", None))[1]):
                seen.add(item.source)
        unread = any(item.source == file and not item.gone for item in skipped)  # the whole file: its articles stay
        self._drop([source for source, (_, article_id) in before.items() if source not in seen and not (unread and article_id)])
        if skipped and path.suffix.lower() == ".jsonl":
            sha256 = ""  # lines that were skipped are tried again, other limits may hold
        self.store.note_file(file, sha256, stamp if sha256 else "", skipped)

    def _take_article(self, item: RawArticle, file: str) -> Skipped | None:
        if self.store.row("SELECT 1 FROM sources WHERE source = ? AND sha256 = ? AND article_id NOT NULL", item.source, item.sha256):
            return None
        article = item.read()
        if isinstance(article, Skipped):
            return article
        key = text_key(article.title, article.text)
        self._remove(article.source)
        self.read.append(article.source)
        bands = band_keys(article.text)
        kind, same_as = self._duplicate_of(article, key, bands)
        if same_as:
            self.store.add_duplicate(article, file, kind, same_as)
            return None
        self.store.add(article, file, key)
        self.store.write_rows("INSERT INTO near VALUES (?, ?)", [(band, article.id) for band in bands])
        edges = edge_lines(article.title, article.text)
        self.store.write_rows("INSERT INTO edges (line, article_id) VALUES (?, ?)", [(line, article.id) for line in edges])
        self.pending[article.id] = None
        return None

    def _duplicate_of(self, article: ReadArticle, key: int, bands: list[int]) -> tuple[str, str]:
        """Return the kind of duplicate and the id of the article that is stored for it, or empty words."""
        if found := self.store.row("SELECT id, source FROM articles WHERE text_key = ? LIMIT 1", key):
            return self._note_duplicate(article, "exact", *map(str, found))
        shared = Counter(
            row[0] for band in bands for row in self.store.rows("SELECT article_id FROM near WHERE key = ? LIMIT ?", band, _COMPARED)
        )
        for likely, _ in shared.most_common(_COMPARED):
            ((other_id, source, text),) = self.store.rows("SELECT id, source, text FROM articles WHERE id = ?", likely)
            if is_near_duplicate(article.text, str(text)):
                return self._note_duplicate(article, "near", str(other_id), str(source))
        return "", ""

    def _note_duplicate(self, article: ReadArticle, kind: str, other_id: str, source: str) -> tuple[str, str]:
        self.duplicates.append(Duplicate(article.source, kind, source))
        return kind, other_id

    def _drop(self, sources: Iterable[str]) -> None:
        for source in sorted(sources):
            self._remove(source)
            self.removed.append(source)

    def _remove(self, source: str) -> None:
        query = "SELECT e.line FROM edges e JOIN articles a ON a.id = e.article_id WHERE a.source = ? AND e.dropped = 0"
        self.loose |= {int(str(row[0])) for row in self.store.rows(query, source)}
        self.store.remove(source)

    def _orphans(self) -> list[str]:
        """Return the files to read again: of duplicates without their article, and of one article for each line that nobody keeps now."""
        query = """SELECT a.source FROM edges e JOIN articles a ON a.id = e.article_id WHERE e.line = ?
            AND NOT EXISTS (SELECT 1 FROM edges WHERE line = e.line AND dropped = 0) ORDER BY a.source LIMIT 1"""
        while self.loose:
            if holder := self.store.row(query, self.loose.pop()):
                self.store.unsettle(str(holder[0]))
        return self.store.orphans()

    def _is_too_large(self, path: Path) -> bool:
        try:
            return path.suffix.lower() != ".jsonl" and path.stat().st_size > self.options.max_bytes
        except OSError:  # it is gone since the folder was listed
            return False

    def _drop_boilerplate(self) -> None:
        """Drop the lines that many articles repeat from the new and changed ones, but for the last article that has one."""
        held = {article_id: self._lines_of(article_id) for article_id in self.pending}
        total = int(str((self.store.row("SELECT count(*) FROM articles") or (0,))[0]))
        enough = max(MIN_ARTICLES, math.ceil(MIN_SHARE * total))
        left = {line: self._keepers(line, enough) for line in set().union(*held.values())}
        for article_id, lines in held.items():
            repeated = {line for line in lines if left[line] > 1}
            for line in self._drop_lines(article_id, repeated) if repeated else ():
                left[line] -= 1

    def _lines_of(self, article_id: str) -> set[int]:
        return {int(str(row[0])) for row in self.store.rows("SELECT line FROM edges WHERE article_id = ? AND dropped = 0", article_id)}

    def _keepers(self, line: int, enough: int) -> int:
        """Count the articles that have a line in their text, when `enough` had it at first; else 0."""
        had = len(self.store.rows("SELECT 1 FROM edges WHERE line = ? LIMIT ?", line, enough))
        return len(self.store.rows("SELECT 1 FROM edges WHERE line = ? AND dropped = 0", line)) if had == enough else 0

    def _drop_lines(self, article_id: str, lines: set[int]) -> set[int]:
        """Drop lines from an article and return them; none when it would lose half of its text."""
        (text,) = self.store.row("SELECT text FROM articles WHERE id = ?", article_id) or ("",)
        shorter, changes = without_lines(str(text), lines)
        if changes:
            self.store.write_rows("UPDATE articles SET text = ? WHERE id = ?", [(shorter, article_id)])
            self.store.write_rows("UPDATE edges SET dropped = 1 WHERE article_id = ? AND line = ?", [(article_id, line) for line in lines])
            self.store.add_changes(article_id, changes)
        return lines if changes else set()


def hash_of(path: Path) -> str:
    """Return the SHA-256 of a file, or nothing when it cannot be read."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""
