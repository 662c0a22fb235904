"""Measure the index at 10 thousand, 100 thousand and a million passages.

    python -m eval.bench.scale
    python -m eval.bench.scale --passages 10000 --out scale.json

Passages are made up from the eval articles (`eval/bench/made/resampled.py`) and stored with their
vectors, so the time to build is without embedding. Building, opening and searching each run in a
process of their own, to tell their memory.
"""

import json
import resource
import tempfile
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import Annotated, Any

import numpy as np
import psutil
import typer

from eval.bench.made.resampled import Batch, Resampled
from eval.measuring.circumstances import circumstances
from eval.questions.sets import NAMED
from index.embedder import Vectors
from index.ranking.dense import open_dense, write_dense
from index.ranking.search import Index
from index.ranking.vectors import exact
from index.reading.readers import ReadArticle, iter_articles
from index.reading.roots import named
from index.storage.schema import IndexSettings
from index.storage.store import INDEX_FILE, Store
from index.storage.writing import NewPassage, WritableStore
from qa.cli.terminal import out, progress_bar, run, wellspring

_QUERIES, _WARM_UP, _TOP = 200, 20, 10
_SETTINGS = IndexSettings("resampled")
_SIZES = [10_000, 100_000, 1_000_000]


@dataclass(slots=True)
class Known:
    """An embedder of queries whose vectors are known: searching is measured, not embedding."""

    vectors: dict[str, Vectors]
    name: str = _SETTINGS.embedder

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Return the vectors of known queries."""
        return np.concatenate([self.vectors[text] for text in texts])

    def overflows(self, text: str) -> bool:
        """No query is too long."""
        return False


def main(
    passages: Annotated[list[int], typer.Option(min=1000, help="Sizes to measure.")] = _SIZES,
    to: Annotated[Path | None, typer.Option("--out", help="Write the figures as JSON.")] = None,
) -> None:
    """Measure building, opening and searching large indexes."""
    measured = []
    for count in passages:
        with tempfile.TemporaryDirectory() as place:
            out.print(f"{count:,} passages")
            built = _apart(_build, Path(place), count)
            searched = _apart(_measure, Path(place), *_apart(_queries, Path(place)))
        found = {"passages": count, **built, **searched}
        for name, value in found.items():
            out.print(f"  {name:32} {value:{',.3f' if isinstance(value, float) else ','}}")
        measured.append(found)
        if to:
            told = {**circumstances(), "scale": measured}
            to.write_text(json.dumps(told, indent=1) + "\n", "utf-8")


def _apart(work: Callable[..., Any], *given: object) -> Any:
    """Run work in a new process."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(work, *given).result()


def _source() -> Resampled:
    articles = [
        item
        for folder in NAMED.values()
        for item in iter_articles(folder, {})
        if isinstance(item, ReadArticle)
    ]
    return Resampled([article.text for article in articles], wellspring().embedder)


def _build(place: Path, count: int) -> dict[str, Any]:
    source = _source()
    began, store = time.perf_counter(), WritableStore(place / INDEX_FILE)
    with progress_bar() as bar, store.transaction():
        task = bar.add_task("Storing passages", total=count)
        for number, batch in enumerate(source.batches(count)):
            _store(store, batch, number)
            bar.update(task, advance=len(batch.vectors))
        store.count()
        roots = named(place, place).to_json()
        store.set_meta(settings=_SETTINGS.to_json(), roots=roots, generation="1")
    stored = time.perf_counter()
    write_dense(store, place)
    store.settle()
    return {
        "store_s": stored - began,
        "faiss_s": time.perf_counter() - stored,
        "sqlite_mb": _megabytes(place, "*.sqlite*"),
        "faiss_mb": _megabytes(place, "*.faiss"),
        "build_peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }


def _store(store: WritableStore, batch: Batch, number: int) -> None:
    """Store the articles of a batch, each with its passages one after another."""
    vectors = iter(batch.vectors)
    for n, (title, passages) in enumerate(zip(batch.titles, batch.passages, strict=True)):
        name, text = f"made/{number}-{n}.txt", "\n".join(passages)
        store.add(
            ReadArticle(f"{number}-{n}", title, text, name, name, ()), name, number * 100_000 + n
        )
        ends = np.cumsum([len(passage) + 1 for passage in passages])
        spans = zip([0, *ends[:-1]], ends - 1, strict=True)
        cut = [NewPassage(int(a), int(b), 0, next(vectors)) for a, b in spans]
        store.add_passages(f"{number}-{n}", title, text, cut)


def _megabytes(place: Path, pattern: str) -> float:
    return sum(path.stat().st_size for path in place.glob(pattern)) / 1e6


def _measure(place: Path, vectors: list[Vectors], texts: list[str]) -> dict[str, Any]:
    known = Known(dict(zip(texts, vectors, strict=True)))
    before, began = _memory_mb(), time.perf_counter()
    index = Index(place, known)
    found: dict[str, Any] = {"open_s": time.perf_counter() - began}
    for leg in ("dense", "lexical", "fused"):
        search = partial(index.search, top_k=_TOP, dense=leg != "lexical", lexical=leg != "dense")
        found |= _times(leg, texts, search)
    found["serving_mb"] = _memory_mb() - before
    with closing(Store(place / INDEX_FILE)) as store:
        with store.snapshot():
            dense = open_dense(store, place)
        return {**found, **_against_exact(store, dense, vectors)}


def _queries(place: Path) -> tuple[list[Vectors], list[str]]:
    source, store = _source(), Store(place / INDEX_FILE)
    chosen = np.random.default_rng(1).choice(store.counts()[1], _QUERIES, replace=False) + 1
    texts = store.passages([int(n) for n in chosen])
    made = [
        source.query(vectors[0], texts[int(ids[0])].text)
        for n in chosen
        for ids, vectors in [next(store.vectors(after=int(n) - 1))]
    ]
    return [vector for vector, _ in made], [text for _, text in made]


def _times(leg: str, texts: Sequence[str], search: Callable[[str], object]) -> dict[str, float]:
    taken = []
    for text in [*texts[:_WARM_UP], *texts]:
        began = time.perf_counter()
        search(text)
        taken.append(1000 * (time.perf_counter() - began))
    low, high = np.percentile(taken[_WARM_UP:], [50, 95])
    return {f"{leg}_p50_ms": float(low), f"{leg}_p95_ms": float(high)}


def _against_exact(store: Store, dense: Any, vectors: Sequence[Vectors]) -> dict[str, float]:
    """Compare the dense leg with exact search: share of the ten nearest, and time of the latter."""
    whole = exact(store.vectors())
    numbers = [str(n) for n in range(len(vectors))]
    found = _times("exact", numbers, lambda n: whole.search(vectors[int(n)], _TOP))
    shared = [
        len(set(dense.search(vector, _TOP)) & set(whole.search(vector, _TOP)[1][0].tolist()))
        for vector in vectors
    ]
    return {"recall_at_10": float(np.mean(shared)) / _TOP, **found}


def _memory_mb() -> float:
    return float(psutil.Process().memory_info().rss) / 1e6


if __name__ == "__main__":
    run(lambda: typer.run(main))
