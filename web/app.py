"""Put the web application together: routes, error shape, security headers, metrics."""

from pathlib import Path

from fastapi import FastAPI
from fastapi.staticfiles import StaticFiles

from index.ranking.search import Index
from qa.answerer import Answerer
from qa.history.conversations import Conversations
from qa.settings import Settings
from web.desk.asking import Desk
from web.desk.examples import Examples
from web.desk.nearby import Nearby
from web.errors import install_errors
from web.front.head import Head
from web.front.reach import Reach, install_reach
from web.library.shelf import Shelf
from web.line import Line
from web.metrics import Metrics, install_metrics
from web.requests import Requests
from web.routes import api, articles, changing, nearby, openai, pages
from web.routes.browsing import search_page, settings_page
from web.routes.conversations import routes as conversation_routes
from web.routes.manual import install_manual
from web.routes.parts import CountTokens, Parts
from web.security import install_security, is_open_to_all

STATIC = Path(__file__).parent / "page" / "static"
_IN_MEMORY = Path(":memory:")
_AS_IT_IS = Reach()
_DESCRIPTION = (
    "Ask a folder of articles; every answer shows the sentences that prove it. "
    'Every error is `{"error": {"code": "...", "message": "what is wrong and what to do"}}`.'
)


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
    examples: Examples | None = None,
    settings: Settings | None = None,
    reach: Reach = _AS_IT_IS,
) -> FastAPI:
    """Return the application over one open index and one loaded answerer.

    Without `conversations` they last as long as the process; without `shelf` the articles can be
    read only. A `local` server answers under localhost alone. One that is not and has no keys is
    open to all: it keeps no conversation and changes nothing, whatever it is given. `line` says
    how many questions are answered at once and how many wait, `reach` who may call from where.
    Without `examples` nobody looks for any. `settings` are those that the page shows.
    """
    keeps = not is_open_to_all(api_keys, local=local)
    if not keeps:
        conversations = shelf = None
    metrics, line = Metrics(), line or Line()
    metrics.watch(index, line)
    desk = Desk(index, answerer, conversations or Conversations(_IN_MEMORY), metrics, line)
    app = FastAPI(title="Wellspring", description=_DESCRIPTION, docs_url=None, redoc_url=None)
    asked = examples or Examples(index, answerer, line), Nearby(index, answerer, line)
    known = settings or Settings()
    app.state.parts = Parts(desk, *asked, shelf, count_tokens, keeps, local, known)
    _install_front(app, metrics, api_keys, reach, local=local)
    _install_routes(app, keeps=keeps, local=local)
    install_metrics(app, metrics)
    install_manual(app)
    return app


def _install_front(
    app: FastAPI, metrics: Metrics, api_keys: frozenset[str], reach: Reach, *, local: bool
) -> None:
    """Put in front of the routes what sees every request: errors, guards, numbers."""
    install_errors(app)
    app.add_middleware(Head)
    install_security(app, api_keys, local=local, origins=reach.origins)
    app.add_middleware(Requests, metrics=metrics)
    install_reach(app, reach)


def _install_routes(app: FastAPI, *, keeps: bool, local: bool) -> None:
    """Serve the routes; those that keep or change something only where that is allowed."""
    app.include_router(api.routes)
    app.include_router(nearby.routes)
    app.include_router(articles.routes)
    if keeps:
        app.include_router(changing.routes)
        app.include_router(conversation_routes)
    app.include_router(openai.routes)
    app.include_router(pages.routes)
    app.include_router(search_page.routes)
    app.include_router(settings_page.routes)
    if local:
        app.include_router(settings_page.choosing)
        app.include_router(changing.local_routes)
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
