"""Read plain text and Markdown, and one article of a .jsonl file."""

import json
import re
from collections.abc import Iterator
from typing import BinaryIO

import yaml

from index.cleaning.cleaning import Change
from index.reading.encoded.decoding import decode, encoding_told
from index.reading.extracted import Extracted, UnusableError, iso_date, plain_line, whole
from index.unread import Unread

_FRONT_MATTER = re.compile(r"\A---[ \t]*\r?\n(.*?\r?\n)---[ \t]*(?:\r?\n|\Z)", re.S)
_ADDRESSES = ("url", "link", "source")
# Kept beside the text, or telling Jekyll, Hugo, Docusaurus or MkDocs how to build the page.
_SETTINGS = frozenset(
    "title date url link source layout permalink slug weight draft aliases template toc sitemap "
    "published sidebar_position sidebar_label hide_title nav_order parent has_children "
    "redirect_from comments share".split()
)
_DRAFT = ("draft", True)  # says that the article does not hold yet
# What PyYAML lets through for values of a wrong type, beside its own errors.
_NOT_YAML = (
    yaml.YAMLError,
    ArithmeticError,
    AttributeError,
    LookupError,
    RecursionError,
    TypeError,
    ValueError,
)


def read_text(raw: bytes) -> Extracted:
    """Read a text or Markdown file; raises `UnusableError` for a binary one."""
    text, changes = _decode(raw)
    about, rest = _front_matter(text)
    if rest is text:
        return Extracted(text, changes=changes)
    facts, matter = _facts(about), text[: len(text) - len(rest)].strip()
    removed = Change("front matter", matter, facts or "(kept as title, date and address)")
    text = f"{rest.rstrip()}\n\n{facts}\n" if facts else rest
    url = next((about[key] for key in _ADDRESSES if about.get(key)), None)
    said = plain_line(about.get("title")), iso_date(about.get("date")), plain_line(url)
    return Extracted(text, *said, (*changes, removed))


def _facts(about: dict[str, object]) -> str:
    """Return what a front matter says beyond title, date and address, a line each.

    Settings of the site's generator are no facts, but that it is a draft.
    """
    facts = (one for one in _flat(about) if one[0].casefold() not in _SETTINGS or one == _DRAFT)
    return "\n".join(f"{key}: {value}" for key, value in facts if plain_line(str(value)))


def _flat(about: dict[str, object]) -> Iterator[tuple[str, object]]:
    for key, value in about.items():
        if isinstance(value, dict):
            below = {str(name): told for name, told in value.items()}
            yield from ((f"{key} {name}", told) for name, told in _flat(below))
        else:
            yield key, ", ".join(map(str, value)) if isinstance(value, list) else value


def numbered_lines(file: BinaryIO, max_bytes: int) -> Iterator[tuple[int, bytes | None]]:
    """Yield the lines of a file that are not blank with their numbers, None for one too long."""
    for number, line in enumerate(iter(lambda: file.readline(max_bytes + 1), b""), 1):
        if len(line) <= max_bytes:
            if line.strip():
                yield number, line
            continue
        yield number, None
        while line and not line.endswith(b"\n"):
            line = file.readline(max_bytes)


def read_record(raw: bytes) -> Extracted:
    """Read one line of a .jsonl file; raises `UnusableError` when it is no object with a `text`."""
    try:
        record = json.loads(raw)
    except ValueError as error:
        raise UnusableError(Unread.NOT_JSON) from error
    if not isinstance(record, dict) or not isinstance(record.get("text"), str):
        raise UnusableError(Unread.NO_RECORD)
    title, url = plain_line(record.get("title")), plain_line(record.get("url"))
    return Extracted(record["text"], title, iso_date(record.get("date")), url)


def record_id(raw: bytes) -> str | None:
    """Return the `id` that a line of a .jsonl file gives itself, or None."""
    try:
        record = json.loads(raw)
    except (ValueError, RecursionError):
        return None
    given = record.get("id") if isinstance(record, dict) else None
    return plain_line(whole(str(given))) if isinstance(given, (str, int)) else None


def _decode(raw: bytes) -> tuple[str, tuple[Change, ...]]:
    read = decode(raw)
    if "\x00" in read.text:
        raise UnusableError(Unread.BINARY)
    return read.text, encoding_told(raw, read)


def _front_matter(text: str) -> tuple[dict[str, object], str]:
    """Split the YAML facts at the top of a Markdown file from its text.

    Text that only looks so is left as it is, and so are facts that repeat others by aliases, of
    which a few lines may make gigabytes.
    """
    found = _FRONT_MATTER.match(text)
    if not found:
        return {}, text
    try:
        if _has_aliases(found[1]):
            return {}, text
        about = yaml.safe_load(found[1])
    except _NOT_YAML:
        return {}, text
    if not isinstance(about, dict):
        return {}, text
    return {str(key).lower(): value for key, value in about.items()}, text[found.end() :]


def _has_aliases(written: str) -> bool:
    return "*" in written and any(isinstance(it, yaml.AliasEvent) for it in yaml.parse(written))
