"""All commands: `ask`, `search`, `serve` and `mcp` here, the others in modules of their own."""

from importlib.metadata import version
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from qa.cli.asking import asked, indexed_folders
from qa.cli.chat import chat, print_proof
from qa.cli.doctor.command import doctor
from qa.cli.evaluate.commands import eval_app
from qa.cli.index import index, status
from qa.cli.limits import ARTICLES, FOLDER, limits_of
from qa.cli.models import models_app
from qa.cli.terminal import err, out, print_json, wellspring
from qa.cli.tune.commands import tune_app
from qa.types import Answer

_ABOUT = (
    "Ask a folder of articles: right answers with the sentences that prove them, "
    "or an honest “the articles do not say”."
)
_START = (
    "Start: `wellspring index FOLDER`, then `wellspring serve`. "
    "Settings are environment variables: WELLSPRING_DATA_DIR, … "
    "Exit codes: 0 done, 1 failed with a message, 2 wrong usage."
)


class Commands(TyperGroup):
    """The commands; the name of one may be two words."""

    def resolve_command(self, ctx: Any, args: list[str]) -> tuple[str | None, Any, list[str]]:
        """Take two words as one name where a command has it."""
        both = " ".join(args[:2])
        return super().resolve_command(ctx, [both, *args[2:]] if both in self.commands else args)


app = typer.Typer(
    cls=Commands,
    help=_ABOUT,
    epilog=_START,
    context_settings={"help_option_names": ["-h", "--help"]},
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


def _tell_version(wanted: bool) -> None:
    if wanted:
        out.print(f"wellspring {version('wellspring-qa')}")
        raise typer.Exit


VERSION = Annotated[
    bool,
    typer.Option("--version", callback=_tell_version, is_eager=True, help="Print the version."),
]
QUESTION = Annotated[list[str], typer.Argument(help="The question, best in quotation marks.")]
ANSWER_JSON = Annotated[
    bool, typer.Option("--json", help="Print the answer as JSON, as `POST /ask` does.")
]
SHOWN = Annotated[
    int, typer.Option(min=1, max=50, help="How many passages to show with --json or a decline.")
]
QUERY = Annotated[list[str], typer.Argument(help="Words or a question.")]
RETURNED = Annotated[int, typer.Option(min=1, max=50, help="How many passages to return.")]
PASSAGES_JSON = Annotated[
    bool, typer.Option("--json", help="Print the passages as JSON, as `POST /search` does.")
]
_BEYOND = "Default: WELLSPRING_HOST or 127.0.0.1. Beyond it, read-only without a key."
HOST = Annotated[str | None, typer.Option(help=f"Address to listen on. {_BEYOND}")]
PORT = Annotated[
    int | None,
    typer.Option(min=0, max=65535, help="Port to listen on. Default: WELLSPRING_PORT or 8000."),
]
HTTP = Annotated[
    bool, typer.Option("--http", help="Speak streamable HTTP instead of stdin and stdout.")
]
MCP_HOST = Annotated[
    str | None,
    typer.Option(help="Address to listen on with --http. Default: WELLSPRING_HOST or 127.0.0.1."),
]
MCP_PORT = Annotated[int, typer.Option(min=0, max=65535, help="Port to listen on with --http.")]


@app.callback()
def wellspring_command(version: VERSION = False) -> None:
    """Take the options that stand before a command."""


app.add_typer(tune_app, name="tune")
app.add_typer(eval_app, name="eval")
app.add_typer(models_app, name="models")


app.command()(index)
app.command("index status")(status)


@app.command()
def ask(
    question: QUESTION,
    as_json: ANSWER_JSON = False,
    top_k: SHOWN = 5,
    article: ARTICLES = None,
    folder: FOLDER = None,
) -> None:
    """Answer one question, with the sentences that prove it.

    Examples: `wellspring ask "How high was the overdue rate?"`,
    `wellspring ask "How high was it?" --folder reports/2024`
    """
    from qa.question.refused import check_question
    from qa.wire import AnswerOut

    check_question(text := " ".join(question))
    limits = limits_of(article, folder)
    for piece in asked(limits).stream(text, (), top_k, limits):
        if as_json and isinstance(piece, Answer):
            print_json(AnswerOut.of(piece).model_dump())
        elif isinstance(piece, Answer):
            print_proof(piece, indexed_folders())
        elif not as_json:
            out.print(piece, end="")


app.command()(chat)


@app.command()
def search(
    query: QUERY,
    top_k: RETURNED = 5,
    as_json: PASSAGES_JSON = False,
    article: ARTICLES = None,
    folder: FOLDER = None,
) -> None:
    """List the passages that fit a query best; no answer is written.

    Example: `wellspring search "overdue rate" --top-k 3`
    """
    from qa.question.refused import check_question
    from qa.wire import PassageOut

    check_question(words := " ".join(query))
    limits = limits_of(article, folder)
    hits = asked(limits, answers=False).search(words, top_k, limits)
    if as_json:
        passages = [PassageOut.of(hit).model_dump() for hit in hits]
        print_json({"query": words, "passages": passages})
        return
    for hit in hits:
        passage = hit.passage
        out.print(f"{hit.score:.2f}  {passage.source} {passage.start}–{passage.end}")
        out.print(f"{passage.text}\n")


@app.command()
def serve(host: HOST = None, port: PORT = None) -> None:
    """Serve the chat page and the API.

    Example: `wellspring serve --port 8080`
    """
    from web.server import run_server

    well = wellspring()
    address, at = host or well.settings.host, well.settings.port if port is None else port
    run_server(well, address, at, lambda text: out.print(text))
    out.print("Stopped.")


@app.command()
def mcp(http: HTTP = False, host: MCP_HOST = None, port: MCP_PORT = 8001) -> None:
    """Serve the Model Context Protocol: the tools ask, search and read_article.

    A client's configuration:
    {"mcpServers": {"wellspring": {"command": "wellspring", "args": ["mcp"]}}}.
    Example: `wellspring mcp --http --port 8001`
    """
    from web.mcp import run_mcp

    well = wellspring()
    run_mcp(well, http, host or well.settings.host, port, lambda text: err.print(text))
    err.print("Stopped.")


app.command()(doctor)
