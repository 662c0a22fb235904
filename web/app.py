"""Put the web application together: routes, error shape, security headers."""

from pathlib import Path

from fastapi import FastAPI
from fastapi.staticfiles import StaticFiles

from index.search import Index
from qa.answerer import Answerer
from web.api import api_routes
from web.errors import install_errors
from web.pages import page_routes
from web.security import install_security

STATIC = Path(__file__).parent / "static"


def create_app(index: Index, answerer: Answerer, api_keys: frozenset[str] = frozenset()) -> FastAPI:
    """Return the application over one open index and one loaded answerer."""
    app = FastAPI(
        title="Wellspring",
        description="Ask a folder of articles; every answer shows the sentences that prove it.",
        docs_url=None,
        redoc_url=None,
    )
    install_errors(app)
    install_security(app, api_keys)
    app.include_router(api_routes(index, answerer))
    app.include_router(page_routes(index, answerer))
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    return app
