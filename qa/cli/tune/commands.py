"""The `wellspring tune` commands."""

from pathlib import Path
from typing import Any

import typer

from index.problems import Problem
from index.types import WellspringError
from qa.cli.terminal import out, wellspring
from qa.cli.tune.data import drawn, records_of, sample_of, training_bar
from qa.cli.tune.options import (
    ADAPTER,
    ADAPTER_START,
    ANSWERS_OF,
    ASKING,
    AVERAGED,
    BATCH,
    CHECK,
    DATA,
    DRAFTS,
    EPOCHS,
    KEEP,
    KINDS,
    LAYERS_RATE,
    PASSES,
    QUESTIONS,
    RANK,
    RATE,
    READER,
    SEED,
    START,
    STATEMENTS,
    TEXTS,
    VERIFIER,
    WINDOWS,
    WRITTEN_FILES,
)

_ABOUT = (
    "Train the weights that come with Wellspring again, "
    "or go on training them on your own questions."
)
_CHECKED = 500  # drafts that were kept apart, to score an adapter on
_JUDGED = 1200  # questions and statements that were kept apart, to score a verifier on
_NO_ANSWERS = (
    "None of the records has a written answer to learn from. "
    'Add `"answer": "..."` to lines of your file; its figures are those of the evidence.'
)
tune_app = typer.Typer(help=_ABOUT, no_args_is_help=True, rich_markup_mode=None)


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
    records, known = records_of(data), sample_of(check)
    tuning = ReaderTuning(epochs, rate, 5 * rate, rank=rank, start=start, keep=keep, seed=seed)
    with training_bar() as tick:
        card = tune(records, data, to, tuning, tick, known)
    _tell(card, to)
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

    made = labelled(records_of(data), seed)
    with training_bar() as tick:
        card = tune(made, [WRITTEN, *data], to, KindTuning(epochs, seed=seed), tick)
    _tell(card, to)


@tune_app.command()
def verifier(
    data: DATA,
    to: VERIFIER = Path("verifier"),
    windows: WINDOWS = 4000,
    questions: QUESTIONS = None,
    statements: STATEMENTS = 16000,
    written: WRITTEN_FILES = None,
    start: START = None,
    averaged: AVERAGED = False,
    epochs: PASSES = 1,
    rate: LAYERS_RATE = 3e-4,
    seed: SEED = 0,
) -> None:
    """Train the verifier, which tells whether a text answers a question, and yes from no.

    It learns from questions written for Wellspring, most of them over passages of the records, and
    from the records' own; also whether a text proves a statement.
    Example: `wellspring tune verifier train/*.jsonl.gz --out verifier`
    """
    from qa.tuning.data.verdicts import Most, judged
    from qa.tuning.data.written.texts import WRITTEN
    from qa.tuning.verifier import VerifierTuning, tune

    files = written or list(WRITTEN)
    records, most = records_of(data), Most(windows, statements, questions)
    made, kept = judged(records, most, seed, files)
    tuning = VerifierTuning(epochs, rate, start=start, averaged=averaged, seed=seed)
    with training_bar() as tick:
        card = tune(made, [*files, *data], to, tuning, tick, drawn(kept, _JUDGED))
    _tell(card, to)
    out.print(f"On texts that were kept apart: {card['scores']}")


@tune_app.command()
def generator(
    data: DATA,
    to: ADAPTER = Path("adapter"),
    start: ADAPTER_START = None,
    answers: ANSWERS_OF = None,
    texts: TEXTS = False,
    asking: ASKING = 3000,
    most: DRAFTS = None,
    rate: RATE = 1e-3,
    batch: BATCH = 48,
) -> None:
    """Tune an adapter for the bundled generator, or for the model that WELLSPRING_GENERATOR names.

    It learns to answer in a direct sentence from records that have a written answer: their own
    (`"answer": "..."` in a line of your question file), or one of
    `qa/tuning/data/written/answers.jsonl.gz`. An answer with a figure or a name from elsewhere is
    left out: it would not be shown. It also learns to ask questions.
    An interrupted training goes on where it was. Use it with WELLSPRING_GENERATOR=adapter.
    Example: `wellspring tune generator train/*.jsonl.gz --texts --out adapter`
    """
    from qa.tuning.data.answers import ANSWERS
    from qa.tuning.data.phrasing import drafts, pairs_of
    from qa.tuning.data.questions import asking_drafts
    from qa.tuning.data.written.texts import WRITTEN
    from qa.tuning.generator import GeneratorTuning, tune

    files = [ANSWERS, *WRITTEN] if texts else [ANSWERS]
    well, records = wellspring(), records_of(data)
    tuning = GeneratorTuning(learning_rate=rate, batch=batch, start=start)
    learnt, kept = pairs_of(records, answers, tuning.seed, texts=texts)
    if not learnt:
        raise WellspringError(Problem.NO_EXAMPLES, _NO_ANSWERS)
    made = drafts(learnt, tuning.seed)[:most]
    made += asking_drafts(records, asking, tuning.seed)
    checked = drafts(kept, tuning.seed)[:_CHECKED]
    with training_bar() as tick:
        card = tune(well.tuning_base, made, [*files, *data], to, tuning, tick, checked)
    took = f"Trained on {card['drafts']} drafts in {card['minutes']} minutes on {card['device']}."
    out.print(f"{took} Use it: WELLSPRING_GENERATOR={to}")
    out.print(f"On drafts that were kept apart: {card['scores']}")


def _tell(card: dict[str, Any], to: Path) -> None:
    """Tell what a training took, and where its weights are."""
    took = f"Trained {card['steps']} steps in {card['minutes']} minutes on {card['device']}"
    out.print(f"{took}; weights and run card are in {to}.")
