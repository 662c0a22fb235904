"""Wellspring for clients of the Model Context Protocol: tools `ask`, `search`, `read_article`, over stdio or streamable HTTP."""

from collections.abc import Callable
from importlib.metadata import version
from typing import Any

import uvicorn
from mcp.server import MCPServer
from mcp.server.mcpserver.exceptions import ToolError

from index.search import Index
from index.types import WellspringError
from qa.answerer import Answerer, check_question
from qa.types import Turn, hit_json
from qa.wiring import Wellspring
from web.articles import find_article
from web.security import LOCAL, OPEN_NOTE, install_security, is_open_to_all
from web.server import address_of, keys_of, listen

MAX_TEXT = 20_000  # characters of an article in one piece
PATH = "/mcp"
_INSTRUCTIONS = (
    "Ask a folder of articles. `ask` answers with exact quotes or says that the articles do not say; trust `answered`. "
    "`search` finds passages, `read_article` reads around a quote."
)


def mcp_server(index: Index, answerer: Answerer) -> MCPServer[Any]:
    """Return the server with its tools."""
    server: MCPServer[Any] = MCPServer("wellspring", instructions=_INSTRUCTIONS, version=version("wellspring-qa"), log_level="WARNING")

    @server.tool()
    def ask(question: str, earlier_questions: list[str] | None = None, top_k: int = 5) -> dict[str, Any]:
        """Answer a question from the articles, with the exact sentences that prove it, or say that they do not say.

        `earlier_questions` are those of the conversation before, oldest first, for a question that points back.
        """
        turns = [Turn(earlier, "") for earlier in earlier_questions or ()]
        return _told(lambda: answerer.ask(question, turns, _sensible(top_k)).to_json())

    @server.tool()
    def search(query: str, top_k: int = 5) -> dict[str, Any]:
        """Return the passages of the articles that fit a query best; nothing is written."""

        def found() -> dict[str, Any]:
            check_question(query)
            return {"query": query, "passages": [hit_json(hit) for hit in index.search(query, _sensible(top_k))]}

        return _told(found)

    @server.tool()
    def read_article(article_id: str, start: int = 0, end: int | None = None) -> dict[str, Any]:
        """Return the text of an article, or a range of its characters; at most 20000 characters at once."""

        def read() -> dict[str, Any]:
            article = find_article(index, article_id)
            first = max(0, start)
            last = max(first, min(len(article.text) if end is None else end, first + MAX_TEXT))
            text = article.text[first:last]
            place = {"start": first, "end": first + len(text), "characters": len(article.text)}
            return {"article_id": article.id, "title": article.title, "source": article.source, "text": text, **place}

        return _told(read)

    return server


def run_mcp(well: Wellspring, http: bool, host: str, port: int, tell: Callable[[str], None]) -> None:
    """Serve until the client goes away (stdio) or until interrupted (HTTP)."""
    if not http:
        mcp_server(well.index, well.answerer).run("stdio")
        return
    listener = listen(host, port)
    app = mcp_server(well.index, well.answerer).streamable_http_app(streamable_http_path=PATH, host=host)
    keys = keys_of(well.settings)
    install_security(app, keys, local=host in LOCAL)
    tell(f"Wellspring speaks MCP at {address_of(listener)}{PATH}  (stop with Ctrl+C)")
    if is_open_to_all(keys, local=host in LOCAL):
        tell(OPEN_NOTE)
    uvicorn.Server(uvicorn.Config(app, log_level="warning", timeout_graceful_shutdown=3)).run(sockets=[listener])


def _told(work: Callable[[], dict[str, Any]]) -> dict[str, Any]:
    """Tell the client of an expected error in our own words."""
    try:
        return work()
    except WellspringError as error:
        raise ToolError(error.message) from error


def _sensible(top_k: int) -> int:
    return min(max(top_k, 1), 50)
