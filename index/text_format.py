"""Read plain text and Markdown, and one article of a .jsonl file."""

import json
import re

import yaml

from index.cleaning import Change
from index.extracted import Extracted, UnusableError, iso_date, plain_line, whole

_FRONT_MATTER = re.compile(r"\A---[ \t]*\r?\n(.*?\r?\n)---[ \t]*(?:\r?\n|\Z)", re.S)
_BYTE_ORDER_MARKS = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}


def read_text(raw: bytes) -> Extracted:
    """Read a text or Markdown file; raises `UnusableError` for a binary one."""
    text, changes = _decode(raw)
    about, rest = _front_matter(text)
    if rest is text:
        return Extracted(text, changes=changes)
    removed = Change("front matter", text[: len(text) - len(rest)].strip(), "")
    url = plain_line(about.get("url") or about.get("link") or about.get("source"))
    return Extracted(rest, plain_line(about.get("title")), iso_date(about.get("date")), url, (*changes, removed))


def read_record(raw: bytes) -> Extracted:
    """Read one line of a .jsonl file; raises `UnusableError` when it is no object with a `text`."""
    try:
        record = json.loads(raw)
    except ValueError as error:
        raise UnusableError("is not JSON") from error
    if not isinstance(record, dict) or not isinstance(record.get("text"), str):
        raise UnusableError("is not an object with a `text`")
    return Extracted(record["text"], plain_line(record.get("title")), iso_date(record.get("date")), plain_line(record.get("url")))


def record_id(raw: bytes) -> str | None:
    """Return the `id` that a line of a .jsonl file gives itself, or None."""
    try:
        record = json.loads(raw)
    except (ValueError, RecursionError):
        return None
    given = record.get("id") if isinstance(record, dict) else None
    return plain_line(whole(str(given))) if isinstance(given, (str, int)) else None


def _decode(raw: bytes) -> tuple[str, tuple[Change, ...]]:
    changes: tuple[Change, ...] = ()
    try:
        if raw[:2] in _BYTE_ORDER_MARKS:
            return raw.decode(_BYTE_ORDER_MARKS[raw[:2]]), ()
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = raw.decode("cp1252", errors="replace")
        first = next((i for i, byte in enumerate(raw) if byte > 127), 0)
        changes = (Change("encoding", f"not UTF-8 from byte {first} on", "read as Windows-1252"),)
    if "\x00" in text:
        raise UnusableError("is a binary file, not text")
    return text, changes


def _front_matter(text: str) -> tuple[dict[str, object], str]:
    """Split the YAML facts at the top of a Markdown file from its text; text that only looks so is left as it is."""
    found = _FRONT_MATTER.match(text)
    if not found:
        return {}, text
    try:
        about = yaml.safe_load(found.group(1))
    except Exception:  # PyYAML lets KeyError, IndexError and more through for values of a wrong type
        return {}, text
    if not isinstance(about, dict):
        return {}, text
    return {str(key).lower(): value for key, value in about.items()}, text[found.end() :]
