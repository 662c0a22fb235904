"""The `wellspring` command. Exit codes: 0 done, 1 failed with a message, 2 wrong usage."""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, NoReturn

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from index.types import WellspringError
from qa.settings import load_settings
from qa.types import Answer, hit_json
from qa.wiring import Wellspring

app = typer.Typer(
    help="Ask a folder of articles: right answers with the sentences that prove them, or an honest “the articles do not say”.",
    epilog="Start: `wellspring index FOLDER`, then `wellspring serve`. Settings are environment variables: WELLSPRING_DATA_DIR, …",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
out = Console(highlight=False, markup=False, soft_wrap=True)
err = Console(stderr=True, highlight=False, markup=False, soft_wrap=True)


@contextmanager
def progress_bar() -> Iterator[Progress]:
    """Show progress on a terminal's standard error; stay silent elsewhere."""
    columns = TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn()
    with Progress(*columns, console=err, transient=True, disable=not err.is_terminal) as bar:
        yield bar


def wellspring() -> Wellspring:
    """Read the settings and return the parts they name."""
    return Wellspring(load_settings(), note=lambda text: err.print(f"{text} …"))


@app.command()
def index(
    folder: Annotated[
        Path | None, typer.Argument(help="Folder of .txt and .md articles, or the word `status`. Default: WELLSPRING_ARTICLES.")
    ] = None,
    rebuild: Annotated[bool, typer.Option("--rebuild", help="Make the index anew, also with other settings than before.")] = False,
    report: Annotated[bool, typer.Option("--report", help="List every piece of text that cleaning changed or removed.")] = False,
) -> None:
    """Index a folder of articles; unchanged articles are not read again.

    Examples: `wellspring index my-articles`, `wellspring index status`.
    """
    well = wellspring()
    if folder == Path("status"):
        _index_status(well)
        return
    with progress_bar() as bar:
        task = bar.add_task("Reading articles", total=None)
        built = well.build_index(
            folder or well.settings.articles,
            lambda what, done, total: bar.update(task, description=what, completed=done, total=total),
            rebuild=rebuild,
        )
    for skipped in built.skipped:
        err.print(f"Skipped: {skipped.source} {skipped.reason}.")
    for article in built.read if report else ():
        for change in article.changes:
            out.print(f"{article.source}: {change.rule}\n  - {change.before}\n  + {change.after or '(removed)'}")
    news = f"{len(built.read)} new or changed, {len(built.removed)} removed" if built.changed else "nothing changed"
    out.print(f"Indexed: {built.articles} articles, {built.passages} passages ({news}).")
    if built.skipped:
        raise typer.Exit(1)


def _index_status(well: Wellspring) -> None:
    for article in well.index.articles():
        out.print(f"{article.source}  {article.title}")
    articles, passages = well.index.counts()
    out.print(f"{articles} articles, {passages} passages, generation {well.index.generation}, embedder {well.embedder.name}.")


@app.command()
def ask(
    question: Annotated[str, typer.Argument(help="The question, in quotation marks.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print the answer as JSON, as `POST /ask` does.")] = False,
    top_k: Annotated[int, typer.Option(min=1, max=50, help="How many passages to look at.")] = 5,
) -> None:
    """Answer one question, with the sentences that prove it.

    Example: `wellspring ask "How high was the overdue rate?"`
    """
    answerer = wellspring().answerer
    if as_json:
        print(json.dumps(answerer.ask(question, top_k=top_k).to_json(), ensure_ascii=False, indent=2))
        return
    for piece in answerer.stream(question, top_k=top_k):
        if isinstance(piece, Answer):
            _print_proof(piece)
        else:
            out.print(piece, end="")


def _print_proof(answer: Answer) -> None:
    out.print()
    for citation in answer.citations:
        evidence = citation.evidence
        out.print(
            f"\n[{citation.marker}] “{evidence.text}”\n    {evidence.source}, characters {evidence.start}–{evidence.end}", style="dim"
        )
    if not answer.answered and answer.hits:
        out.print("\nThe nearest passages:", style="dim")
        for hit in answer.hits[:3]:
            out.print(f"  {hit.passage.source}: {hit.passage.text[:160].strip()} …", style="dim")


@app.command()
def search(
    query: Annotated[str, typer.Argument(help="Words or a question.")],
    top_k: Annotated[int, typer.Option(min=1, max=50, help="How many passages to return.")] = 5,
    as_json: Annotated[bool, typer.Option("--json", help="Print the passages as JSON, as `POST /search` does.")] = False,
) -> None:
    """List the passages that fit a query best; no answer is written."""
    hits = wellspring().index.search(query, top_k)
    if as_json:
        print(json.dumps({"passages": [hit_json(hit) for hit in hits]}, ensure_ascii=False, indent=2))
        return
    for hit in hits:
        out.print(f"{hit.score:.2f}  {hit.passage.source} {hit.passage.start}–{hit.passage.end}\n{hit.passage.text}\n")


@app.command()
def serve(
    host: Annotated[str | None, typer.Option(help="Address to listen on. Default: WELLSPRING_HOST or 127.0.0.1.")] = None,
    port: Annotated[int | None, typer.Option(min=0, max=65535, help="Port to listen on. Default: WELLSPRING_PORT or 8000.")] = None,
) -> None:
    """Serve the chat page and the API."""
    from web.server import run_server

    well = wellspring()
    run_server(well, host or well.settings.host, well.settings.port if port is None else port, lambda text: out.print(text))


eval_app = typer.Typer(
    help="Ask known questions through the real pipeline and measure the answers.", invoke_without_command=True, rich_markup_mode=None
)
app.add_typer(eval_app, name="eval")


@eval_app.callback()
def evaluate(
    questions: Annotated[
        Path | None, typer.Option("--set", help="Question file (JSONL). Default: the questions on the five seed articles.")
    ] = None,
    kind: Annotated[str | None, typer.Option(help="Only questions of this kind, such as `list` or `near-miss`.")] = None,
    split: Annotated[str | None, typer.Option(help="Only `dev` or only `test` questions.")] = None,
    limit: Annotated[int | None, typer.Option(min=1, help="At most this many questions.")] = None,
    save: Annotated[Path | None, typer.Option("--out", help="Write one JSON line for each question to this file.")] = None,
) -> None:
    """Ask known questions and print right answers, declines, citation hits and latency.

    Example: `wellspring eval --kind list --limit 20`
    """
    from eval.questions import SEED_QUESTIONS, load_questions
    from eval.report import table
    from eval.runner import run, write_rows

    chosen = load_questions(questions or SEED_QUESTIONS, kind=kind, split=split, limit=limit)
    answerer = wellspring().answerer
    with progress_bar() as bar:
        rows = run(answerer, list(bar.track(chosen, description="Asking")))
    if save:
        write_rows(rows, save)
    out.print(table(rows))


def main() -> NoReturn:
    """Run the command; an expected error is one sentence on standard error and exit code 1."""
    try:
        app()
    except WellspringError as error:
        err.print(error.message)
        sys.exit(1)
    except KeyboardInterrupt:
        err.print("Stopped.")
        sys.exit(1)
    sys.exit(0)
