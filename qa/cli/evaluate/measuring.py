"""Ask the questions of a set, and keep, write and compare what came of it."""

from contextlib import suppress
from pathlib import Path

from rich.progress import Progress

from eval.questions.sets import Choice, EvalSet, open_set
from eval.types import Result
from index.building import build
from index.problems import Problem
from index.types import WellspringError
from qa.cli.terminal import err, out, progress_bar
from qa.loading import LARGE_READER_WEIGHTS, READER_WEIGHTS, VERIFIER_WEIGHTS
from qa.measured import Measured, Strictness, keep
from qa.models.stamps import sha256_of
from qa.settings import Settings
from qa.wiring import Wellspring


def opened(well: Wellspring, name: str, articles: Path | None, choice: Choice) -> EvalSet:
    """Return a set of questions, its articles indexed; tell what of it cannot be asked."""
    with progress_bar() as bar:
        found = open_set(well, name, articles, choice, indexing(bar))
    if found.left_out:
        unusable = f"{found.left_out} records of {name} cannot be used as questions"
        err.print(f"{unusable} (no answer to check) and are left out.")
    return found


def indexing(bar: Progress) -> build.Progress:
    """Show on a bar how far an index is built."""
    task = bar.add_task("Indexing", total=None)
    return lambda what, done, total: bar.update(task, completed=done, total=total)


def measure(well: Wellspring, chosen: EvalSet, url: str | None, flow: str = "all steps") -> Result:
    """Ask a set, of the pipeline with the steps of a flow or of the server at an address."""
    from eval.reporting import results
    from eval.reporting.summary import summarize
    from eval.running.runner import run
    from eval.running.subjects import ABLATIONS, Pipeline, Remote, pipeline_over
    from qa.client import Server

    subject: Pipeline | Remote
    if url:
        subject = Remote(Server(url, well.settings.key))
        models = {"server": url}
    else:
        subject = pipeline_over(well, chosen.index, ABLATIONS[flow])
        models = subject.answerer.models()
    with progress_bar() as bar:
        task = bar.add_task(f"Asking ({flow})", total=len(chosen.questions))
        rows = run(subject, chosen.questions, lambda: bar.advance(task))
    more = {"flow": flow, "left_out": chosen.left_out, **_reader_hashes()}
    about = results.about(chosen.name, rows, models, well.settings, chosen.hashes, **more)
    return Result(about, summarize(rows), tuple(rows))


def _reader_hashes() -> dict[str, str]:
    weights = (READER_WEIGHTS, LARGE_READER_WEIGHTS, VERIFIER_WEIGHTS)
    return {f"{file.stem}_sha256": sha256_of(file)[:16] for file in weights}


def measure_ablated(well: Wellspring, chosen: EvalSet) -> dict[str, Result]:
    """Return the results with each step left out, and with the untuned model, by name."""
    from eval.running.subjects import ABLATIONS

    measured = {flow: measure(well, chosen, None, flow) for flow in ABLATIONS}
    if well.settings.generator == "bundled":
        untuned = with_settings(well, generator="bundled-untuned")
        measured["untuned model"] = measure(untuned, chosen, None)
    return measured


def with_settings(well: Wellspring, **changed: object) -> Wellspring:
    """Return the parts that the same settings name, but for some."""
    return Wellspring(Settings(**{**well.settings.model_dump(), **changed}))


def write(result: Result, save: Path | None, html: Path | None) -> None:
    """Write a result as JSON and as a page, where a file is named for it."""
    if save:
        from eval.reporting import results

        results.save(result, save)
    if html:
        from eval.reporting.html_report import write_report

        write_report(result, html)


def remember(result: Result, data_dir: Path) -> None:
    """Keep what a stricter threshold would have done, for the settings page."""
    from eval.measuring.thresholds import outcomes

    told = [Strictness(one.threshold, one.right, one.error) for one in outcomes(result.rows)]
    name, date = (str(result.about.get(key, "")) for key in ("set", "date"))
    with suppress(OSError):  # the run is told all the same; the page says that nothing is known
        keep(Measured(name, len(result.rows), date, told), data_dir)


def compare(result: Result, before: Result, *, gated: bool) -> None:
    """Print what changed; raises `WellspringError` at the gate when the result is worse."""
    from eval.reporting import compare, report

    out.print(report.comparison(compare.compare(result, before), compare.flips(result, before)))
    if gated and (reasons := compare.gate(result, before)):
        raise WellspringError(Problem.GATE_FAILED, f"The gate is shut: {'; '.join(reasons)}.")
