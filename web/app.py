"""Put the web application together: routes, error shape, security headers, metrics."""

from pathlib import Path

from fastapi import FastAPI
from fastapi.staticfiles import StaticFiles

from index.ranking.search import Index
from qa.answerer import Answerer
from qa.history.conversations import Conversations
from web.desk.asking import Desk
from web.errors import install_errors
from web.library.shelf import Shelf
from web.line import Line
from web.metrics import Metrics, install_metrics
from web.requests import Requests
from web.routes.api import api_routes
from web.routes.articles import changing_routes, reading_routes
from web.routes.conversations import answer_routes, conversation_routes
from web.routes.manual import install_manual
from web.routes.openai import CountTokens, openai_routes
from web.routes.pages import page_routes
from web.security import install_security, is_open_to_all

STATIC = Path(__file__).parent / "page" / "static"
_IN_MEMORY = Path(":memory:")


def create_app(
    index: Index,
    answerer: Answerer,
    api_keys: frozenset[str] = frozenset(),
    *,
    conversations: Conversations | None = None,
    shelf: Shelf | None = None,
    count_tokens: CountTokens = lambda text: len(text.split()),
    local: bool = False,
    line: Line | None = None,
) -> FastAPI:
    """Return the application over one open index and one loaded answerer.

    Without `conversations` they last as long as the process; without `shelf` the articles can be
    read only. A `local` server answers under localhost alone. One that is not and has no keys is
    open to all: it keeps no conversation and changes nothing, whatever it is given. `line` says
    how many questions are answered at once and how many wait.
    """
    keeps = not is_open_to_all(api_keys, local=local)
    if not keeps:
        conversations = shelf = None
    app = FastAPI(
        title="Wellspring",
        description="Ask a folder of articles; every answer shows the sentences that prove it. "
        'Every error is `{"error": {"code": "...", "message": "what is wrong and what to do"}}`.',
        docs_url=None,
        redoc_url=None,
    )
    metrics = Metrics()
    metrics.watch(index)
    desk = Desk(
        index, answerer, conversations or Conversations(_IN_MEMORY), metrics, line or Line()
    )
    metrics.watch_line(desk.line)
    install_errors(app)
    install_security(app, api_keys, local=local)
    app.add_middleware(Requests, metrics=metrics)
    app.include_router(api_routes(desk, keeps=keeps))
    app.include_router(reading_routes(index, shelf, keeps=keeps))
    if keeps:
        app.include_router(changing_routes(index, shelf))
        app.include_router(conversation_routes(desk.conversations))
        app.include_router(answer_routes(index, desk.conversations))
    app.include_router(openai_routes(desk, count_tokens))
    app.include_router(page_routes(desk, keeps=keeps))
    install_metrics(app, metrics)
    install_manual(app)
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    return app
