"""The folder of articles as the page and the API change it: add, replace, delete, undo; after each the incremental build."""

import dataclasses
import hashlib
import json
import os
import re
import secrets
import shutil
import time
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock

from index.build import BuildReport, Progress
from index.readers import article_id
from index.types import WellspringError
from web.files import FileResult, Upload, check_file, encoding_note

KEEP_DELETED = 7 * 24 * 3600  # seconds that a deleted article can be brought back
_BUSY_TRIES = 50  # half a second apart: another build may take that long

Build = Callable[[Path, Progress], BuildReport]


@dataclass(slots=True)
class Shelf:
    """The articles folder. One change at a time; whatever fails leaves folder and index as they were."""

    folder: Path
    trash: Path
    build: Build
    known: Callable[[], Mapping[str, str]]  # source to the SHA-256 of its file
    progress: tuple[str, int, int] | None = None
    _lock: Lock = field(default_factory=Lock)

    def add(self, uploads: Sequence[Upload], *, replace: bool = False) -> list[FileResult]:
        """Write files into the folder and index them; each gets its own result."""
        with self._lock:
            return self._write(uploads, replace)

    def put(self, source: str, raw: bytes) -> FileResult:
        """Replace the file of one article."""
        with self._lock:
            (result,) = self._write([Upload(Path(source).name, raw)], True, self.path(source).parent)
        return result

    def _write(self, uploads: Sequence[Upload], replace: bool, place: Path | None = None) -> list[FileResult]:
        before: dict[Path, bytes | None] = {}
        results = [self._place(upload, replace, place or self.folder, before) for upload in uploads]
        if before:
            with self._kept_as_it_was(before):
                report = self._rebuild()
            skipped = {item.source: item.reason for item in report.skipped}
            refused = {path for path in before if self.source(path) in skipped}
            _restore({path: before[path] for path in refused})
            same = {item.source: item.same_as for item in report.duplicates}
            results = [_as_read(result, skipped, same) for result in results]
        return results

    def _place(self, upload: Upload, replace: bool, place: Path, before: dict[Path, bytes | None]) -> FileResult:
        """Write one file, or say why not. `before` gets what stood there."""
        name = unicodedata.normalize("NFC", upload.name)
        path = place / name
        try:
            check_file(name, upload.raw)
            if path in before:
                raise WellspringError("name_taken", f"Two of these files are named {name}. Rename one of them.")
            same = self._same(upload.raw)
            if same == self.source(path):
                return FileResult(name, "unchanged", same, article_id(same), "", "The article is there already, with the same text.")
            if same:
                raise WellspringError("duplicate", f"{name} is the same file as {same}, which is indexed already.")
            if path.exists() and not replace:
                raise WellspringError("name_taken", f"There is already an article {name}. Replace it, or rename the file.")
        except WellspringError as error:
            return FileResult(name, "refused", code=error.code, message=error.message)
        before[path] = path.read_bytes() if path.exists() else None
        _write_whole(path, upload.raw)
        note = encoding_note(name, upload.raw)
        source = self.source(path)
        return FileResult(name, "replaced" if before[path] is not None else "added", source, article_id(source), "", note)

    def _same(self, raw: bytes) -> str:
        """Return the source of an indexed file with these bytes that is still there."""
        sha256 = hashlib.sha256(raw).hexdigest()
        return next((source for source, known in self.known().items() if known == sha256 and self.path(source).is_file()), "")

    def delete(self, source: str) -> str:
        """Delete the file of an article; returns the word that brings it back."""
        path, undo = self.path(source), secrets.token_urlsafe(12)
        with self._lock:
            if not path.is_file():
                raise WellspringError("missing_file", f"The file {source} is gone already; `wellspring index` takes it out of the index.")
            self._forget_old()
            bin_ = self.trash / undo
            bin_.mkdir(parents=True)
            (bin_ / "source.json").write_text(json.dumps(source), "utf-8")
            shutil.copy2(path, bin_ / "file")
            try:
                with self._kept_as_it_was({path: path.read_bytes()}):
                    path.unlink()
                    self._rebuild()
            except WellspringError as error:
                shutil.rmtree(bin_)
                if error.code in ("empty_folder", "no_articles"):
                    raise WellspringError("last_article", "This is the last article. Add another before you delete it.") from error
                raise
        return undo

    def restore(self, undo: str) -> FileResult:
        """Bring a deleted article back."""
        bin_ = self.trash / undo
        if not re.fullmatch(r"[\w-]{1,40}", undo) or not (bin_ / "file").is_file():
            raise WellspringError("unknown_undo", "There is nothing to bring back: it was done already, or the week for it is over.")
        source: str = json.loads((bin_ / "source.json").read_text("utf-8"))
        if self.path(source).exists():
            raise WellspringError("name_taken", f"There is a new article {source} now. Rename or delete it first.")
        result = self.put(source, (bin_ / "file").read_bytes())
        if result.accepted:
            shutil.rmtree(bin_)
        return result

    def source(self, path: Path) -> str:
        """Name a file of the folder the way citations do."""
        return f"{self.folder.name}/{path.relative_to(self.folder).as_posix()}"

    def path(self, source: str) -> Path:
        """Return the file of a source."""
        return self.folder.parent / source

    @contextmanager
    def _kept_as_it_was(self, before: dict[Path, bytes | None]) -> Iterator[None]:
        try:
            yield
        except BaseException:
            _restore(before)
            raise

    def _rebuild(self) -> BuildReport:
        """Bring the index up to date, waiting while another build runs."""
        for tries_left in reversed(range(_BUSY_TRIES)):
            try:
                return self.build(self.folder, self._note)
            except WellspringError as error:
                if error.code != "index_busy" or not tries_left:
                    raise
            finally:
                self.progress = None
            time.sleep(0.5)
        raise AssertionError

    def _note(self, what: str, done: int, total: int) -> None:
        self.progress = (what, done, total)

    def _forget_old(self) -> None:
        for bin_ in self.trash.glob("*"):
            if time.time() - bin_.stat().st_mtime > KEEP_DELETED:
                shutil.rmtree(bin_, ignore_errors=True)


def _as_read(result: FileResult, skipped: Mapping[str, str], same: Mapping[str, str]) -> FileResult:
    """Add what the build said of a file: that it cannot be read, or says the same as another."""
    if result.source in skipped:
        return FileResult(result.file, "refused", code="unreadable_file", message=f"{result.file} {skipped[result.source]}.")
    if other := same.get(result.source):
        message = f"{result.file} says the same as {other}; both are listed with that article."
        return dataclasses.replace(result, article_id=article_id(other), message=message)
    return result


def _write_whole(path: Path, raw: bytes) -> None:
    """Write a file so that nobody sees half of it."""
    partial = path.with_name(f".{path.name[:40]}.{os.getpid()}.partial")
    partial.write_bytes(raw)
    os.replace(partial, path)


def _restore(before: Mapping[Path, bytes | None]) -> None:
    for path, raw in before.items():
        if raw is None:
            path.unlink(missing_ok=True)
        else:
            _write_whole(path, raw)
