"""The API's manual at `/docs`: Swagger UI over `/openapi.json`.

Served from an installed package, with no outside asset.
"""

from importlib.util import find_spec
from pathlib import Path

from fastapi import APIRouter, FastAPI, Request
from fastapi.responses import HTMLResponse
from fastapi.staticfiles import StaticFiles

from web.page.templates import render


def install_manual(app: FastAPI) -> None:
    """Serve `/docs` and the files of Swagger UI."""
    spec = find_spec("fastapi_offline")
    assert spec is not None
    assert spec.origin is not None
    routes = APIRouter(include_in_schema=False)

    @routes.get("/docs", response_class=HTMLResponse)
    def manual(request: Request) -> str:
        """Return the page that Swagger UI runs in."""
        return render("docs.html", request)

    app.include_router(routes)
    app.mount(
        "/swagger", StaticFiles(directory=Path(spec.origin).parent / "static"), name="swagger"
    )
