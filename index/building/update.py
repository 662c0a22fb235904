"""Take the files of a folder into the store: what is new, changed, gone, skipped, a duplicate, boilerplate. No embedding yet."""

import hashlib
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
    common: dict[tuple[int, str], bool] = field(
        default_factory=dict
    )  # whether most articles of a site have a line
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
            self.store.restamp(file, stamp)
            return
        before = self.store.sources_of(file)
        seen: set[str] = set()
        skipped: list[Skipped] = []
        for item in raw_articles(path, file, self.options):
            outcome = self._take_article(item, file) if isinstance(item, RawArticle) else item
            if isinstance(outcome, Skipped):
                skipped.append(outcome)
            if not isinstance(outcome, Skipped) or (
                not outcome.gone and before.get(outcome.source, ("", None))[1]
            ):
                seen.add(item.source)
        unread = any(
            item.source == file and not item.gone for item in skipped
        )  # the whole file: its articles stay
        self._drop(
            [
                source
                for source, (_, article_id) in before.items()
                if source not in seen and not (unread and article_id)
            ]
        )
        if skipped and path.suffix.lower() == ".jsonl":
            sha256 = ""  # lines that were skipped are tried again, other limits may hold
        self.store.note_file(file, sha256, stamp if sha256 else "", skipped)

    def _take_article(self, item: RawArticle, file: str) -> Skipped | None:
        if self.store.is_current(item.source, item.sha256):
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
        self.store.near.add(article.id, bands)
        site = (
            f"{file}#"
            if article.source != file
            else article.source[: article.source.rfind("/") + 1]
        )
        self.store.lines.add(
            article.id, site, repeatable_lines(article.title, article.text, article.links)
        )
        self.pending[article.id] = None
        return None

    def _duplicate_of(self, article: ReadArticle, key: int, bands: list[int]) -> tuple[str, str]:
        """Return the kind of duplicate and the id of the article that is stored for it, or empty words."""
        if found := self.store.with_text(key):
            return self._note_duplicate(article, "exact", *found)
        for likely in self.store.near.likely(bands, _COMPARED):
            stored = self.store.article(likely)
            if stored and is_near_duplicate(article.text, stored.text):
                return self._note_duplicate(article, "near", stored.id, stored.source)
        return "", ""

    def _note_duplicate(
        self, article: ReadArticle, kind: str, other_id: str, source: str
    ) -> tuple[str, str]:
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
            repeated = {
                line
                for line, site in self.store.lines.of(article_id)
                if self._is_repeated(line, site)
            }
            stored = self.store.article(article_id) if repeated else None
            shorter, changes = without_lines(stored.text, repeated) if stored else ("", [])
            if changes:
                self.store.replace_text(article_id, shorter)
                self.store.add_changes(article_id, changes)

    def _is_repeated(self, line: int, site: str) -> bool:
        """Tell whether most articles of the folder, or of one above it, have a line."""
        above = [site[: place + 1] for place, char in enumerate(site) if char == "/"]
        return any(self._is_common(line, part) for part in dict.fromkeys((site, *reversed(above))))

    def _is_common(self, line: int, site: str) -> bool:
        if (line, site) not in self.common:
            having = self.store.lines.having(line, site)
            if site not in self.sizes and having >= MIN_ARTICLES:
                self.sizes[site] = self.store.lines.articles(site)
            self.common[line, site] = having >= MIN_ARTICLES and having > MOST * self.sizes[site]
        return self.common[line, site]


def hash_of(path: Path) -> str:
    """Return the SHA-256 of a file, or nothing when it cannot be read."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""
