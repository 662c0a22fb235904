"""SHA-256 of files, remembered while a file has not changed: 440 MB take half a second or more."""

import hashlib
import json
import os
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

# What changed less than two seconds ago could change again within a tick of the disk's clock.
_FRESH_NS = 2_000_000_000


def sha256_of(path: Path) -> str:
    """Return the SHA-256 of a file as hexadecimal digits."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


@dataclass(frozen=True, slots=True)
class Stamps:
    """What was hashed before, in a JSON file: size, times, inode and SHA-256 of each path."""

    file: Path
    fresh_ns: int = _FRESH_NS

    def sha256(self, path: Path) -> str:
        """Return the SHA-256 of a file, which is read unless size, times, inode are as before."""
        place = str(path.resolve())
        before = _marks(path)
        kept = self._read().get(place)
        if isinstance(kept, list) and kept[:-1] == before:
            return str(kept[-1])
        sha256 = sha256_of(path)
        if _marks(path) == before and time.time_ns() - max(before[1:3]) > self.fresh_ns:
            self._keep(place, [*before, sha256])
        return sha256

    def _read(self) -> dict[str, object]:
        with suppress(OSError, ValueError):
            stamps = json.loads(self.file.read_text("utf-8"))
            return stamps if isinstance(stamps, dict) else {}
        return {}

    def _keep(self, place: str, stamp: list[int | str]) -> None:
        """Write a stamp where the data folder exists; without one, the file is hashed again."""
        stamps = {path: kept for path, kept in self._read().items() if Path(path).is_file()}
        fresh = self.file.with_name(f"{self.file.name}.{os.getpid()}")
        with suppress(OSError):
            fresh.write_text(json.dumps({**stamps, place: stamp}, indent=1), "utf-8")
            os.replace(fresh, self.file)


def _marks(path: Path) -> list[int]:
    """Return what changes with a file; its `ctime` cannot be set back, as its `mtime` can."""
    stat = path.stat()
    return [stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns, stat.st_ino]
