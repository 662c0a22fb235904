"""The one shape that all formats are parsed into, and what parsing them has in common."""

import gzip
import json
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError, field_validator

from index.problems import Problem
from index.types import WellspringError
from qa.types import Turn

Document = tuple[str, str]  # title, text
GZIP = b"\x1f\x8b"
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Support:
    """A document that holds the answer, and the facts that the set quotes from it."""

    document: Document
    facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Record:
    """One question as a set gives it; `documents` are the ones that come with it alone."""

    id: str
    question: str
    answerable: bool
    answers: tuple[str, ...]
    documents: tuple[Document, ...]
    supports: tuple[Support, ...]
    history: tuple[Turn, ...] = ()


@dataclass(frozen=True, slots=True)
class RawSet:
    """A parsed set; `corpus` comes with every question, and a `retrieval` set has no answers."""

    records: tuple[Record, ...]
    corpus: tuple[Document, ...] = ()
    retrieval: bool = False


def _writable(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    return value.replace("\x00", "").encode("utf-8", "ignore").decode()


class Model(BaseModel):
    """A part of a set as it is given; identifiers may be numbers."""

    model_config = ConfigDict(coerce_numbers_to_str=True)

    @field_validator("*", mode="before")
    @classmethod
    def _writable(cls, value: Any) -> Any:
        """Drop what a text file cannot hold: null characters and halves of characters."""
        if isinstance(value, list):
            return [_writable(item) for item in value]
        return _writable(value)


class Text(Model):
    """A text under a title, or an answer."""

    text: str
    title: str = ""


def set_name(path: Path) -> str:
    """Name a set after its file or folder, without the endings."""
    return path.resolve().name.removesuffix(".gz").removesuffix(".jsonl").removesuffix(".json")


def bad(place: str, problem: str, fix: str = "Repair the file or get it again") -> WellspringError:
    """Return the error for a place that does not fit."""
    return WellspringError(Problem.BAD_PUBLIC_SET, f"{place}: {problem}. {fix}.")


def file_text(path: Path) -> str:
    """Return the text of a file, plain or gzipped; raises `WellspringError` if it has none."""
    try:
        raw = path.read_bytes()
        return (gzip.decompress(raw) if raw[:2] == GZIP else raw).decode("utf-8-sig")
    except (OSError, EOFError, zlib.error, UnicodeDecodeError) as error:
        problem = f"this file cannot be read ({error})"
        fix = "Give a readable file in UTF-8, plain or gzipped"
        raise bad(str(path), problem, fix) from error


def parsed_json(text: str) -> Any:
    """Return what a text says as JSON; None when it is none."""
    try:
        return json.loads(text)
    except (json.JSONDecodeError, RecursionError):
        return None


def lines(text: str, path: Path) -> Iterator[tuple[str, Any]]:
    """Yield place and content of the lines that are not empty.

    Raises `WellspringError` for one that is not JSON.
    """
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            try:
                yield f"{path}:{number}", json.loads(line)
            except json.JSONDecodeError as error:
                raise bad(f"{path}:{number}", f"this line is not JSON ({error.msg})") from error


def checked(kind: type[_T], content: Any, place: str) -> _T:
    """Return content in the shape of a model.

    Raises `WellspringError` naming the first part that does not fit.
    """
    try:
        return TypeAdapter(kind).validate_python(content)
    except ValidationError as error:
        first = error.errors()[0]
        raise bad(place, f"`{'.'.join(map(str, first['loc']))}`: {first['msg']}") from error


def make_document(title: str, text: str) -> Document:
    """Make a document that a reader takes; one without a text is its title alone."""
    title, text = " ".join(title.split()), text.strip()
    return (title, text) if text else ("", title)


def wordings(answers: list[str]) -> tuple[str, ...]:
    """Return each wording once, without empty ones."""
    return tuple(dict.fromkeys(answer.strip() for answer in answers if answer.strip()))
