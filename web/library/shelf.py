"""The articles as the page and the API change them.

Add, replace, remove, undo; after each the incremental build. What is added goes into the library of
the data folder. In the folders of somebody nothing is written: an article of theirs is hidden, and
its file is deleted only where that is asked for by itself.
"""

import dataclasses
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock

from index.building.build import BuildReport, Progress
from index.problems import Problem
from index.reading.files import DEFAULTS
from index.reading.roots import Folders
from index.storage.removals import Removal, read_removals, removal_file
from index.types import WellspringError
from web.library import removing
from web.library.building import Building
from web.library.changes import Change
from web.library.deleted import Deleted
from web.library.files import FileResult, Upload, as_indexed, check_content
from web.library.holdings import Holdings, read_holdings
from web.library.placing import free_name, place, unchanged, written

_BUSY_TRIES = 50  # half a second apart: another build may take that long
_WRITTEN = ("added", "replaced")

Build = Callable[[Folders, Progress], BuildReport]
Check = Callable[[], None]


def _anything() -> None:
    """Allow a change whatever the article is by now."""


@dataclass(slots=True)
class Shelf:
    """The articles that are indexed now; whatever fails leaves files and index as they were."""

    data_dir: Path
    build: Build
    max_bytes: int = DEFAULTS.max_bytes  # of a file
    progress: Building | None = None
    _lock: Lock = field(default_factory=Lock)

    def holdings(self) -> Holdings:
        """Return what the index holds now: another process may have indexed other folders."""
        return read_holdings(self.data_dir)

    def removed(self) -> tuple[Removal, ...]:
        """Return what was removed though its files are there."""
        return read_removals(self.data_dir).every

    def add(self, uploads: Sequence[Upload], *, replace: bool = False) -> list[FileResult]:
        """Write files into the library and index them; each gets its own result."""
        with self._lock, Change() as change:
            held = self.holdings()
            placed = [
                place(upload, held, change, replace=replace, max_bytes=self.max_bytes)
                for upload in uploads
            ]
            return self._index(change, held, placed)

    def add_folder(self, folder: Path) -> FileResult:
        """Index a folder of somebody beside the others; nothing is written into it."""
        with self._lock:
            self._rebuild(self.holdings(), folder.expanduser())
        return FileResult(folder.name, "added")

    def leave_folder(self, name: str) -> Path:
        """Leave a folder out of the index, its files as they are; returns where it is."""
        with self._lock, removing.last_one_stays():
            held = self.holdings()
            folder = held.folder(name)
            self._rebuild(held, without=folder)
        return folder

    def put(self, source: str, raw: bytes, check: Check = _anything) -> FileResult:
        """Replace one article; `check` raises an error where it may not be any more."""
        with self._lock:
            check()
            held = self.holdings()
            path = held.whole_file(source)
            try:
                check_content(path.name, raw, self.max_bytes)
            except WellspringError as error:
                return FileResult(path.name, "refused", code=error.code, message=error.message)
            if source in held.same(raw):
                return unchanged(path.name, source, held)
            with Change() as change:
                result = self._written(change, held, source, raw)
                return self._index(change, held, [result])[0]

    def _written(self, change: Change, held: Holdings, source: str, raw: bytes) -> FileResult:
        """Write the new text of an article, in the library whichever folder it is of."""
        if not held.is_own(source):
            return written(held.path(source), source, raw, change)
        path, instead = held.in_library(free_name(Path(source).name, held, change))
        result = written(path, instead, raw, change)
        self._hide(change, removing.removal_of(self.data_dir, held, source, instead))
        said = f"{source} stays as it is and is left out; {instead} stands in its place."
        message = f"{said} {result.message}".strip()
        return dataclasses.replace(result, status="replaced", message=message)

    def remove(self, source: str, check: Check = _anything, *, file: bool = False) -> str:
        """Remove an article, with its `file` or not; returns the word that brings it back."""
        with self._lock:
            check()
            held = self.holdings()
            if file:
                return self._delete(held, source)
            removal = removing.removal_of(self.data_dir, held, source)
            with removing.last_one_stays(), Change() as change:
                self._hide(change, removal)
                self._rebuild(held)
            return removal.undo

    def _hide(self, change: Change, removal: Removal) -> None:
        change.write(removal_file(self.data_dir, removal.undo), removal.to_json())

    def _delete(self, held: Holdings, source: str) -> str:
        """Delete the file of an article."""
        path = removing.deletable_file(held, source)
        self._deleted.drop_old()
        undo = self._deleted.keep(path, source)
        try:
            with removing.last_one_stays(), Change() as change:
                change.remove(path)
                self._rebuild(held)
                if source in self.holdings().articles:  # an empty folder keeps its articles
                    told = "It is the last file of its folder. Remove the article without its file."
                    raise WellspringError(Problem.LAST_ARTICLE, told)
        except BaseException:
            self._deleted.drop(undo)
            raise
        return undo

    def restore(self, undo: str) -> FileResult:
        """Bring a removed article back."""
        with self._lock:
            held = self.holdings()
            hidden = next((it for it in held.removals.every if it.undo == undo), None)
            if hidden:
                with Change() as change:
                    change.remove(removal_file(self.data_dir, undo))
                    self._rebuild(held)
                    return removing.brought_back(self.data_dir, hidden, self.holdings())
            source, raw = self._deleted.find(undo)
            path = removing.free_place(held, source)
            with Change() as change:
                (result,) = self._index(change, held, [written(path, source, raw, change)])
            if result.accepted:
                self._deleted.drop(undo)
        return result

    def _index(self, change: Change, held: Holdings, results: list[FileResult]) -> list[FileResult]:
        """Index what was written.

        What cannot be indexed is taken back, and the index brought back to what stood there.
        """
        if not change.before:
            return results
        self._rebuild(held)
        now = self.holdings()
        outcomes, refused = list[FileResult](), list[Path]()
        for result in results:
            outcome = as_indexed(result, now) if result.status in _WRITTEN else result
            if result.accepted and not outcome.accepted:
                refused.append(held.path(result.source))
            outcomes.append(outcome)
        if refused:
            kept = any(outcome.status in _WRITTEN for outcome in outcomes)
            change.take_back(refused if kept else list(change.before))
            self._rebuild(held)
        return outcomes

    def _rebuild(self, held: Holdings, *more: Path, without: Path | None = None) -> BuildReport:
        """Bring the index up to date, waiting while another build runs."""
        folders = [folder for folder in (*held.roots.folders, *more) if folder != without]
        for tries_left in reversed(range(_BUSY_TRIES)):
            try:
                self.progress = Building()
                return self.build(folders, self.progress)
            except WellspringError as error:
                if error.code != Problem.INDEX_BUSY or not tries_left:
                    raise
            finally:
                self.progress = None
            time.sleep(0.5)
        raise AssertionError

    @property
    def _deleted(self) -> Deleted:
        return Deleted(self.data_dir / "deleted")
