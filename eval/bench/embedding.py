"""Measure how fast articles become vectors, and what the speed costs in ranking.

    python -m eval.bench.embedding
    python -m eval.bench.embedding seeds squad_v2_dev.jsonl.gz --limit 500

Against plain `SentenceTransformer.encode`. Both encoders take turns in one run over the passages of
the sets, in the order of the articles; the figures are medians of the turns.
"""

import json
import statistics
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import numpy as np
import typer

from eval.measuring.circumstances import circumstances
from eval.measuring.metrics import gold_ranks, ndcg
from eval.questions.sets import NAMED, Choice, EvalSet, open_set
from index.embedder import SentenceTransformerEmbedder, Vectors
from qa.cli.terminal import out, progress_bar, run, wellspring

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

_AT_LEAST = 600  # passages
_DEPTH = 10
Encode = Callable[[Sequence[str]], Vectors]


def main(
    sets: Annotated[
        list[str] | None,
        typer.Argument(help="`seeds`, `almanac`, or question files. Default: both folders."),
    ] = None,
    limit: Annotated[
        int | None, typer.Option(min=1, help="At most this many questions a set.")
    ] = None,
    turns: Annotated[int, typer.Option(min=1, help="How often each encoder runs.")] = 5,
    at_least: Annotated[
        int, typer.Option(min=1, help="Smaller sets are taken several times.")
    ] = _AT_LEAST,
    to: Annotated[Path | None, typer.Option("--out", help="Write the figures as JSON.")] = None,
) -> None:
    """Print passages a second of both, and nDCG@10 of exact search with the vectors of both."""
    well = wellspring()
    measured = []
    for name in sets or list(NAMED):
        chosen = open_set(well, name, None, Choice(limit=limit), lambda *_: None)
        measured.append(_measure(chosen, well.embedder, turns, at_least))
        for key, value in measured[-1].items():
            out.print(f"{key:24} {value:.3f}" if isinstance(value, float) else f"{key:24} {value}")
    if to:
        told = {**circumstances(), "embedding": measured}
        to.write_text(json.dumps(told, indent=1) + "\n", "utf-8")


def _measure(
    chosen: EvalSet, embedder: SentenceTransformerEmbedder, turns: int, at_least: int
) -> dict[str, object]:
    texts = {article.id: article.text for article in chosen.index.articles()}
    passages = [
        text[start:end]
        for article, text in texts.items()
        for start, end, _ in chosen.index.passages_of(article)
    ]
    plain = partial(_encoded_plainly, embedder.load())
    encoders: dict[str, Encode] = {"plain": plain, "ours": embedder.encode}
    speeds = _speeds(encoders, list(passages) * -(-at_least // len(passages)), turns)
    orders = {name: _ndcg(chosen, passages, encode) for name, encode in encoders.items()}
    return {
        "set": chosen.name,
        "passages": len(passages),
        **{f"passages/s, {name}": speed for name, speed in speeds.items()},
        "times as fast": speeds["ours"] / speeds["plain"],
        **{f"nDCG@10, {name}": value for name, value in orders.items()},
    }


def _encoded_plainly(model: "SentenceTransformer", texts: Sequence[str]) -> Vectors:
    vectors = model.encode(
        list(texts), batch_size=32, normalize_embeddings=True, show_progress_bar=False
    )
    return np.asarray(vectors, np.float32)


def _speeds(encoders: dict[str, Encode], texts: Sequence[str], turns: int) -> dict[str, float]:
    taken: dict[str, list[float]] = {name: [] for name in encoders}
    with progress_bar() as bar:
        task = bar.add_task("Embedding", total=(turns + 1) * len(encoders))
        for turn in range(turns + 1):  # the first one warms up
            for name, encode in encoders.items():
                began = time.perf_counter()
                encode(texts)
                taken[name] += [time.perf_counter() - began] if turn else []
                bar.update(task, advance=1)
    return {name: len(texts) / statistics.median(times) for name, times in taken.items()}


def _ndcg(chosen: EvalSet, passages: Sequence[str], encode: Encode) -> float:
    """Return the mean nDCG@10 of exact search; each question is encoded alone, as in a search."""
    asked = [question for question in chosen.questions if question.evidence]
    vectors = encode(passages)
    values = []
    for question in asked:
        best = np.argsort(-(vectors @ encode([question.question])[0]))[:_DEPTH]
        gold = [item.text for item in question.evidence]
        values.append(ndcg(gold_ranks([passages[n] for n in best], gold)))
    return float(np.mean(values))


if __name__ == "__main__":
    run(lambda: typer.run(main))
