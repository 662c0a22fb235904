"""Read articles from files, each format by its own reader, and clean them."""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from index.cleaning.cleaning import Change, clean_with_pages, repaired
from index.reading.extracted import UnusableError, readable, storable, whole
from index.reading.files import DEFAULTS, ReadOptions, list_folder, source_of
from index.reading.formats import MARKUP, SUFFIXES, reader_of
from index.reading.further.formats import Reader
from index.reading.text_format import numbered_lines, read_record, record_id
from index.reading.titles import shortened, title_of
from index.types import Pages
from index.unread import Unread

__all__ = [
    "SUFFIXES",
    "RawArticle",
    "ReadArticle",
    "Skipped",
    "article_id",
    "iter_articles",
    "raw_articles",
    "source_of",
]


@dataclass(frozen=True, slots=True)
class ReadArticle:
    """An article as read from its file, before it is stored.

    `sha256` is of the file's bytes (of .jsonl, of the line's). `links` are the lines of the text
    that are nothing but links by their markup. `pages` is where in the text each page begins or
    goes on, in a format that has pages.
    """

    id: str
    title: str
    text: str
    source: str
    sha256: str
    changes: tuple[Change, ...]
    published: str | None = None
    url: str | None = None
    links: frozenset[str] = frozenset()
    pages: Pages = ()
    author: str | None = None


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file, or a line of one, that could not be read, and why.

    `gone`: it can, but its text is no more.
    """

    source: str
    reason: str
    gone: bool = False

    @property
    def code(self) -> Unread:
        """Return why, as a word for programs."""
        return Unread.of(self.reason)


@dataclass(frozen=True, slots=True)
class RawArticle:
    """The bytes of an article, not yet read."""

    source: str
    raw: bytes
    sha256: str
    extract: Reader
    emptied: bool  # no text means that somebody took it out; in markup it may as well be damage

    def read(self) -> ReadArticle | Skipped:
        """Extract, clean and title the article, or say why it cannot be used."""
        try:
            with readable(Unread.UNREADABLE):
                return self._read()
        except UnusableError as error:
            return Skipped(self.source, error.reason, error.gone)

    def _read(self) -> ReadArticle:
        extracted = storable(self.extract(self.raw))
        text, changes, pages = clean_with_pages(extracted.text, extracted.pages)
        if not any(char.isalnum() for char in text):
            raise UnusableError(Unread.NO_TEXT, gone=self.emptied)
        links = frozenset(repaired(line, []) for line in extracted.links)
        given = repaired(extracted.title, []) if extracted.title else ""
        named = any(char.isalnum() for char in given)
        return ReadArticle(
            id=article_id(self.source),
            title=shortened(given) if named else title_of(text, links),
            text=text,
            source=self.source,
            sha256=self.sha256,
            changes=(*extracted.changes, *changes),
            published=extracted.published,
            url=extracted.url,
            links=links,
            pages=pages,
            author=extracted.author,
        )


def article_id(source: str) -> str:
    """Make the id of an article from its source.

    It is readable, safe in a URL, and the same on every machine.
    """
    slug = re.sub(r"[^a-z0-9]+", "-", Path(source).stem.lower()).strip("-")[:40] or "article"
    digest = hashlib.sha256(source.encode("utf-8", "surrogateescape")).hexdigest()
    return f"{slug}-{digest[:12]}"


def raw_articles(
    path: Path, source: str, options: ReadOptions = DEFAULTS
) -> Iterator[RawArticle | Skipped]:
    """Yield what a file holds, or why it is skipped: one article, of .jsonl one for each line."""
    suffix = path.suffix.lower()
    try:
        if whole(str(path)) != str(path):
            yield Skipped(source, Unread.NAME_NOT_UTF_8.said())
        elif suffix == ".jsonl":
            yield from _lines(path, source, options.max_bytes)
        elif path.stat().st_size > options.max_bytes:
            yield Skipped(source, _too_large(options.max_bytes))
        else:
            yield _raw(source, path.read_bytes(), reader_of(suffix), markup=suffix in MARKUP)
    except OSError as error:
        yield Skipped(source, Unread.UNREADABLE.said(error.strerror or str(error)))


def _lines(path: Path, source: str, max_bytes: int) -> Iterator[RawArticle | Skipped]:
    """Yield the articles of a .jsonl file, one line in memory at a time.

    An article is named by its `id`, else its line number.
    """
    names: set[str] = set()
    number = 0
    with path.open("rb") as file:
        for number, line in numbered_lines(file, max_bytes):
            if line is None:
                yield Skipped(f"{source}#{number}", _too_large(max_bytes))
                continue
            name = record_id(line) or str(number)
            if name in names:
                yield Skipped(f"{source}#{name} (line {number})", Unread.NAME_TWICE.said())
            else:
                names.add(name)
                yield _raw(f"{source}#{name}", line, read_record)
    if not number:
        yield Skipped(source, Unread.NO_TEXT.said(), gone=True)


def _raw(source: str, raw: bytes, extract: Reader, *, markup: bool = False) -> RawArticle:
    emptied = not (markup and raw.strip())
    return RawArticle(source, raw, hashlib.sha256(raw).hexdigest(), extract, emptied)


def _too_large(max_bytes: int) -> str:
    return Unread.TOO_LARGE.said(size=max_bytes / 1_000_000)


def iter_articles(
    folder: Path, known: dict[str, str], options: ReadOptions = DEFAULTS
) -> Iterator[ReadArticle | Skipped | str]:
    """Yield each article of a folder: read when new or changed, else its source alone.

    `known` maps a source to the SHA-256 of what is indexed now.
    """
    for path in list_folder(folder, options).files:
        for item in raw_articles(path, source_of(path, folder), options):
            if isinstance(item, Skipped):
                yield item
            else:
                yield item.source if known.get(item.source) == item.sha256 else item.read()
