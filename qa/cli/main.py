"""The `wellspring` command. Exit codes: 0 done, 1 failed with a message, 2 wrong usage."""

from typing import Annotated, NoReturn

import typer

from qa.cli.chat import chat, print_proof
from qa.cli.doctor.command import doctor
from qa.cli.evaluate.commands import eval_app
from qa.cli.index import index
from qa.cli.limits import ARTICLES, FOLDER, limits_of
from qa.cli.models import models_app
from qa.cli.terminal import err, out, print_json, run, wellspring
from qa.cli.tune.commands import tune_app
from qa.types import Answer
from qa.wire import AnswerOut, PassageOut

_ABOUT = (
    "Ask a folder of articles: right answers with the sentences that prove them, "
    "or an honest “the articles do not say”."
)
_START = (
    "Start: `wellspring index FOLDER`, then `wellspring serve`. "
    "Settings are environment variables: WELLSPRING_DATA_DIR, … "
    "Exit codes: 0 done, 1 failed with a message, 2 wrong usage."
)
app = typer.Typer(
    help=_ABOUT,
    epilog=_START,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
QUESTION = Annotated[str, typer.Argument(help="The question, in quotation marks.")]
ANSWER_JSON = Annotated[
    bool, typer.Option("--json", help="Print the answer as JSON, as `POST /ask` does.")
]
SHOWN = Annotated[
    int, typer.Option(min=1, max=50, help="How many passages to show with --json or a decline.")
]
QUERY = Annotated[str, typer.Argument(help="Words or a question.")]
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

app.add_typer(tune_app, name="tune")
app.add_typer(eval_app, name="eval")
app.add_typer(models_app, name="models")


app.command()(index)


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
    well = wellspring()
    scope = well.index.scope(limits_of(article, folder))
    answerer = well.answerer
    if as_json:
        print_json(AnswerOut.of(answerer.ask(question, top_k=top_k, scope=scope)).model_dump())
        return
    for piece in answerer.stream(question, top_k=top_k, scope=scope):
        if isinstance(piece, Answer):
            print_proof(piece, well.index.roots())
        else:
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
    well = wellspring()
    hits = well.index.search(query, top_k, well.index.scope(limits_of(article, folder)))
    if as_json:
        passages = [PassageOut.of(hit).model_dump() for hit in hits]
        print_json({"query": query, "passages": passages})
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


app.command()(doctor)


def main() -> NoReturn:
    """Run the command."""
    run(app)
