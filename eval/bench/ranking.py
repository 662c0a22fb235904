"""Measure how well passages are ranked: dense, lexical and fused, on any question sets.

    python -m eval.bench.ranking                                  both eval folders
    python -m eval.bench.ranking seeds squad_v2_dev.jsonl.gz --limit 500
    python -m eval.bench.ranking seeds --size 100,20 --size 300,60

`--size` tries another size of passages and their overlap, in tokens.
A question counts as a hit at k when all its gold sentences are within the first k passages.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

import typer

from eval.measuring.circumstances import circumstances
from eval.measuring.metrics import gold_ranks, hit_at, ndcg, reciprocal_rank
from eval.questions.sets import NAMED, Choice, EvalSet, open_set
from eval.reporting.markdown import table
from eval.types import Question
from index.ranking.fusion import fuse
from index.ranking.search import Index
from index.storage.schema import IndexSettings
from qa.cli.terminal import out, progress_bar, run, wellspring
from qa.question.followups import standalone_question
from qa.wiring import Wellspring

_DEPTH = 50
_WEIGHTS = (0.5, 1.0, 2.0)  # of the lexical leg
Ranks = tuple[int | None, ...]


def main(
    sets: Annotated[
        list[str] | None,
        typer.Argument(help="`seeds`, `almanac`, or question files. Default: both folders."),
    ] = None,
    limit: Annotated[
        int | None, typer.Option(min=1, help="At most this many questions a set.")
    ] = None,
    size: Annotated[
        list[str] | None, typer.Option(help="Also with passages of TOKENS,OVERLAP.")
    ] = None,
    to: Annotated[Path | None, typer.Option("--out", help="Write the figures as JSON.")] = None,
) -> None:
    """Print hit@k, MRR and nDCG of each leg and of both fused, by the weight of the lexical one."""
    well, measured = wellspring(), []
    for name in sets or list(NAMED):
        chosen = open_set(well, name, None, Choice(limit=limit), lambda *_: None)
        measured += _measure(chosen)
        for tokens, overlap in [map(int, item.split(",")) for item in size or []]:
            cut = IndexSettings(well.embedder.name, tokens, overlap)
            measured += _cut_otherwise(well, chosen, cut)
    out.print(table(measured))
    if to:
        told = {**circumstances(), "ranking": measured}
        to.write_text(json.dumps(told, indent=1) + "\n", "utf-8")


def _cut_otherwise(
    well: Wellspring, chosen: EvalSet, cut: IndexSettings
) -> list[dict[str, object]]:
    """Measure a set over passages of another size."""
    with TemporaryDirectory() as place:
        well.build_index(chosen.index.roots().folders, data_dir=Path(place), cut=cut)
        index = Index(Path(place), well.embedder, cut)
        name = f"{chosen.name}, {cut.passage_tokens}/{cut.overlap_tokens} tokens"
        return _measure(replace(chosen, name=name, index=index))


def _measure(chosen: EvalSet) -> list[dict[str, object]]:
    asked = [question for question in chosen.questions if question.evidence]
    ranks: dict[str, list[Ranks]] = {}
    with progress_bar() as bar:
        for question in bar.track(asked, description=f"Searching {chosen.name}"):
            gold = [item.text for item in question.evidence]
            for way, found in _rankings(chosen.index, question):
                ranks.setdefault(way, []).append(gold_ranks(found, gold))
    return [{"set": chosen.name, "ranking": way, **_figures(rows)} for way, rows in ranks.items()]


def _rankings(index: Index, question: Question) -> Iterator[tuple[str, list[str]]]:
    """Yield each way to rank with the texts of the first ten passages."""
    query = standalone_question(question.question, question.history)
    dense = index.search(query, _DEPTH, lexical=False)
    lexical = index.search(query, _DEPTH, dense=False)
    texts = {hit.passage.id: hit.passage.text for hit in [*dense, *lexical]}
    one, two = [hit.passage.id for hit in dense], [hit.passage.id for hit in lexical]
    yield "dense", [texts[n] for n in one[:10]]
    yield "lexical", [texts[n] for n in two[:10]]
    for weight in _WEIGHTS:
        yield f"fused, lexical x {weight:g}", [texts[row[0]] for row in fuse(one, two, weight)[:10]]


def _figures(ranks: Sequence[Ranks]) -> dict[str, float]:
    count = len(ranks)
    hits = {f"hit@{k}": sum(hit_at(row, k) for row in ranks) / count for k in (1, 3, 5, 10)}
    return {
        "questions": count,
        **hits,
        "mrr": sum(map(reciprocal_rank, ranks)) / count,
        "ndcg@10": sum(map(ndcg, ranks)) / count,
    }


if __name__ == "__main__":
    run(lambda: typer.run(main))
