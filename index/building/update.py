"""Take the files of a folder into the store: what is new, changed, gone, skipped, a duplicate, boilerplate. No embedding yet."""

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from index.building.duplicates import band_keys, is_near_duplicate, text_key
from index.cleaning.boilerplate import MIN_ARTICLES, MOST, repeatable_lines, without_lines
from index.reading.files import Listing, ReadOptions, by_source, stamp_of
from index.reading.readers import RawArticle, ReadArticle, Skipped, raw_articles
from index.storage.writing import WritableStore

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
    common: dict[tuple[int, str], bool] = field(default_factory=dict)  # whether most articles of a site have a line
    sizes: dict[str, int] = field(default_factory=dict)  # the articles of a site
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
        while orphans := self.store.orphans():
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
        self.store.remove(article.source)
        self.read.append(article.source)
        bands = band_keys(article.text)
        kind, same_as = self._duplicate_of(article, key, bands)
        if same_as:
            self.store.add_duplicate(article, file, kind, same_as)
            return None
        self.store.add(article, file, key)
        self.store.write_rows("INSERT INTO near VALUES (?, ?)", [(band, article.id) for band in bands])
        site = f"{file}#" if article.source != file else article.source[: article.source.rfind("/") + 1]
        lines = repeatable_lines(article.title, article.text, article.links)
        self.store.write_rows("INSERT INTO edges VALUES (?, ?, ?)", [(line, site, article.id) for line in lines])
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
            self.store.remove(source)
            self.removed.append(source)

    def _is_too_large(self, path: Path) -> bool:
        try:
            return path.suffix.lower() != ".jsonl" and path.stat().st_size > self.options.max_bytes
        except OSError:  # it is gone since the folder was listed
            return False

    def _drop_boilerplate(self) -> None:
        """Drop what most articles of a site repeat, and what says nothing, from the new and changed ones."""
        for article_id in self.pending:
            lines = self.store.rows("SELECT line, site FROM edges WHERE article_id = ?", article_id)
            repeated = {int(str(line)) for line, site in lines if self._is_repeated(int(str(line)), str(site))}
            (text,) = self.store.row("SELECT text FROM articles WHERE id = ?", article_id) or ("",)
            shorter, changes = without_lines(str(text), repeated) if repeated else ("", [])
            if changes:
                self.store.write_rows("UPDATE articles SET text = ? WHERE id = ?", [(shorter, article_id)])
                self.store.add_changes(article_id, changes)

    def _is_repeated(self, line: int, site: str) -> bool:
        """Tell whether most articles of the folder, or of one above it, have a line."""
        above = [site[: place + 1] for place, char in enumerate(site) if char == "/"]
        return any(self._is_common(line, part) for part in dict.fromkeys((site, *reversed(above))))

    def _is_common(self, line: int, site: str) -> bool:
        if (line, site) not in self.common:
            having = self._count("edges WHERE line = ? AND site", site, line)
            if site not in self.sizes and having >= MIN_ARTICLES:
                self.sizes[site] = self._count("sources WHERE kind = 'own' AND source", site)
            self.common[line, site] = having >= MIN_ARTICLES and having > MOST * self.sizes[site]
        return self.common[line, site]

    def _count(self, of: str, site: str, *values: int) -> int:
        found = self.store.row(f"SELECT count(*) FROM {of} BETWEEN ? AND ?", *values, site, site + chr(0x10FFFF))
        return int(str((found or (0,))[0]))


def hash_of(path: Path) -> str:
    """Return the SHA-256 of a file, or nothing when it cannot be read."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""
