"""Search an index: dense (FAISS) and lexical (BM25) rankings, fused by reciprocal rank."""

import os
from pathlib import Path
from threading import Lock

import faiss
import numpy as np

from index.embedder import Embedder
from index.store import IndexSettings, Store
from index.types import Article, Hit, WellspringError

INDEX_FILE = "index.sqlite"
_FAISS_FILE = "passages.{generation}.faiss"
_CANDIDATES = 50  # of each leg
_RRF_K = 60  # the constant of Cormack, Clarke and Büttcher (2009)


class Index:
    """An open index. Safe for several threads; follows builds of other processes by itself."""

    def __init__(self, data_dir: Path, embedder: Embedder) -> None:
        """Open the index in `data_dir`; raises `WellspringError` when it is missing, damaged or of other settings."""
        self._data_dir = data_dir
        self._embedder = embedder
        self._lock = Lock()
        self.store = Store(data_dir / INDEX_FILE)
        self._generation = 0
        self._load()

    def _load(self) -> None:
        """Open the FAISS file of the stored generation, or rebuild it from the stored vectors."""
        self.store.check_settings(IndexSettings(self._embedder.name))
        generation = self.store.generation
        if generation == 0:
            raise WellspringError("missing_index", "The index is empty. Fill it with `wellspring index FOLDER`.")
        found = _read_faiss(self._data_dir, generation)
        if found is None or found.ntotal != self.store.counts()[1]:
            found = write_faiss(self.store, self._data_dir)
        self._faiss = found
        self._generation = generation

    def search(self, query: str, top_k: int = 5, *, dense: bool = True, lexical: bool = True) -> list[Hit]:
        """Return the `top_k` passages for a query, best first, from both legs or from one."""
        vector = self._embedder.encode([query]) if dense else None
        with self._lock:
            if self.store.generation != self._generation:
                self._load()
            dense_ids = self._dense(vector) if vector is not None else []
            lexical_ids = self.store.lexical(query, _CANDIDATES) if lexical else []
            ranking = fuse(dense_ids, lexical_ids)[:top_k]
            passages = self.store.passages([passage_id for passage_id, *_ in ranking])
        legs = int(dense) + int(lexical)
        return [
            Hit(passages[passage_id], score / legs, dense_rank, lexical_rank)
            for passage_id, score, dense_rank, lexical_rank in ranking
            if passage_id in passages
        ]

    def _dense(self, vector: np.ndarray) -> list[int]:
        _, ids = self._faiss.search(vector, min(_CANDIDATES, self._faiss.ntotal))
        return [int(i) for i in ids[0] if i >= 0]

    def article(self, article_id: str) -> Article | None:
        """Return one article as stored, or None."""
        with self._lock:
            return self.store.article(article_id)

    def articles(self) -> list[Article]:
        """Return every article, by source."""
        with self._lock:
            return self.store.articles()

    def counts(self) -> tuple[int, int]:
        """Count the articles and the passages."""
        with self._lock:
            return self.store.counts()

    def document_frequency(self, word: str) -> int:
        """Count the passages that hold a word or a form of it."""
        with self._lock:
            return self.store.document_frequency(word)

    @property
    def generation(self) -> int:
        """Return the generation that searches see now."""
        return self._generation


def fuse(dense: list[int], lexical: list[int]) -> list[tuple[int, float, int | None, int | None]]:
    """Fuse two rankings by reciprocal rank: (id, score, dense rank, lexical rank), best first.

    Ranks count from 1; first place in one leg scores 1.0.
    """
    dense_rank = {passage_id: rank for rank, passage_id in enumerate(dense, 1)}
    lexical_rank = {passage_id: rank for rank, passage_id in enumerate(lexical, 1)}
    fused = []
    for passage_id in dict.fromkeys([*dense, *lexical]):
        ranks = dense_rank.get(passage_id), lexical_rank.get(passage_id)
        fused.append((passage_id, sum((_RRF_K + 1) / (_RRF_K + rank) for rank in ranks if rank), *ranks))
    return sorted(fused, key=lambda row: -row[1])


def write_faiss(store: Store, data_dir: Path) -> faiss.IndexIDMap2:
    """Build the FAISS index from the stored vectors, write it beside the store, and return it.

    The file of an older generation is removed. A folder that cannot be written costs only
    the rebuild at the next start.
    """
    generation, ids, vectors = store.vectors()
    index = faiss.IndexIDMap2(faiss.IndexFlatIP(vectors.shape[1]))
    index.add_with_ids(np.ascontiguousarray(vectors), ids)
    path = data_dir / _FAISS_FILE.format(generation=generation)
    try:
        partial = path.with_suffix(f".{os.getpid()}.partial")
        faiss.write_index(index, str(partial))
        os.replace(partial, path)
        for old in data_dir.glob(_FAISS_FILE.format(generation="*")):
            if old != path:
                old.unlink(missing_ok=True)
    except (OSError, RuntimeError):
        pass
    return index


def _read_faiss(data_dir: Path, generation: int) -> faiss.Index | None:
    path = data_dir / _FAISS_FILE.format(generation=generation)
    try:
        return faiss.read_index(str(path)) if path.is_file() else None
    except RuntimeError:  # truncated or overwritten: the stored vectors are the truth
        return None
