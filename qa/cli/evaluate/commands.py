"""The `wellspring eval` commands: measure, compare, gate, draft questions, fit the threshold."""

from pathlib import Path
from typing import Annotated

import typer

from qa.cli.terminal import out, wellspring

eval_app = typer.Typer(invoke_without_command=True, rich_markup_mode=None)

ARTICLES = Annotated[
    Path | None,
    typer.Option(help="Folder that your questions are about. Default: the current index."),
]
SET = Annotated[
    str,
    typer.Option("--set", help="`seeds`, `almanac`, your question file (JSONL), or a public set."),
]
KIND = Annotated[
    str | None, typer.Option(help="Only questions of this kind, such as `list` or `near-miss`.")
]
SPLIT = Annotated[str | None, typer.Option(help="Only `dev` or only `test` questions.")]
LIMIT = Annotated[
    int | None,
    typer.Option(min=1, help="At most this many questions, a fixed random sample."),
]
COMPARE = Annotated[
    Path | None,
    typer.Option("--compare", help="A result file of the same questions to compare with."),
]
GATE = Annotated[
    Path | None, typer.Option(help="A baseline result: fail when this run is worse than it.")
]
ABLATE = Annotated[
    bool, typer.Option("--ablate", help="Also run with steps left out, and print what each adds.")
]
URL = Annotated[str | None, typer.Option(help="Measure the server at this address instead.")]
SAVE = Annotated[Path | None, typer.Option("--out", help="Write the result with every row (JSON).")]
HTML = Annotated[Path | None, typer.Option(help="Write a report for people (one HTML file).")]
FOLDER = Annotated[Path, typer.Argument(help="Folder of your articles.")]
FILE = Annotated[
    Path, typer.Option("--out", help="Question file to write; an existing one is kept.")
]
COUNT = Annotated[int, typer.Option(min=1, help="About how many questions.")]
CLOZE_ONLY = Annotated[
    bool,
    typer.Option("--cloze-only", help="Ask for blanks only; the generator writes no questions."),
]
DEV_SET = Annotated[
    str,
    typer.Option(
        "--set", help="`seeds`, `almanac` or your question file; its `dev` questions are used."
    ),
]
ERROR = Annotated[
    float, typer.Option(min=0.0, max=1.0, help="Largest share of answers that may be wrong.")
]


@eval_app.callback()
def evaluate(
    context: typer.Context,
    name: SET = "seeds",
    articles: ARTICLES = None,
    kind: KIND = None,
    split: SPLIT = None,
    limit: LIMIT = None,
    baseline: COMPARE = None,
    gate: GATE = None,
    ablate: ABLATE = False,
    url: URL = None,
    save: SAVE = None,
    html: HTML = None,
) -> None:
    """Ask known questions; print right answers, declines, citations and latency.

    Each figure has its 95 % interval.
    Examples: `wellspring eval --kind list`, `wellspring eval --set almanac --html report.html`,
    `wellspring eval --compare before.json`.
    """
    if context.invoked_subcommand:
        return
    _refuse_clashes(ablate and any((baseline, gate, url, save, html)), gate and baseline)
    from eval.questions.sets import Choice
    from eval.reporting import report, results
    from qa.cli.evaluate import measuring

    before = results.load(earlier) if (earlier := gate or baseline) else None
    well = wellspring()
    chosen = measuring.opened(well, name, articles, Choice(kind, split, limit))
    if ablate:
        out.print(report.ablation(measuring.measure_ablated(well, chosen)))
        return
    result = measuring.measure(well, chosen, url)
    measuring.write(result, save, html)
    if not url:
        measuring.remember(result, well.settings.data_dir)
    out.print(report.table(result))
    if before:
        measuring.compare(result, before, gated=gate is not None)


def _refuse_clashes(ablated: bool, gated: Path | None) -> None:
    if ablated:
        others = "--compare, --gate, --url, --out and --html"
        raise typer.BadParameter(f"--ablate prints a table of its own; leave out {others}.")
    if gated:
        raise typer.BadParameter("--gate compares too; leave out --compare.")


@eval_app.command()
def new(
    folder: FOLDER,
    file: FILE = Path("questions.jsonl"),
    count: COUNT = 40,
    cloze_only: CLOZE_ONLY = False,
) -> None:
    """Draft a question file from your own articles and from stored thumbs up and down.

    It is to be read and corrected by hand: each line has its evidence and `"reviewed": false`.
    Example: `wellspring eval new my-articles`, then
    `wellspring eval --set questions.jsonl --articles my-articles`.
    """
    from qa.cli.evaluate.drafting import draft

    drafts, judged = draft(folder, file, count, cloze_only=cloze_only)
    out.print(f"{drafts} drafted questions and {judged} that people judged in {file}.")
    out.print("Read each, mend or delete it, and set its `reviewed` to true.")
    out.print(f"Then ask them: `wellspring eval --set {file} --articles {folder}`.")


@eval_app.command()
def calibrate(name: DEV_SET = "seeds", articles: ARTICLES = None, error: ERROR = 0.1) -> None:
    """Find the confidence below which answers should be declined, for an error you accept.

    It prints what that costs, too. Set the value it prints as WELLSPRING_MIN_CONFIDENCE.
    """
    from eval.measuring.thresholds import best_threshold, outcomes
    from eval.questions.sets import Choice
    from eval.reporting.report import threshold_table
    from qa.cli.evaluate.measuring import measure, opened, with_settings

    well = wellspring()
    open_gate = with_settings(well, min_confidence=0.0)
    rows = measure(open_gate, opened(open_gate, name, articles, Choice(split="dev")), None).rows
    best, now = best_threshold(rows, error), well.settings.min_confidence
    out.print(threshold_table(outcomes(rows), best, error, now))
