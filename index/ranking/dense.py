"""The FAISS file: derived from the stored vectors, checked when read, kept up to date.

Its name says to which index and generation it belongs, and its CRC-32. A file that is missing,
damaged or of another index is built anew from the stored vectors, without embedding. A small update
leaves the file as it is: whoever opens it adds and removes the few passages that changed since.
"""

import json
import math
import os
import re
import zlib
from dataclasses import dataclass
from pathlib import Path

import faiss
import numpy as np

from index.ranking.vectors import EXACT_UP_TO, approximate, exact, ids_in, only
from index.storage.store import Store
from index.storage.writing import WritableStore

_PATTERN = "passages.*.faiss"
_NAME = re.compile(r"passages\.([0-9a-f]+)\.(\d+)\.([0-9a-f]{8})\.faiss")
_KEPT_CHANGES = 1000  # passages, or this share of all, may change before the file is written anew
_KEPT_SHARE = 0.05


@dataclass(slots=True)
class Dense:
    """The vectors of one generation of one index, in memory."""

    faiss: faiss.Index
    identity: str
    generation: int
    last_id: int

    def search(self, vector: np.ndarray, count: int, among: np.ndarray | None = None) -> list[int]:
        """Return the ids of the passages nearest to a vector, shape (1, dimension), best first.

        Only `among` some ids, where they are given.
        """
        limited = None if among is None else only(self.faiss, among)
        _, ids = self.faiss.search(vector, min(count, self.faiss.ntotal), params=limited)
        return [int(i) for i in ids[0] if i >= 0]

    def follow(self, store: Store) -> bool:
        """Take over what changed in the store.

        False when that cannot be, and the vectors must be loaded anew.
        """
        about = store.meta()
        generation = int(about.get("generation", 0))
        if about.get("identity") != self.identity or generation < self.generation:
            return False
        if generation > self.generation:
            removed = store.removed_since(self.generation)
            if len(removed):
                self.faiss.remove_ids(faiss.IDSelectorBatch(removed))
            for ids, vectors in store.vectors(after=self.last_id):
                self.faiss.add_with_ids(np.ascontiguousarray(vectors), ids)
                self.last_id = int(ids[-1])
            self.generation = generation
        return bool(self.faiss.ntotal == int(about["passages"]))


def open_dense(store: Store, data_dir: Path) -> Dense:
    """Return the vectors of the store's generation, from the file where it can be trusted.

    Call it in a `snapshot`.
    """
    for dense in _read_files(data_dir, store.meta().get("identity", "")):
        if dense.follow(store):
            return dense
    return _from_store(store)


def write_dense(store: WritableStore, data_dir: Path, exact_up_to: int = EXACT_UP_TO) -> None:
    """Write the FAISS file when there is none or much has changed.

    It is an approximate one for more than `exact_up_to` passages. A folder that cannot be written
    costs only time at the next start.
    """
    with store.snapshot():
        about = store.meta()
        if _is_recent(store, data_dir, about):
            return
        dense = _from_store(store, exact_up_to)
    try:
        path = _write(dense, data_dir)
    except (OSError, RuntimeError):
        return
    written = {"file": path.name, "generation": dense.generation, "last_id": dense.last_id}
    with store.transaction():
        store.set_meta(dense=json.dumps(written))
        # Removals before the last file but one: an open index that old loads anew.
        store.forget_removed(json.loads(about.get("dense", "{}")).get("generation", 0))
    for old in [*data_dir.glob(_PATTERN), *data_dir.glob("*.partial")]:
        if old != path:
            old.unlink(missing_ok=True)


def _is_recent(store: WritableStore, data_dir: Path, about: dict[str, str]) -> bool:
    written = json.loads(about.get("dense", "{}"))
    if not written or not (data_dir / written["file"]).is_file():
        return False
    if not written["file"].startswith(f"passages.{about['identity']}."):
        return False
    added = store.passages_after(written["last_id"])
    removed = len(store.removed_since(written["generation"]))
    return added + removed <= max(_KEPT_CHANGES, _KEPT_SHARE * int(about["passages"]))


def _from_store(store: Store, exact_up_to: float = math.inf) -> Dense:
    """Build the FAISS index from the stored vectors."""
    about = store.meta()
    passages = int(about.get("passages", 0))
    small = passages <= exact_up_to
    built = exact(store.vectors()) if small else approximate(store.vectors, passages)
    return Dense(built, about.get("identity", ""), int(about.get("generation", 0)), _last_id(built))


def _last_id(built: faiss.Index) -> int:
    return int(ids_in(built).max(initial=0))


def _write(dense: Dense, data_dir: Path) -> Path:
    partial = data_dir / f"passages.{os.getpid()}.partial"
    faiss.write_index(dense.faiss, str(partial))
    path = data_dir / f"passages.{dense.identity}.{dense.generation}.{_crc(partial):08x}.faiss"
    os.replace(partial, path)
    return path


def _read_files(data_dir: Path, identity: str) -> list[Dense]:
    """Read the newest file of this index that is as it was written."""
    named = [
        (int(found[2]), path, int(found[3], 16))
        for path in data_dir.glob(_PATTERN)
        if (found := _NAME.fullmatch(path.name)) and found[1] == identity
    ]
    for generation, path, crc in sorted(named, reverse=True):
        try:
            if _crc(path) == crc:
                read = faiss.read_index(str(path))
                return [Dense(read, identity, generation, _last_id(read))]
        except (OSError, RuntimeError, AttributeError):
            continue  # gone or no FAISS file: the stored vectors are the truth
    return []


def _crc(path: Path) -> int:
    crc = 0
    with path.open("rb") as file:
        while piece := file.read(1 << 22):
            crc = zlib.crc32(piece, crc)
    return crc
