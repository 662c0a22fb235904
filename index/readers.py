"""Read the articles of a folder: plain text and Markdown files, recursively."""

import hashlib
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from index.cleaning import Change, clean
from index.sentences import sentence_spans
from index.types import WellspringError

SUFFIXES = (".txt", ".md")
MAX_BYTES = 20_000_000  # a larger text file is a dump, not an article
_TITLE_LENGTH = 120
_FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.S)


@dataclass(frozen=True, slots=True)
class ReadArticle:
    """An article as read from its file, before it is stored. `sha256` is of the file's bytes."""

    id: str
    title: str
    text: str
    source: str
    sha256: str
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file that could not be read, and why."""

    source: str
    reason: str


def list_files(folder: Path) -> list[Path]:
    """Return the article files of a folder in a stable order; hidden files and folders are left out.

    Raises `WellspringError` when the folder is missing, not a folder, unreadable, or holds no article.
    """
    if not folder.exists():
        raise WellspringError("missing_folder", f"There is no folder {str(folder)!r}. Give the folder that holds your articles.")
    if not folder.is_dir():
        raise WellspringError("not_a_folder", f"{str(folder)!r} is not a folder. Give the folder that holds your articles.")
    try:
        found = sorted(path for path in _walk(folder) if _is_article(path, folder))
    except PermissionError as error:
        place = error.filename or folder
        raise WellspringError("unreadable_folder", f"The folder {place} may not be read. Allow it (chmod u+rx) and try again.") from error
    if not found:
        kinds = " or ".join(SUFFIXES)
        raise WellspringError("empty_folder", f"The folder {str(folder)!r} holds no {kinds} file. Put your articles there and try again.")
    return found


def _walk(folder: Path) -> Iterator[Path]:
    """Yield every file below a folder; an unreadable subfolder is an error, so that its articles are not taken for removed."""

    def stop(error: OSError) -> None:
        raise error

    for place, _, files in os.walk(folder, onerror=stop):
        yield from (Path(place) / name for name in files)


def _is_article(path: Path, folder: Path) -> bool:
    hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
    return not hidden and path.suffix.lower() in SUFFIXES and path.is_file()


def source_of(path: Path, folder: Path) -> str:
    """Name a file the way citations show it: the folder's name and the path below it."""
    return f"{folder.resolve().name}/{path.relative_to(folder).as_posix()}"


def article_id(source: str) -> str:
    """Make the id of an article from its source: readable, safe in a URL, the same on every machine."""
    stem = Path(source).stem
    slug = re.sub(r"[^a-z0-9]+", "-", stem.lower()).strip("-")[:40] or "article"
    return f"{slug}-{hashlib.sha256(source.encode()).hexdigest()[:6]}"


def read_bytes(path: Path, source: str) -> bytes | Skipped:
    """Return the bytes of a file, or why it is skipped."""
    try:
        if path.stat().st_size > MAX_BYTES:
            return Skipped(source, f"is larger than {MAX_BYTES // 1_000_000} MB; split it into articles")
        return path.read_bytes()
    except OSError as error:
        return Skipped(source, f"could not be read ({error.strerror or error})")


def read_article(raw: bytes, source: str) -> ReadArticle | Skipped:
    """Decode, clean and title one article, or say why it cannot be used."""
    if b"\x00" in raw:
        return Skipped(source, "is a binary file, not text")
    text, changes = clean(_decode(raw))
    if not any(char.isalnum() for char in text):
        return Skipped(source, "holds no text")
    return ReadArticle(article_id(source), title_of(text), text, source, hashlib.sha256(raw).hexdigest(), tuple(changes))


def _decode(raw: bytes) -> str:
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("cp1252", errors="replace")


def title_of(text: str) -> str:
    """Find the title: a Markdown heading, a headline above the text, or the first words."""
    lines = (line.strip().lstrip("#").strip() for line in _FRONT_MATTER.sub("", text).split("\n"))
    first = next((line for line in lines if any(char.isalnum() for char in line)), text.strip()[:_TITLE_LENGTH])
    if len(first) > _TITLE_LENGTH or first.endswith((".", "。")):
        start, end = sentence_spans(first)[0]
        first = first[start:end]
    return first if len(first) <= _TITLE_LENGTH else first[:_TITLE_LENGTH].rsplit(" ", 1)[0] + " …"


def iter_articles(folder: Path, known: dict[str, str]) -> Iterator[ReadArticle | Skipped | str]:
    """Yield each article of a folder: read when new or changed, else its source alone.

    `known` maps a source to the SHA-256 of the file that is indexed now.
    """
    for path in list_files(folder):
        source = source_of(path, folder)
        raw = read_bytes(path, source)
        if isinstance(raw, Skipped):
            yield raw
        elif known.get(source) == hashlib.sha256(raw).hexdigest():
            yield source
        else:
            yield read_article(raw, source)
