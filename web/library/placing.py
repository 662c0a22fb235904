"""Where a file that was sent goes in the folder, and what is refused because of what is there."""

import unicodedata
from pathlib import Path

from index.problems import Problem
from index.types import WellspringError
from web.library.changes import Change
from web.library.files import FileResult, Upload, as_indexed, check_file, encoding_note
from web.library.holdings import Holdings


def place(
    upload: Upload, held: Holdings, change: Change, *, replace: bool, max_bytes: int
) -> FileResult:
    """Write an added file into the folder, or say why not."""
    name = unicodedata.normalize("NFC", upload.name)
    path = held.folder / name
    try:
        check_file(name, upload.raw, max_bytes)
        same = held.same(upload.raw)
        if path not in change.before and held.source(path) in same:
            return unchanged(name, held.source(path), held)
        _check_place(path, same, change, replace=replace)
    except WellspringError as error:
        return FileResult(name, "refused", code=error.code, message=error.message)
    return written(path, upload.raw, held, change)


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


def written(path: Path, raw: bytes, held: Holdings, change: Change) -> FileResult:
    """Write a file; say whether it is new, and where its letters may be wrong."""
    change.write(path, raw)
    status = "replaced" if change.before[path] else "added"
    return FileResult(path.name, status, held.source(path), message=encoding_note(path.name, raw))


def unchanged(name: str, source: str, held: Holdings) -> FileResult:
    """Say that a file is there already."""
    message = "The article is there already, with the same text."
    return as_indexed(FileResult(name, "unchanged", source, message=message), held)
