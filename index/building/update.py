"""Take the files of folders into the store: what is new, changed, gone, skipped, a duplicate.

Boilerplate is dropped once all files are in. Nothing is embedded yet.
"""

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from index.building.duplicates import band_keys, is_near_duplicate, text_key
from index.building.repeated import Repeated
from index.reading.files import ReadOptions, stamp_of
from index.reading.readers import RawArticle, ReadArticle, Skipped, article_id, raw_articles
from index.reading.roots import Contents
from index.storage.removals import Removals
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
    """What has been taken in so far.

    `read` are the sources of new and changed articles, `pending` the ids of those to embed.
    """

    store: WritableStore
    options: ReadOptions
    removals: Removals = field(default_factory=Removals)
    read: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    duplicates: list[Duplicate] = field(default_factory=list)
    pending: dict[str, None] = field(default_factory=dict)
    progress: Progress = silent
    repeated: Repeated = field(init=False)

    def __post_init__(self) -> None:
        """Begin to note lines."""
        self.repeated = Repeated(self.store)

    def take(self, contents: Contents) -> None:
        """Bring files and articles of the store up to the folders.

        What lost the article that it was a duplicate of is then read again.
        """
        self._hide()
        known, paths = self.store.files(), contents.files
        for file in sorted(filter(contents.lacks, known)):
            self._drop_file(file)
        for file, reason in contents.unread.items():
            self.store.notes.keep(file, "", "", [Skipped(file, reason)])
        for done, (file, path) in enumerate(paths.items(), 1):
            sha256, stamp = known.get(file, ("", ""))
            if not stamp or stamp != stamp_of(path) or self._is_too_large(path):
                self._take_file(file, path, sha256)
            self.progress("Reading articles", done, len(paths))
        while orphans := self.store.notes.orphans():
            for file in orphans:
                if file in paths:
                    self._take_file(file, paths[file], "")
                else:  # its folder cannot be looked into; it is new once that is back
                    self._drop_file(file)
        self.repeated.drop(self.pending)

    def _hide(self) -> None:
        """Drop what people removed though its files are there."""
        for source, file in self.store.notes.files_of(self.removals.sources).items():
            self._drop([source])
            self.store.notes.read_again(file)
        for removal in self.removals.every:
            if removal.instead:
                for source, sha256 in removal.sources.items():
                    self.store.former.replace(article_id(source), removal.instead, sha256)

    def _drop_file(self, file: str) -> None:
        self._drop(self.store.notes.sources_of(file))
        self.store.notes.forget(file)

    def _take_file(self, file: str, path: Path, known_sha256: str) -> None:
        """Take in what changed of one file.

        What of it cannot be read now keeps its last good version.
        """
        stamp = stamp_of(path)
        sha256 = "" if self._is_too_large(path) else hash_of(path)
        if sha256 and sha256 == known_sha256:
            self.store.notes.restamp(file, stamp)
            return
        before = self.store.notes.sources_of(file)
        answering = {source for source, (_, article_id) in before.items() if article_id}
        seen: set[str] = set()
        skipped: list[Skipped] = []
        for item in raw_articles(path, file, self.options):
            if isinstance(item, RawArticle) and self.removals.hides(item.source, item.sha256):
                sha256 = ""  # it is looked at by each build, until somebody wants it back
                continue
            outcome = self._take_article(item, file) if isinstance(item, RawArticle) else item
            if outcome is None:
                seen.add(item.source)
            else:
                skipped.append(outcome)
        stay = {item.source for item in skipped if not item.gone}
        if file in stay:  # nothing of it can be read now
            stay |= answering
        self._drop(before.keys() - seen - (stay & answering))
        if skipped and path.suffix.lower() == ".jsonl":
            sha256 = ""  # lines that were skipped are tried again, other limits may hold
        self.store.notes.keep(file, sha256, stamp if sha256 else "", skipped)

    def _take_article(self, item: RawArticle, file: str) -> Skipped | None:
        """Take in one article; return why not where it cannot be read."""
        if self.store.notes.is_current(item.source, item.sha256):
            return None
        article = item.read()
        if isinstance(article, Skipped):
            return article
        key, bands = text_key(article.title, article.text), band_keys(article.text)
        self.store.remove(article.source)
        self.read.append(article.source)
        kind, same_as = self._duplicate_of(article, key, bands)
        if same_as:
            self.store.add_duplicate(article, file, kind, same_as)
            return None
        self.store.add(article, file, key)
        self.store.near.add(article.id, bands)
        self.repeated.note(article, file)
        self.pending[article.id] = None
        return None

    def _duplicate_of(self, article: ReadArticle, key: int, bands: list[int]) -> tuple[str, str]:
        """Return the kind of duplicate and the id of the article stored for it, or empty words."""
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


def hash_of(path: Path) -> str:
    """Return the SHA-256 of a file, or nothing when it cannot be read."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""
