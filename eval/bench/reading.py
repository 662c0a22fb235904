"""Read made files of every format: is each piece of them read, and how fast?

    pip install reportlab
    python -m eval.bench.reading
    python -m eval.bench.reading --rounds 200 --out reading.json

The corpus of `made/files` tells what is lost, misplaced, twice, shown though hidden, or added. The
speed is that of one long article in each format, by the time of the processor, the best of the
turns.
"""

import json
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

import typer

from eval.bench.made.files.articles import long_article
from eval.bench.made.files.corpus import WRITERS, MadeFile, made_files
from eval.bench.made.files.judging import Verdict, judge
from eval.measuring.circumstances import circumstances
from eval.reporting.markdown import table
from index.reading.readers import RawArticle, ReadArticle, Skipped, raw_articles
from qa.cli.terminal import out, progress_bar, run


def main(
    rounds: Annotated[int, typer.Option(min=1, help="How long the long article is.")] = 100,
    turns: Annotated[int, typer.Option(min=1, help="How often each long file is read.")] = 3,
    to: Annotated[Path | None, typer.Option("--out", help="Write the figures as JSON.")] = None,
) -> None:
    """Print a row for each format: how much is read, and how fast."""
    judged = [(Path(file.name).suffix.lower(), check(file)) for file in made_files()]
    article = long_article(rounds)
    with progress_bar() as bar:
        rows: list[dict[str, object]] = [
            {**_found(suffix, judged), **speed(MadeFile(f"long{suffix}", write, article), turns)}
            for suffix, write in bar.track(list(WRITERS.items()), description="Reading")
        ]
    out.print(table(rows))
    for suffix, verdict in judged:
        for fault in verdict.faults:
            out.print(f"{suffix} {fault}")
    if to:
        to.write_text(json.dumps({**circumstances(), "reading": rows}, indent=1) + "\n", "utf-8")


def check(file: MadeFile) -> Verdict:
    """Read a made file and judge what was read; one that cannot be read is lost as a whole."""
    with TemporaryDirectory() as folder:
        read = list(_read(file.name, file.raw, Path(folder)))
    if len(read) != 1 or not isinstance(read[0], ReadArticle):
        return Verdict(lost=[f"{file.name}: {read}"])
    return judge(file.article, read[0].text, [change.before for change in read[0].changes])


def speed(file: MadeFile, turns: int) -> dict[str, float]:
    """Return how large a file is and how long it takes to read."""
    raw = file.raw
    taken: list[float] = []
    letters = 0
    with TemporaryDirectory() as folder:
        for turn in range(turns + 1):  # the first one loads libraries
            began = time.process_time()
            read = list(_read(file.name, raw, Path(folder)))
            taken += [time.process_time() - began] if turn else []
            letters = sum(len(one.text) for one in read if isinstance(one, ReadArticle))
    best = min(taken)
    return {
        "KB": round(len(raw) / 1e3),
        "KB of text": round(letters / 1e3),
        "s/MB": round(best / len(raw) * 1e6, 2),
        "s/MB of text": round(best / letters * 1e6, 2),
    }


def _read(name: str, raw: bytes, folder: Path) -> Iterator[ReadArticle | Skipped]:
    path = folder / name
    path.write_bytes(raw)
    for item in raw_articles(path, f"made/{name}"):
        yield item.read() if isinstance(item, RawArticle) else item


def _found(suffix: str, judged: Sequence[tuple[str, Verdict]]) -> dict[str, object]:
    verdicts = [verdict for of, verdict in judged if of == suffix]
    kinds = ("lost", "misplaced", "twice", "shown", "added")
    return {
        "format": suffix,
        "files": len(verdicts),
        "pieces": sum(verdict.pieces for verdict in verdicts),
        **{kind: sum(len(getattr(verdict, kind)) for verdict in verdicts) for kind in kinds},
    }


if __name__ == "__main__":
    run(lambda: typer.run(main))
