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
from qa.tuning.data.examples import Record, read_records

tune_app = typer.Typer(
    help="Train the weights that come with Wellspring again, or go on training them on your own questions.",
    no_args_is_help=True,
    rich_markup_mode=None,
)
_CHECKED = 300  # records that a result is scored on
DATA = Annotated[
    list[Path],
    typer.Argument(help="Question records or your own question files (.jsonl or .jsonl.gz)."),
]
CHECK = Annotated[
    list[Path] | None,
    typer.Option(help="Records that are not trained on, to score the result; may be repeated."),
]


@tune_app.command()
def reader(
    data: DATA,
    to: Annotated[
        Path, typer.Option("--out", help="Folder for reader.safetensors and its run card.")
    ] = Path("reader"),
    rank: Annotated[
        int,
        typer.Option(
            min=0, help="Train the large reader: changes of this rank to MPNet (ours has 64)."
        ),
    ] = 0,
    start: Annotated[
        Path | None,
        typer.Option(help="Trained weights to go on from. Default: the published model."),
    ] = None,
    epochs: Annotated[float, typer.Option(min=0.01, help="Passes over the data.")] = 1.0,
    rate: Annotated[
        float,
        typer.Option(
            min=0.0, help="Peak learning rate of the layers; the heads' is five times as high."
        ),
    ] = 2e-4,
    keep: Annotated[
        float,
        typer.Option(
            min=0.0,
            max=1.0,
            help="Share of the start weights in the result; 0.5 suits other texts.",
        ),
    ] = 0.0,
    seed: Annotated[
        int, typer.Option(help="Another one draws other passages, changes and noise.")
    ] = 0,
    check: CHECK = None,
) -> None:
    """Train an evidence reader, the small or the large one; an interrupted training goes on where it was.

    A record is {"question", "answers": [...], "passages": [{"title", "text"}], "gold": [passage numbers], "answerable"}.
    A line of a question file (`wellspring eval new`) gets its passages from the current index.
    Example: `wellspring tune reader train/*.jsonl.gz --out reader`
    """
    from qa.tuning.reader import ReaderTuning, tune

    if keep and rank:
        raise typer.BadParameter("--keep averages whole weights; it does not go with --rank.")
    if keep and not start:
        raise typer.BadParameter(
            "--keep keeps a share of the weights that --start names; give both."
        )
    records, known = _records(data), _sample(check)
    tuning = ReaderTuning(epochs, rate, 5 * rate, rank=rank, start=start, keep=keep, seed=seed)
    with _bar() as tick:
        card = tune(records, data, to, tuning, tick, known)
    out.print(
        f"Trained {card['steps']} steps in {card['minutes']} minutes on {card['device']}; weights and run card are in {to}."
    )
    _tell(card)


@tune_app.command()
def generator(
    data: DATA,
    to: Annotated[
        Path, typer.Option("--out", help="Folder for the adapter and its run card.")
    ] = Path("adapter"),
    asking: Annotated[
        int,
        typer.Option(min=0, help="At most this many examples that write a question to an answer."),
    ] = 3000,
    rate: Annotated[float, typer.Option(min=0.0, help="Peak learning rate.")] = 1e-3,
) -> None:
    """Tune an adapter for the bundled generator, or for the model in the folder WELLSPRING_GENERATOR.

    It learns to answer in a direct sentence from records that have a written answer: their own (`"answer": "..."` in a line of your
    question file), or one of `qa/tuning/data/answers.jsonl.gz`. It also learns to ask questions. An interrupted training goes on where it
    was. Use it with WELLSPRING_GENERATOR=adapter.
    Example: `wellspring tune generator train/*.jsonl.gz --out adapter`
    """
    from qa.tuning.data.answers import answered
    from qa.tuning.data.phrasing import drafts
    from qa.tuning.data.questions import asking_drafts
    from qa.tuning.generator import GeneratorTuning, tune

    well, records, tuning = wellspring(), _records(data), GeneratorTuning(learning_rate=rate)
    pairs = list(answered(records))
    made = drafts([pair for pair in pairs if not pair.held_out], tuning.seed)
    if not made:
        told = 'None of the records has a written answer to learn from. Add `"answer": "..."` to lines of your file.'
        raise WellspringError(Problem.NO_EXAMPLES, told)
    made += asking_drafts(records, asking, tuning.seed)
    checked = drafts([pair for pair in pairs if pair.held_out], tuning.seed)
    with _bar() as tick:
        card = tune(well.tuning_base, made, data, to, tuning, tick, checked)
    out.print(
        f"Trained on {card['drafts']} drafts in {card['minutes']} minutes on {card['device']}. Use it: WELLSPRING_GENERATOR={to}"
    )
    out.print(f"On drafts that were kept apart: {card['scores']}")


def _records(files: list[Path]) -> list[Record]:
    """Read all files; lines without passages get theirs from the current index."""
    from qa.tuning.data.own import as_record

    if missing := [str(file) for file in files if not file.is_file()]:
        raise WellspringError(
            Problem.MISSING_DATA,
            f"There is no file {missing[0]!r}. Give files of question records.",
        )
    well = wellspring()  # its index is opened at the first line that needs it
    return read_records(files, lambda line: as_record(line, well.index))


def _sample(files: list[Path] | None) -> list[Record]:
    """Draw records to check on, the same ones each time."""
    records = _records(files) if files else []
    return random.Random(0).sample(records, min(_CHECKED, len(records)))  # noqa: S311


def _tell(card: Record) -> None:
    out.print(
        f"Checked: {card['scores']}"
        if len(card["scores"]) > 1
        else "Not checked: give records with --check to score it."
    )


@contextmanager
def _bar() -> Iterator[Callable[[int, int, float], None]]:
    with progress_bar() as bar:
        task = bar.add_task("Training", total=None)
        yield lambda step, steps, loss: bar.update(
            task, completed=step, total=steps, description=f"Training, loss {loss:.2f}"
        )
