"""The `wellspring tune` commands."""

import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from index.problems import Problem
from index.types import WellspringError
from qa.cli.terminal import out, progress_bar, wellspring
from qa.tuning.data.records import Record, read_records

_ABOUT = (
    "Train the weights that come with Wellspring again, "
    "or go on training them on your own questions."
)
tune_app = typer.Typer(help=_ABOUT, no_args_is_help=True, rich_markup_mode=None)
_CHECKED = 300  # records that a result is scored on
DATA = Annotated[
    list[Path],
    typer.Argument(help="Question records or your own question files (.jsonl or .jsonl.gz)."),
]
CHECK = Annotated[
    list[Path] | None,
    typer.Option(help="Records that are not trained on, to score the result; may be repeated."),
]
READER = Annotated[
    Path, typer.Option("--out", help="Folder for reader.safetensors and its run card.")
]
RANK = Annotated[
    int,
    typer.Option(
        min=0, help="Train the large reader: changes of this rank to MPNet (ours has 64)."
    ),
]
START = Annotated[
    Path | None,
    typer.Option(help="Trained weights to go on from. Default: the published model."),
]
EPOCHS = Annotated[float, typer.Option(min=0.01, help="Passes over the data.")]
LAYERS_RATE = Annotated[
    float,
    typer.Option(
        min=0.0, help="Peak learning rate of the layers; the heads' is five times as high."
    ),
]
KEEP = Annotated[
    float,
    typer.Option(
        min=0.0, max=1.0, help="Share of the start weights in the result; 0.5 suits other texts."
    ),
]
SEED = Annotated[int, typer.Option(help="Another one draws other passages, changes and noise.")]
ADAPTER = Annotated[Path, typer.Option("--out", help="Folder for the adapter and its run card.")]
ADAPTED = Annotated[
    Path | None, typer.Option("--start", help="An adapter to go on from. Default: none.")
]
REWORDING = Annotated[
    int, typer.Option(min=0, help="At most this many questions taken apart, and put in full.")
]
BATCH = Annotated[
    int, typer.Option(min=1, help="Examples a step; 48 take up to 24 GB of memory, 12 a quarter.")
]
MOST = Annotated[int, typer.Option(min=0, help="At most this many written answers; 0: all.")]
ASKING = Annotated[
    int, typer.Option(min=0, help="At most this many examples that write a question to an answer.")
]
KINDS = Annotated[
    Path, typer.Option("--out", help="Folder for kinds.safetensors and its run card.")
]
PASSES = Annotated[int, typer.Option("--epochs", min=1, help="Passes over the data.")]
RATE = Annotated[float, typer.Option(min=0.0, help="Peak learning rate.")]


@tune_app.command()
def reader(
    data: DATA,
    to: READER = Path("reader"),
    rank: RANK = 0,
    start: START = None,
    epochs: EPOCHS = 1.0,
    rate: LAYERS_RATE = 2e-4,
    keep: KEEP = 0.0,
    seed: SEED = 0,
    check: CHECK = None,
) -> None:
    """Train an evidence reader, the small or the large one.

    An interrupted training goes on where it was.
    A record is {"question", "answers": [...], "passages": [{"title", "text"}],
    "gold": [passage numbers], "answerable"}.
    A line of a question file (`wellspring eval new`) gets its passages from the current index.
    Example: `wellspring tune reader train/*.jsonl.gz --out reader`
    """
    from qa.tuning.reader import ReaderTuning, tune

    if keep and rank:
        raise typer.BadParameter("--keep averages whole weights; it does not go with --rank.")
    if keep and not start:
        told = "--keep keeps a share of the weights that --start names; give both."
        raise typer.BadParameter(told)
    records, known = _records(data), _sample(check)
    tuning = ReaderTuning(epochs, rate, 5 * rate, rank=rank, start=start, keep=keep, seed=seed)
    with _bar() as tick:
        card = tune(records, data, to, tuning, tick, known)
    took = f"Trained {card['steps']} steps in {card['minutes']} minutes on {card['device']}"
    out.print(f"{took}; weights and run card are in {to}.")
    if len(card["scores"]) > 1:
        out.print(f"Checked: {card['scores']}")
    else:
        out.print("Not checked: give records with --check to score it.")


@tune_app.command()
def kinds(data: DATA, to: KINDS = Path("kinds"), epochs: PASSES = 6, seed: SEED = 0) -> None:
    """Train the classifier that tells of what kind a question is.

    It learns from questions written for Wellspring, and from those of records whose answers tell
    their kind: "yes", three items, a few words.
    Example: `wellspring tune kinds train/*.jsonl.gz --out kinds`
    """
    from qa.tuning.data.kinds import WRITTEN, labelled
    from qa.tuning.kinds import KindTuning, tune

    made = labelled(read_records(data), seed)
    with _bar() as tick:
        card = tune(made, [WRITTEN, *data], to, KindTuning(epochs, seed=seed), tick)
    took = f"Trained {card['steps']} steps in {card['minutes']} minutes on {card['device']}"
    out.print(f"{took}; weights and run card are in {to}.")


@tune_app.command()
def generator(
    data: DATA,
    to: ADAPTER = Path("adapter"),
    start: ADAPTED = None,
    asking: ASKING = 3000,
    rewording: REWORDING = 3000,
    most: MOST = 0,
    rate: RATE = 1e-3,
    batch: BATCH = 48,
) -> None:
    """Tune an adapter for the bundled generator, or for the model that WELLSPRING_GENERATOR names.

    It learns to answer in a direct sentence from records that have a written answer: their own
    (`"answer": "..."` in a line of your question file), or one of
    `qa/tuning/data/written/answers.jsonl.gz`. It also learns to ask questions, to take them apart
    (records with "steps") and to put follow-ups in full (records with "rewrite").
    An interrupted training goes on where it was. Use it with WELLSPRING_GENERATOR=adapter.
    Example: `wellspring tune generator train/*.jsonl.gz --out adapter`
    """
    from qa.tuning.data.answers import answered
    from qa.tuning.data.phrasing import drafts
    from qa.tuning.data.questions import asking_drafts
    from qa.tuning.data.rewording import rewording_drafts
    from qa.tuning.generator import GeneratorTuning, tune

    well, records = wellspring(), _records(data)
    tuning = GeneratorTuning(learning_rate=rate, batch=batch, start=start)
    pairs = list(answered(records))
    made = drafts([pair for pair in pairs if not pair.held_out], tuning.seed)[: most or None]
    if not made:
        told = "None of the records has a written answer to learn from."
        cure = 'Add `"answer": "..."` to lines of your file.'
        raise WellspringError(Problem.NO_EXAMPLES, f"{told} {cure}")
    made += asking_drafts(records, asking, tuning.seed)
    made += rewording_drafts(records, rewording, tuning.seed)
    checked = drafts([pair for pair in pairs if pair.held_out], tuning.seed)[:_CHECKED]
    checked += rewording_drafts(records, _CHECKED, tuning.seed, held_out=True)
    with _bar() as tick:
        card = tune(well.tuning_base, made, data, to, tuning, tick, checked)
    took = f"Trained on {card['drafts']} drafts in {card['minutes']} minutes on {card['device']}."
    out.print(f"{took} Use it: WELLSPRING_GENERATOR={to}")
    out.print(f"On drafts that were kept apart: {card['scores']}")


def _records(files: list[Path]) -> list[Record]:
    """Read all files; lines without passages get theirs from the current index."""
    from qa.tuning.data.own import as_record

    if missing := [str(file) for file in files if not file.is_file()]:
        told = f"There is no file {missing[0]!r}. Give files of question records."
        raise WellspringError(Problem.MISSING_DATA, told)
    well = wellspring()  # its index is opened at the first line that needs it
    return read_records(files, lambda line: as_record(line, well.index))


def _sample(files: list[Path] | None) -> list[Record]:
    """Draw records to check on, the same ones each time."""
    records = _records(files) if files else []
    return random.Random(0).sample(records, min(_CHECKED, len(records)))  # noqa: S311


@contextmanager
def _bar() -> Iterator[Callable[[int, int, float], None]]:
    with progress_bar() as bar:
        task = bar.add_task("Training", total=None)

        def tick(step: int, steps: int, loss: float) -> None:
            told = f"Training, loss {loss:.2f}"
            bar.update(task, completed=step, total=steps, description=told)

        yield tick
