"""The `wellspring eval` commands: measure, compare, gate, draft questions, fit the decline threshold."""

import json
from pathlib import Path
from typing import Annotated

import typer

from eval.questions.sets import Choice, EvalSet, index_over, open_set
from eval.types import Result
from index.problems import Problem
from index.types import WellspringError
from qa.cli.terminal import err, out, progress_bar, wellspring
from qa.models.stamps import sha256_of
from qa.settings import Settings
from qa.wiring import LARGE_READER_WEIGHTS, READER_WEIGHTS, Wellspring

eval_app = typer.Typer(invoke_without_command=True, rich_markup_mode=None)


@eval_app.callback()
def evaluate(
    context: typer.Context,
    name: Annotated[
        str,
        typer.Option(
            "--set", help="`seeds`, `almanac`, your question file (JSONL), or a public set."
        ),
    ] = "seeds",
    articles: Annotated[
        Path | None,
        typer.Option(help="Folder that your questions are about. Default: the current index."),
    ] = None,
    kind: Annotated[
        str | None, typer.Option(help="Only questions of this kind, such as `list` or `near-miss`.")
    ] = None,
    split: Annotated[str | None, typer.Option(help="Only `dev` or only `test` questions.")] = None,
    limit: Annotated[
        int | None,
        typer.Option(
            min=1, help="At most this many questions; of a public set, a fixed random sample."
        ),
    ] = None,
    baseline: Annotated[
        Path | None,
        typer.Option("--compare", help="A result file of the same questions to compare with."),
    ] = None,
    gate: Annotated[
        Path | None, typer.Option(help="A baseline result: fail when this run is worse than it.")
    ] = None,
    ablate: Annotated[
        bool,
        typer.Option("--ablate", help="Also run with steps left out, and print what each adds."),
    ] = False,
    url: Annotated[
        str | None, typer.Option(help="Measure the server at this address instead.")
    ] = None,
    save: Annotated[
        Path | None, typer.Option("--out", help="Write the result with every row (JSON).")
    ] = None,
    html: Annotated[
        Path | None, typer.Option(help="Write a report for people (one HTML file).")
    ] = None,
) -> None:
    """Ask known questions; print right answers, declines, citations and latency with 95 % intervals.

    Examples: `wellspring eval --kind list`, `wellspring eval --set almanac --html report.html`,
    `wellspring eval --compare before.json`.
    """
    if context.invoked_subcommand:
        return
    if ablate and any((baseline, gate, url, save, html)):
        raise typer.BadParameter(
            "--ablate prints a table of its own; leave out --compare, --gate, --url, --out and --html."
        )
    if gate and baseline:
        raise typer.BadParameter("--gate compares too; leave out --compare.")
    from eval.reporting import report, results

    earlier = gate or baseline
    before = results.load(earlier) if earlier else None
    well = wellspring()
    with progress_bar() as bar:
        task = bar.add_task("Indexing", total=None)
        chosen = open_set(
            well,
            name,
            articles,
            Choice(kind, split, limit),
            lambda what, done, total: bar.update(task, completed=done, total=total),
        )
    if chosen.left_out:
        err.print(
            f"{chosen.left_out} records of {name} cannot be used as questions (no answer to check) and are left out."
        )
    if ablate:
        _ablate(well, chosen)
        return
    result = _measure(well, chosen, url)
    _write(result, save, html)
    out.print(report.table(result))
    if before:
        _compare(result, before, gated=gate is not None)


def _write(result: Result, save: Path | None, html: Path | None) -> None:
    if save:
        from eval.reporting import results

        results.save(result, save)
    if html:
        from eval.reporting.html_report import write_report

        write_report(result, html)


def _compare(result: Result, before: Result, *, gated: bool) -> None:
    """Print what changed; raises `WellspringError` when the gate is asked for and the result is worse."""
    from eval.reporting import compare, report

    out.print(report.comparison(compare.compare(result, before), compare.flips(result, before)))
    if gated and (reasons := compare.gate(result, before)):
        raise WellspringError(Problem.GATE_FAILED, "The gate is shut: " + "; ".join(reasons) + ".")


def _measure(well: Wellspring, chosen: EvalSet, url: str | None, flow: str = "all steps") -> Result:
    from eval.reporting import results
    from eval.reporting.summary import summarize
    from eval.running.runner import run
    from eval.running.server import Server
    from eval.running.subjects import ABLATIONS, pipeline_over

    key = well.settings.api_keys.split(",")[0].strip()
    local = None if url else pipeline_over(well, chosen.index, ABLATIONS[flow])
    with progress_bar() as bar:
        task = bar.add_task(f"Asking ({flow})", total=len(chosen.questions))
        rows = run(local or Server(url or "", key), chosen.questions, lambda: bar.advance(task))
    models = local.answerer.models() if local else {"server": url or ""}
    readers = {
        f"{file.stem}_sha256": sha256_of(file)[:16]
        for file in (READER_WEIGHTS, LARGE_READER_WEIGHTS)
    }
    more = {"flow": flow, "left_out": chosen.left_out, **readers}
    about = results.about(chosen.name, rows, models, well.settings, chosen.hashes, **more)
    return Result(about, summarize(rows), tuple(rows))


def _ablate(well: Wellspring, chosen: EvalSet) -> None:
    from eval.reporting import report
    from eval.running.subjects import ABLATIONS

    measured = {flow: _measure(well, chosen, None, flow) for flow in ABLATIONS}
    if well.settings.generator == "bundled":
        untuned = Wellspring(
            Settings(**{**well.settings.model_dump(), "generator": "bundled-untuned"})
        )
        measured["untuned model"] = _measure(untuned, chosen, None)
    out.print(report.ablation(measured))


@eval_app.command()
def new(
    folder: Annotated[Path, typer.Argument(help="Folder of your articles.")],
    file: Annotated[
        Path, typer.Option("--out", help="Question file to write; an existing one is kept.")
    ] = Path("questions.jsonl"),
    count: Annotated[int, typer.Option(min=1, help="About how many questions.")] = 40,
    cloze_only: Annotated[
        bool,
        typer.Option(
            "--cloze-only", help="Ask for blanks only; the generator writes no questions."
        ),
    ] = False,
) -> None:
    """Draft a question file from your own articles and from stored thumbs up and down, to read and correct by hand.

    Each line has its evidence and `"reviewed": false`. Example: `wellspring eval new my-articles`, then
    `wellspring eval --set questions.jsonl --articles my-articles`.
    """
    from eval.drafting.asking import asker
    from eval.drafting.drafts import draft_questions
    from eval.drafting.remembered import remembered_questions
    from qa.history.conversations import CONVERSATIONS_FILE
    from qa.writing.tuned import TunedGenerator

    if file.exists():
        raise WellspringError(
            Problem.FILE_EXISTS, f"{file} exists already and is kept. Name another with --out."
        )
    well = wellspring()
    writer = None if cloze_only else well.generator
    with progress_bar() as bar:
        reading = bar.add_task("Indexing", total=None)
        name = f"new-{folder.resolve().name}"
        articles = index_over(
            well,
            folder,
            name,
            lambda what, done, total: bar.update(reading, completed=done, total=total),
        ).articles()
        task = bar.add_task("Drafting", total=count)
        ask = asker(writer, well.readers.large) if isinstance(writer, TunedGenerator) else None
        drafts = draft_questions(articles, count, ask=ask, tick=lambda: bar.advance(task))
    said = remembered_questions(well.settings.data_dir / CONVERSATIONS_FILE, articles)
    file.write_text(
        "".join(json.dumps(draft, ensure_ascii=False) + "\n" for draft in [*said, *drafts]), "utf-8"
    )
    out.print(f"{len(drafts)} drafted questions and {len(said)} that people judged in {file}.")
    out.print("Read each, mend or delete it, and set its `reviewed` to true.")
    out.print(f"Then ask them: `wellspring eval --set {file} --articles {folder}`.")


@eval_app.command()
def calibrate(
    name: Annotated[
        str,
        typer.Option(
            "--set", help="`seeds`, `almanac` or your question file; its `dev` questions are used."
        ),
    ] = "seeds",
    articles: Annotated[
        Path | None,
        typer.Option(help="Folder that your questions are about. Default: the current index."),
    ] = None,
    error: Annotated[
        float, typer.Option(min=0.0, max=1.0, help="Largest share of answers that may be wrong.")
    ] = 0.1,
) -> None:
    """Find the confidence below which answers should be declined, for an error you accept, and what that costs.

    Set the value it prints as WELLSPRING_MIN_CONFIDENCE.
    """
    from eval.measuring.thresholds import best_threshold, outcomes
    from eval.reporting.report import threshold_table

    well = wellspring()
    open_gate = Wellspring(Settings(**{**well.settings.model_dump(), "min_confidence": 0.0}))
    with progress_bar():
        chosen = open_set(open_gate, name, articles, Choice(split="dev"), lambda *_: None)
    rows = _measure(open_gate, chosen, None).rows
    out.print(
        threshold_table(
            outcomes(rows), best_threshold(rows, error), error, well.settings.min_confidence
        )
    )
