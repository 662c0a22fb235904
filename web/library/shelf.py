"""The folder of articles as the page and the API change it.

Add, replace, delete, undo; after each the incremental build.
"""

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock

from index.building.build import BuildReport, Progress
from index.problems import Problem
from index.reading.files import DEFAULTS
from index.types import WellspringError
from web.library.changes import Change
from web.library.deleted import Deleted
from web.library.files import FileResult, Upload, as_indexed, check_content
from web.library.holdings import Holdings, read_folder, read_holdings
from web.library.placing import place, unchanged, written

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
            placed = [
                place(upload, held, change, replace=replace, max_bytes=self.max_bytes)
                for upload in uploads
            ]
            return self._index(change, held, placed)

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
            return unchanged(path.name, source, held)
        with Change() as change:
            (result,) = self._index(change, held, [written(path, raw, held, change)])
        return result

    def delete(self, source: str, check: Check = _anything) -> str:
        """Delete the file of an article; returns the word that brings it back. See `put`."""
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
            self._deleted.drop_old()
            undo = self._deleted.keep(path, source)
            try:
                with _last_one_stays(), Change() as change:
                    change.remove(path)
                    self._rebuild(held.folder)
            except BaseException:
                self._deleted.drop(undo)
                raise
        return undo

    def restore(self, undo: str) -> FileResult:
        """Bring a deleted article back."""
        with self._lock:
            source, raw = self._deleted.find(undo)
            held = self.holdings()
            if held.path(source).exists():
                raise WellspringError(
                    Problem.NAME_TAKEN,
                    f"There is a new article {source} now. Rename or delete it first.",
                )
            result = self._put(held, source, raw)
            if result.accepted:
                self._deleted.drop(undo)
        return result

    def _index(self, change: Change, held: Holdings, results: list[FileResult]) -> list[FileResult]:
        """Index what was written.

        What cannot be indexed is taken back, and the index brought back to what stood there.
        """
        if not change.before:
            return results
        self._rebuild(held.folder)
        now = self.holdings()
        outcomes, refused = list[FileResult](), list[Path]()
        for result in results:
            outcome = as_indexed(result, now) if result.status in _WRITTEN else result
            if result.accepted and not outcome.accepted:
                refused.append(held.path(result.source))
            outcomes.append(outcome)
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
    def _deleted(self) -> Deleted:
        return Deleted(self.data_dir / "deleted")


@contextmanager
def _last_one_stays() -> Iterator[None]:
    """Raise another `WellspringError` where a change would leave no article: in our words."""
    try:
        yield
    except WellspringError as error:
        if error.code not in (Problem.EMPTY_FOLDER, Problem.NO_ARTICLES):
            raise
        message = "This is the last article. Add another before you delete it."
        raise WellspringError(Problem.LAST_ARTICLE, message) from error
