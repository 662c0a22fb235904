"""Exact and approximate vectors, and `dense`, which keeps them in a file."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import faiss
import numpy as np
import pytest

from index.embedder import Vectors
from index.ranking.dense import open_dense, write_dense
from index.ranking.vectors import Batch, approximate, exact, ids_in
from index.storage.store import Store
from index.storage.writing import WritableStore

if TYPE_CHECKING:
    from tests.index.conftest import Folder

COUNT, DIMENSION = 6000, 32


def noisy(vectors: Vectors, noise: float, seed: int) -> Vectors:
    found = (
        vectors
        + noise
        * np.random.default_rng(seed).standard_normal(vectors.shape, dtype=np.float32)
        / DIMENSION**0.5
    )
    return np.asarray(found / np.linalg.norm(found, axis=1, keepdims=True), np.float32)


@pytest.fixture(scope="module")
def vectors() -> Vectors:
    """Vectors in 200 groups, as texts on 200 subjects have them."""
    subjects = np.random.default_rng(0).standard_normal((200, DIMENSION), dtype=np.float32)
    return noisy(
        np.repeat(subjects / np.linalg.norm(subjects, axis=1, keepdims=True), COUNT // 200, 0),
        0.8,
        1,
    )


def batches(vectors: Vectors) -> Iterator[Batch]:
    for first in range(0, COUNT, 1000):
        yield np.arange(first + 1, first + 1001, dtype=np.int64), vectors[first : first + 1000]


def test_approximate_search_finds_what_exact_search_finds(vectors: Vectors) -> None:
    whole, quick = exact(batches(vectors)), approximate(lambda: batches(vectors), COUNT)
    queries = noisy(vectors[::60], 0.5, 2)
    shared = [
        len(set(a) & set(b))
        for a, b in zip(whole.search(queries, 10)[1], quick.search(queries, 10)[1], strict=True)
    ]
    assert np.mean(shared) >= 9.5
    assert quick.nprobe < quick.nlist / 4  # type: ignore[attr-defined]  # it looks at a part


def test_vectors_can_be_added_to_and_removed_from_an_approximate_index(vectors: Vectors) -> None:
    quick = approximate(lambda: batches(vectors), COUNT)
    quick.remove_ids(faiss.IDSelectorBatch(np.arange(1, 101, dtype=np.int64)))
    quick.add_with_ids(vectors[:1], np.array([99_999], np.int64))
    assert ids_in(quick).tolist() == [*range(101, COUNT + 1), 99_999]
    assert quick.search(vectors[:1], 1)[1].tolist() == [[99_999]]


def test_a_large_index_is_written_approximate_and_follows_updates(
    folder: "Folder", tmp_path: Path
) -> None:
    for n in range(60):
        folder.write(f"tower{n}.txt", f"The tower of place number {n} has {n + 3} bells.")
    folder.build()
    (old,) = folder.data.glob("*.faiss")
    old.unlink()
    store = WritableStore(folder.data / "index.sqlite")
    write_dense(store, folder.data, exact_up_to=20)
    store.close()
    folder.write("owl.txt", "The observatory counted 77 owls in March.")
    folder.remove("tower7.txt")
    folder.build()
    index = folder.open()
    with closing(Store(folder.data / "index.sqlite")) as read, read.snapshot():
        dense = open_dense(read, folder.data)
    assert hasattr(dense.faiss, "nprobe")
    assert len(ids_in(dense.faiss)) == index.counts()[1] == 62
    assert (
        "77 owls" in index.search("How many owls were counted?", 1, lexical=False)[0].passage.text
    )
