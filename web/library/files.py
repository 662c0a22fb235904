"""Files as they are sent, what is refused of them, and what became of each."""

import dataclasses
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from index.problems import Problem
from index.reading.encoded.decoding import decode, encoding_told
from index.reading.readers import SUFFIXES, article_id
from index.types import WellspringError
from web.library.holdings import Holdings

_TEXTS = (".txt", ".md", ".markdown", ".mdown", ".csv", ".tsv", ".tab", ".rst")
_MAX_NAME = 150  # bytes; file systems take 255
_SHOWN = 3  # reasons in one message; a .jsonl file may have thousands of bad lines
_PATTERNS = "WELLSPRING_IGNORE or .wellspringignore"


@dataclass(frozen=True, slots=True)
class Upload:
    """A file as it was sent; the name of a `pasted` text was made, and gives way to others."""

    name: str
    raw: bytes
    pasted: bool = False


@dataclass(frozen=True, slots=True)
class FileResult:
    """What became of one file.

    `status` is added, replaced, unchanged or refused; `code` and `message` say why.
    """

    file: str
    status: str
    source: str = ""
    article_id: str = ""
    code: Problem | None = None
    message: str = ""

    @property
    def accepted(self) -> bool:
        """Tell whether the folder holds the file now."""
        return self.status != "refused"


def check_file(name: str, raw: bytes, max_bytes: int) -> None:
    """Refuse a file that cannot be an article; raises `WellspringError`."""
    if re.search(r"[/\\]", name) or name in (".", ".."):
        raise WellspringError(
            Problem.PATH_IN_NAME, f"The file name {name[:80]!r} holds a path. Send the name alone."
        )
    if not name or name.startswith(".") or len(name.encode()) > _MAX_NAME or not name.isprintable():
        raise WellspringError(
            Problem.BAD_FILE_NAME,
            f"The file name {name[:80]!r} cannot be used. "
            "Give a short one that begins with a letter or digit.",
        )
    if Path(name).suffix.lower() not in SUFFIXES:
        raise WellspringError(
            Problem.UNSUPPORTED_TYPE,
            f"{name} is no article: Wellspring reads {', '.join(SUFFIXES)} files.",
        )
    check_content(name, raw, max_bytes)


def check_content(name: str, raw: bytes, max_bytes: int) -> None:
    """Refuse a file that is empty or too large; raises `WellspringError`.

    The lines of a .jsonl file are looked at one by one later.
    """
    if not raw.strip():
        raise WellspringError(Problem.EMPTY_FILE, f"{name} is empty. Send the file with its text.")
    if len(raw) > max_bytes and Path(name).suffix.lower() != ".jsonl":
        raise WellspringError(
            Problem.FILE_TOO_LARGE,
            f"{name} has {len(raw) // 1_000_000} MB. "
            f"Send at most {max_bytes // 1_000_000} MB; split it into articles.",
        )


def result_json(result: FileResult) -> dict[str, Any]:
    """Return a result for the API, without its empty fields."""
    values = {name: getattr(result, name) for name in FileResult.__slots__}
    return {name: value for name, value in values.items() if value}


def encoding_note(name: str, raw: bytes) -> str:
    """Say in which encoding a text file was read.

    Nothing where it is UTF-8, or UTF-16 that says so.
    """
    if Path(name).suffix.lower() not in _TEXTS:
        return ""
    told = encoding_told(raw, decode(raw))
    if not told:
        return ""
    return (
        f"{name} is not UTF-8; it was {told[0].after}. "
        "See that its letters are right, or save it as UTF-8 and replace it."
    )


def as_indexed(result: FileResult, held: Holdings) -> FileResult:
    """Return what the build made of a written file.

    Refused when none of it is indexed now, else with what is to be said.
    """
    file = result.source
    skipped = {
        result.file + source[len(file) :]: held.skipped[source]
        for source in held.of(file, held.skipped)
    }
    taken = held.read_of(file)
    reasons = "; ".join(f"{part} {reason}" for part, reason in list(skipped.items())[:_SHOWN])
    if len(skipped) > _SHOWN:
        reasons += f"; and {len(skipped) - _SHOWN} more"
    if not taken and skipped:
        return FileResult(
            result.file, "refused", code=Problem.UNREADABLE_FILE, message=f"{reasons}."
        )
    if not taken:
        return FileResult(
            result.file,
            "refused",
            code=Problem.IGNORED_FILE,
            message=f"{result.file} is left out by a pattern ({_PATTERNS}). Give it another name.",
        )
    own = held.articles[taken[0]]
    notes = [result.message]
    if held.is_record(taken[0]):
        notes.append(f"Articles in it: {len(taken)}.")
    elif own != file:
        notes.append(f"{result.file} says the same as {own}; both are listed with that article.")
    notes.append(f"Left out: {reasons}." if skipped else "")
    return dataclasses.replace(
        result, article_id=article_id(own), message=" ".join(filter(None, notes))
    )
