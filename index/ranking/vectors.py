"""FAISS indexes: exact while an index is small, else approximate (IVF, 8 bits a dimension)."""

from collections.abc import Callable, Iterable, Iterator

import faiss
import numpy as np

from index.embedder import Vectors

EXACT_UP_TO = 50_000  # passages; see `python -m eval.bench.scale` and docs/experiments.md
_CELLS = 4.0  # times the square root of the passages
_PROBED, _PROBED_AT_LEAST = 0.02, 24  # of the cells
_TRAINED_ON = 40  # vectors a cell

Batch = tuple[np.ndarray, Vectors]  # ids, shape (n,), and unit vectors, shape (n, dimension)


def exact(batches: Iterable[Batch]) -> faiss.Index:
    """Return an index that compares a query with every vector."""
    found: faiss.Index | None = None
    for ids, vectors in batches:
        found = found or faiss.IndexIDMap2(faiss.IndexFlatIP(vectors.shape[1]))
        found.add_with_ids(np.ascontiguousarray(vectors), ids)
    return found or faiss.IndexIDMap2(faiss.IndexFlatIP(1))


def approximate(batches: Callable[[], Iterable[Batch]], count: int) -> faiss.Index:
    """Return an index of about `count` vectors that compares a query with the nearest cells only.

    The cells are clusters of a sample; `batches` is called twice. Vectors can be added and removed
    as in an exact index.
    """
    wanted = _CELLS * count**0.5
    sample = _sample(batches(), wanted * _TRAINED_ON / max(1, count))
    dimension, cells = sample.shape[1], max(1, min(int(wanted), len(sample) // _TRAINED_ON))
    coarse = faiss.IndexFlatIP(dimension)
    kind = faiss.ScalarQuantizer.QT_8bit
    found = faiss.IndexIVFScalarQuantizer(
        coarse, dimension, cells, kind, faiss.METRIC_INNER_PRODUCT, False
    )
    found.cp.max_points_per_centroid = 2 * _TRAINED_ON
    found.train(sample)
    found.nprobe = min(cells, max(_PROBED_AT_LEAST, int(_PROBED * cells)))
    for ids, vectors in batches():
        found.add_with_ids(np.ascontiguousarray(vectors), ids)
    return found


def only(index: faiss.Index, ids: np.ndarray) -> faiss.SearchParameters:
    """Return what makes a search of an index compare the query with some vectors, and with each.

    Also in an approximate index, whose nearest cells may hold none of them.
    """
    wanted = np.zeros(ids.max() + 1, bool)
    wanted[ids] = True
    bits = np.packbits(wanted, bitorder="little")
    selector = faiss.IDSelectorBitmap(bits)  # type: ignore[call-arg,arg-type]
    index = faiss.downcast_index(index)
    if isinstance(index, faiss.IndexIVF):
        return faiss.SearchParametersIVF(sel=selector, nprobe=index.nlist)  # type: ignore[call-arg]
    return faiss.SearchParameters(sel=selector)  # type: ignore[call-arg]


def _sample(batches: Iterable[Batch], share: float) -> Vectors:
    chance = np.random.default_rng(0)
    return np.concatenate([vectors[chance.random(len(ids)) < share] for ids, vectors in batches])


def ids_in(index: faiss.Index) -> np.ndarray:
    """Return the ids of all vectors, ascending."""
    index = faiss.downcast_index(index)  # what is read from a file, too
    if isinstance(index, faiss.IndexIDMap2):
        return np.sort(faiss.vector_to_array(index.id_map))
    return np.sort(np.concatenate([np.empty(0, np.int64), *_cells(index.invlists)]))  # type: ignore[attr-defined]


def _cells(lists: faiss.InvertedLists) -> Iterator[np.ndarray]:
    for cell in range(lists.nlist):
        if size := lists.list_size(cell):
            yield faiss.rev_swig_ptr(lists.get_ids(cell), size).copy()
