"""The folder of articles as the page and the API change it.

Add, replace, delete, undo; after each the incremental build.
"""

import json
import re
import secrets
import shutil
import time
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock

from index.building.build import BuildReport, Progress
from index.problems import Problem
from index.reading.files import DEFAULTS
from index.types import WellspringError
from web.library.changes import Change, told
from web.library.files import (
    FileResult,
    Upload,
    as_indexed,
    check_content,
    check_file,
    encoding_note,
)
from web.library.holdings import Holdings, read_folder, read_holdings

KEEP_DELETED = 7 * 24 * 3600  # seconds that a deleted article can be brought back
_BUSY_TRIES = 50  # half a second apart: another build may take that long
_WRITTEN = ("added", "replaced")

Build = Callable[[Path, Progress], BuildReport]
Check = Callable[[], None]


def _anything() -> None:
    """Allow a change whatever the article is by now."""


@dataclass(slots=True)
class Shelf:
    """The folder that is indexed now.

    One change at a time; whatever fails leaves folder and index as they were.
    """

    data_dir: Path
    build: Build
    max_bytes: int = DEFAULTS.max_bytes  # of a file
    progress: tuple[str, int, int] | None = None
    _lock: Lock = field(default_factory=Lock)

    @property
    def folder(self) -> Path:
        """Return the folder that is indexed now."""
        return read_folder(self.data_dir)

    def holdings(self) -> Holdings:
        """Return what the index holds now.

        Another process may have indexed another folder since the server started.
        """
        return read_holdings(self.data_dir)

    def add(self, uploads: Sequence[Upload], *, replace: bool = False) -> list[FileResult]:
        """Write files into the folder and index them; each gets its own result."""
        with self._lock, Change() as change:
            held = self.holdings()
            return self._index(
                change, held, [self._place(upload, replace, held, change) for upload in uploads]
            )

    def _place(self, upload: Upload, replace: bool, held: Holdings, change: Change) -> FileResult:
        """Write an added file into the folder, or say why not."""
        name = unicodedata.normalize("NFC", upload.name)
        path = held.folder / name
        try:
            check_file(name, upload.raw, self.max_bytes)
            if path in change.before:
                raise WellspringError(
                    Problem.NAME_TAKEN, f"Two of these files are named {name}. Rename one of them."
                )
            same = held.same(upload.raw)
            if held.source(path) in same:
                return _unchanged(name, held.source(path), held)
            if same:
                raise WellspringError(
                    Problem.DUPLICATE,
                    f"{name} is the same file as {same[0]}, which is indexed already.",
                )
            if path.exists() and not replace:
                raise WellspringError(
                    Problem.NAME_TAKEN,
                    f"There is already an article {name}. Replace it, or rename the file.",
                )
        except WellspringError as error:
            return FileResult(name, "refused", code=error.code, message=error.message)
        return _written(path, upload.raw, held, change)

    def put(self, source: str, raw: bytes, check: Check = _anything) -> FileResult:
        """Replace the file of one article.

        `check` raises an error where it may not be replaced any more.
        """
        with self._lock:
            check()
            return self._put(self.holdings(), source, raw)

    def _put(self, held: Holdings, source: str, raw: bytes) -> FileResult:
        """Write the file of a source whatever its name is, and index it."""
        path = held.whole_file(source)
        try:
            check_content(path.name, raw, self.max_bytes)
        except WellspringError as error:
            return FileResult(path.name, "refused", code=error.code, message=error.message)
        if source in held.same(raw):
            return _unchanged(path.name, source, held)
        with Change() as change:
            (result,) = self._index(change, held, [_written(path, raw, held, change)])
        return result

    def delete(self, source: str, check: Check = _anything) -> str:
        """Delete the file of an article; returns the word that brings it back; see `put`."""
        with self._lock:
            check()
            held = self.holdings()
            path = held.whole_file(source)
            if not path.is_file():
                raise WellspringError(
                    Problem.MISSING_FILE,
                    f"The file {source} is gone already; "
                    "`wellspring index` takes it out of the index.",
                )
            self._forget_old()
            bin_ = self._trash / secrets.token_urlsafe(12)
            try:
                _keep(path, source, bin_)
                with Change() as change:
                    change.remove(path)
                    self._rebuild(held.folder)
            except BaseException as error:
                shutil.rmtree(bin_, ignore_errors=True)
                if isinstance(error, WellspringError) and error.code in (
                    Problem.EMPTY_FOLDER,
                    Problem.NO_ARTICLES,
                ):
                    raise WellspringError(
                        Problem.LAST_ARTICLE,
                        "This is the last article. Add another before you delete it.",
                    ) from error
                raise
        return bin_.name

    def restore(self, undo: str) -> FileResult:
        """Bring a deleted article back."""
        bin_ = self._trash / undo
        with self._lock:
            if not re.fullmatch(r"[\w-]{1,40}", undo) or not (bin_ / "file").is_file():
                raise WellspringError(
                    Problem.UNKNOWN_UNDO,
                    "There is nothing to bring back: it was done already, "
                    "or the week for it is over.",
                )
            source: str = json.loads((bin_ / "source.json").read_text("utf-8"))
            held = self.holdings()
            if held.path(source).exists():
                raise WellspringError(
                    Problem.NAME_TAKEN,
                    f"There is a new article {source} now. Rename or delete it first.",
                )
            result = self._put(held, source, (bin_ / "file").read_bytes())
            if result.accepted:
                shutil.rmtree(bin_)
        return result

    def _index(self, change: Change, held: Holdings, results: list[FileResult]) -> list[FileResult]:
        """Index what was written.

        What cannot be indexed is taken back, and the index brought back to what stood there.
        """
        if not change.before:
            return results
        self._rebuild(held.folder)
        now = self.holdings()
        outcomes = [
            as_indexed(result, now) if result.status in _WRITTEN else result for result in results
        ]
        pairs = zip(results, outcomes, strict=True)
        refused = [
            held.path(result.source)
            for result, outcome in pairs
            if result.accepted and not outcome.accepted
        ]
        if refused:
            change.take_back(refused)
            self._rebuild(held.folder)
        return outcomes

    def _rebuild(self, folder: Path) -> BuildReport:
        """Bring the index up to date, waiting while another build runs."""
        for tries_left in reversed(range(_BUSY_TRIES)):
            try:
                return self.build(folder, self._note)
            except WellspringError as error:
                if error.code != Problem.INDEX_BUSY or not tries_left:
                    raise
            finally:
                self.progress = None
            time.sleep(0.5)
        raise AssertionError

    def _note(self, what: str, done: int, total: int) -> None:
        self.progress = (what, done, total)

    @property
    def _trash(self) -> Path:
        return self.data_dir / "deleted"

    def _forget_old(self) -> None:
        for bin_ in self._trash.glob("*"):
            if time.time() - bin_.stat().st_mtime > KEEP_DELETED:
                shutil.rmtree(bin_, ignore_errors=True)


def _written(path: Path, raw: bytes, held: Holdings, change: Change) -> FileResult:
    change.write(path, raw)
    status = "replaced" if change.before[path] else "added"
    return FileResult(path.name, status, held.source(path), message=encoding_note(path.name, raw))


def _unchanged(name: str, source: str, held: Holdings) -> FileResult:
    return as_indexed(
        FileResult(
            name, "unchanged", source, message="The article is there already, with the same text."
        ),
        held,
    )


def _keep(path: Path, source: str, bin_: Path) -> None:
    """Copy a file to where `restore` finds it.

    Raises `WellspringError` when the disk is full or forbids it.
    """
    with told(bin_.parent):
        bin_.mkdir(parents=True)
        (bin_ / "source.json").write_text(json.dumps(source), "utf-8")
        shutil.copy2(path, bin_ / "file")
