"""Where a file that was sent goes in the library, and what is refused because of what is there."""

import unicodedata
from itertools import chain, count
from pathlib import Path

from index.problems import Problem
from index.types import WellspringError
from web.library.changes import Change
from web.library.files import FileResult, Upload, as_indexed, check_file, encoding_note
from web.library.holdings import Holdings

_LONGEST = 200  # bytes of a name that is made


def place(
    upload: Upload, held: Holdings, change: Change, *, replace: bool, max_bytes: int
) -> FileResult:
    """Write an added file into the library, or say why not."""
    name = unicodedata.normalize("NFC", upload.name)
    try:
        check_file(name, upload.raw, max_bytes)
        path, source = held.in_library(name)
        same = held.same(upload.raw)
        there = next((it for it in (source, *same) if it in same and Path(it).name == name), "")
        if there and path not in change.before:
            return unchanged(name, there, held)
        if source in held.removals.sources or (upload.pasted and not same):
            name = free_name(name, held, change)
            path, source = held.in_library(name)
        _check_place(path, same, change, replace=replace)
    except WellspringError as error:
        return FileResult(name, "refused", code=error.code, message=error.message)
    return written(path, source, upload.raw, change)


def _check_place(path: Path, same: list[str], change: Change, *, replace: bool) -> None:
    """Refuse a name that is taken and a text that is there; raises `WellspringError`."""
    name = path.name
    if path in change.before:
        message = f"Two of these files are named {name}. Rename one of them."
        raise WellspringError(Problem.NAME_TAKEN, message)
    if same:
        message = f"{name} is the same file as {same[0]}, which is indexed already."
        raise WellspringError(Problem.DUPLICATE, message)
    if path.exists() and not replace:
        message = f"There is already an article {name}. Replace it, or rename the file."
        raise WellspringError(Problem.NAME_TAKEN, message)


def free_name(name: str, held: Holdings, change: Change) -> str:
    """Return a name that no file of the library has or had when it was removed: with a number."""
    stem, suffix = Path(name).stem, Path(name).suffix
    stem = stem.encode()[: _LONGEST - len(suffix.encode())].decode(errors="ignore")
    names = chain([name], (f"{stem}-{number}{suffix}" for number in count(2)))
    return next(one for one in names if _is_free(one, held, change))


def _is_free(name: str, held: Holdings, change: Change) -> bool:
    path, source = held.in_library(name)
    known = source in held.hashes or source in held.removals.sources
    return not (known or path in change.before or path.exists())


def written(path: Path, source: str, raw: bytes, change: Change) -> FileResult:
    """Write a file; say whether it is new, and where its letters may be wrong."""
    change.write(path, raw)
    status = "replaced" if change.before[path] else "added"
    return FileResult(path.name, status, source, message=encoding_note(path.name, raw))


def unchanged(name: str, source: str, held: Holdings) -> FileResult:
    """Say that a file is there already."""
    message = "The article is there already, with the same text."
    return as_indexed(FileResult(name, "unchanged", source, message=message), held)
