"""The options of the `wellspring tune` commands."""

from pathlib import Path
from typing import Annotated

import typer

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
AVERAGED = Annotated[
    bool,
    typer.Option("--average", help="Write the mean of the trained weights and those of --start."),
]
ADAPTER = Annotated[Path, typer.Option("--out", help="Folder for the adapter and its run card.")]
BATCH = Annotated[int, typer.Option(min=1, help="Examples a step; 48 take up to 24 GB of memory.")]
ASKING = Annotated[
    int, typer.Option(min=0, help="At most this many examples that write a question to an answer.")
]
KINDS = Annotated[
    Path, typer.Option("--out", help="Folder for kinds.safetensors and its run card.")
]
VERIFIER = Annotated[
    Path, typer.Option("--out", help="Folder for verifier.safetensors and its run card.")
]
WINDOWS = Annotated[
    int, typer.Option(min=0, help="At most this many windows, and verdicts, of the records.")
]
QUESTIONS = Annotated[
    int | None,
    typer.Option(
        min=0,
        help="At most this many written questions; of several files, beside all of the last.",
    ),
]
STATEMENTS = Annotated[
    int, typer.Option(min=0, help="At most this many statements that a text proves, or does not.")
]
WRITTEN_FILES = Annotated[
    list[Path] | None,
    typer.Option("--written", help="Questions over texts, with labels; Wellspring's by default."),
]
ANSWERS_OF = Annotated[
    int | None, typer.Option("--answers", min=0, help="At most this many answers over records.")
]
DRAFTS = Annotated[
    int | None, typer.Option("--drafts", min=1, help="At most this many examples that answer.")
]
TEXTS = Annotated[
    bool,
    typer.Option("--texts", help="Also learn from the answers over short texts of Wellspring."),
]
ADAPTER_START = Annotated[
    Path | None, typer.Option("--start", help="An adapter to go on from. Default: a fresh one.")
]
PASSES = Annotated[int, typer.Option("--epochs", min=1, help="Passes over the data.")]
RATE = Annotated[float, typer.Option(min=0.0, help="Peak learning rate.")]
