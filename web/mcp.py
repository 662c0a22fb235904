"""Wellspring for clients of the Model Context Protocol.

Tools `ask`, `search`, `read_article`, over stdio or streamable HTTP.
"""

from collections.abc import Callable
from dataclasses import dataclass
from importlib.metadata import version
from typing import Any

from anyio.to_thread import run_sync
from mcp.server import MCPServer
from mcp.server.mcpserver import Context
from mcp.server.mcpserver.exceptions import ToolError
from starlette.requests import Request

from index.ranking.search import Index
from index.types import Limits, WellspringError
from qa.answerer import Answerer
from qa.question.refused import check_question
from qa.types import Turn
from qa.wire import AnswerOut, PassageOut
from qa.wiring import Wellspring
from web.front.reach import Reach, install_reach, reach_of
from web.line import Line, client_of
from web.routes.articles import find_article
from web.security import LOCAL, OPEN_NOTE, install_security, is_open_to_all
from web.server import address_of, line_of, listen, serve_on

MAX_TEXT = 20_000  # characters of an article in one piece
PATH = "/mcp"
_INSTRUCTIONS = (
    "Ask a folder of articles. "
    "`ask` answers with exact quotes or says that the articles do not say; trust `answered`. "
    "`search` finds passages, `read_article` reads around a quote."
)


@dataclass(frozen=True, slots=True)
class Tools:
    """The tools over one index; what they say of themselves is what the clients' models read."""

    index: Index
    answerer: Answerer
    line: Line

    async def ask(
        self,
        question: str,
        ctx: Context,
        earlier_questions: list[str] | None = None,
        top_k: int = 5,
        articles: list[str] | None = None,
        folder: str | None = None,
    ) -> dict[str, Any]:
        """Answer a question from the articles, or say that they do not say.

        The answer comes with the exact sentences that prove it. `earlier_questions` are those of
        the conversation before, oldest first, for a question that points back. It is asked of all
        articles, or of some `articles` (ids, sources or titles) or a `folder` below the indexed
        one.
        """
        limits = Limits(articles, folder)
        turns = [Turn(earlier, "") for earlier in earlier_questions or ()]

        def answer() -> dict[str, Any]:
            """Answer from the articles as they are once it is this question's turn."""
            scope = self.index.scope(limits)
            answer = self.answerer.ask(question, turns, _sensible(top_k), scope=scope)
            return AnswerOut.of(answer).model_dump()

        return await self._in_turn(ctx, question, answer)

    async def search(
        self,
        query: str,
        ctx: Context,
        top_k: int = 5,
        articles: list[str] | None = None,
        folder: str | None = None,
    ) -> dict[str, Any]:
        """Return the passages of the articles that fit a query best; nothing is written.

        Of all articles, or of some `articles` (ids, sources or titles) or a `folder` below the
        indexed one.
        """
        limits = Limits(articles, folder)

        def find() -> dict[str, Any]:
            """Search the articles as they are once it is this query's turn."""
            hits = self.index.search(query, _sensible(top_k), self.index.scope(limits))
            return {"query": query, "passages": [PassageOut.of(hit).model_dump() for hit in hits]}

        return await self._in_turn(ctx, query, find)

    def read_article(
        self, article_id: str, start: int = 0, end: int | None = None
    ) -> dict[str, Any]:
        """Return the text of an article, or a range of its characters.

        At most 20000 characters at once.
        """
        try:
            article = find_article(self.index, article_id)
        except WellspringError as error:
            raise ToolError(error.message) from error
        first = max(0, start)
        last = max(first, min(len(article.text) if end is None else end, first + MAX_TEXT))
        text = article.text[first:last]
        named = {"article_id": article.id, "title": article.title, "source": article.source}
        place = {"start": first, "end": first + len(text), "characters": len(article.text)}
        return {**named, "text": text, **place}

    async def _in_turn(
        self, ctx: Context, question: str, work: Callable[[], dict[str, Any]]
    ) -> dict[str, Any]:
        """Do work of the models when the turn of this client has come.

        Who takes the question back leaves the line.
        """
        try:
            check_question(question)
            with self.line.join(_client(ctx)) as place:
                await place.reached()
                return await run_sync(work)
        except WellspringError as error:
            raise ToolError(error.message) from error


def mcp_server(index: Index, answerer: Answerer, line: Line | None = None) -> MCPServer[Any]:
    """Return the server with its tools.

    `line` says how many questions are answered at once and how many wait.
    """
    server: MCPServer[Any] = MCPServer(
        "wellspring",
        instructions=_INSTRUCTIONS,
        version=version("wellspring-qa"),
        log_level="WARNING",
    )
    tools = Tools(index, answerer, line or Line())
    for tool in (tools.ask, tools.search, tools.read_article):
        server.add_tool(tool)
    return server


def run_mcp(
    well: Wellspring, http: bool, host: str, port: int, tell: Callable[[str], None]
) -> None:
    """Serve until the client goes away (stdio) or until interrupted (HTTP)."""
    if not http:
        well.note("Loading the models …")
        mcp_server(well.index, well.answerer, line_of(well.settings)).run("stdio")
        return
    reach = reach_of(well.settings)
    listeners = listen(host, port)
    well.note("Loading the models …")
    server = mcp_server(well.index, well.answerer, line_of(well.settings))
    app = server.streamable_http_app(streamable_http_path=PATH, host=host)
    keys = frozenset(well.settings.keys)
    install_security(app, keys, local=host in LOCAL)
    install_reach(app, Reach(reach.prefix, reach.proxies))
    tell(f"Wellspring speaks MCP at {address_of(listeners[0])}{PATH}  (stop with Ctrl+C)")
    if is_open_to_all(keys, local=host in LOCAL):
        tell(OPEN_NOTE)
    serve_on(listeners, app)


def _client(ctx: Context) -> str:
    """Name the client by its address; over stdio there is one."""
    request = ctx.request_context.request
    return client_of(request) if isinstance(request, Request) else ""


def _sensible(top_k: int) -> int:
    return min(max(top_k, 1), 50)
