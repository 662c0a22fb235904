"""Files as they are sent, what is refused of them, and what became of each."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from index.files import DEFAULTS
from index.readers import SUFFIXES
from index.types import WellspringError

MAX_BYTES = DEFAULTS.max_bytes
_MAX_NAME = 150  # bytes; file systems take 255


@dataclass(frozen=True, slots=True)
class Upload:
    """A file as it was sent."""

    name: str
    raw: bytes


@dataclass(frozen=True, slots=True)
class FileResult:
    """What became of one file: `status` is added, replaced, unchanged or refused; `code` and `message` say why."""

    file: str
    status: str
    source: str = ""
    article_id: str = ""
    code: str = ""
    message: str = ""

    @property
    def accepted(self) -> bool:
        """Tell whether the folder holds the file now."""
        return self.status != "refused"


def check_file(name: str, raw: bytes) -> None:
    """Refuse a file that cannot be an article; raises `WellspringError`."""
    if re.search(r"[/\\]", name) or name in (".", ".."):
        raise WellspringError("path_in_name", f"The file name {name[:80]!r} holds a path. Send the name alone.")
    if not name or name.startswith(".") or len(name.encode()) > _MAX_NAME or not name.isprintable():
        raise WellspringError(
            "bad_file_name", f"The file name {name[:80]!r} cannot be used. Give a short one that begins with a letter or digit."
        )
    if Path(name).suffix.lower() not in SUFFIXES:
        raise WellspringError("unsupported_type", f"{name} is no article: Wellspring reads {', '.join(SUFFIXES)} files.")
    if not raw.strip():
        raise WellspringError("empty_file", f"{name} is empty. Send the file with its text.")
    if len(raw) > MAX_BYTES:
        limit = MAX_BYTES // 1_000_000
        raise WellspringError("file_too_large", f"{name} has {len(raw) // 1_000_000} MB. Send at most {limit} MB; split it into articles.")


def result_json(result: FileResult) -> dict[str, Any]:
    """Return a result for the API, without its empty fields."""
    values = {name: getattr(result, name) for name in FileResult.__slots__}
    return {name: value for name, value in values.items() if value}


def encoding_note(name: str, raw: bytes) -> str:
    """Say that a text file is not UTF-8, and how it was read; nothing where it is."""
    if Path(name).suffix.lower() not in (".txt", ".md"):
        return ""
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        return f"{name} is not UTF-8; it was read as Windows-1252. See that its letters are right, or save it as UTF-8 and replace it."
    return ""
