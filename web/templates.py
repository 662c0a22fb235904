"""Render the jinja2 templates."""

import re
from pathlib import Path
from urllib.parse import urlencode

from fastapi import Request
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

_environment = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


def render(name: str, request: Request, **values: object) -> str:
    """Return a page as HTML; every value is escaped."""
    return _environment.get_template(name).render(path=request.url.path, **values)


def wants_html(request: Request) -> bool:
    """Tell a browser, which names HTML in `Accept`, from an API client."""
    return "text/html" in request.headers.get("accept", "")


def citation_link(place: dict[str, object]) -> str:
    """Return the address of an article opened at a marked range."""
    return f"/articles/{place['article_id']}?{urlencode({'start': place['start'], 'end': place['end']})}#marked"


def linked_marks(answer: str, citations: list[dict[str, object]]) -> Markup:
    """Return an answer as HTML in which each mark leads to its sentence."""
    links = {
        f"[{c['marker']}]": Markup('<a href="{}" title="{}">[{}]</a>').format(citation_link(c), c["quote"], c["marker"]) for c in citations
    }
    return Markup("").join(links.get(piece, escape(piece)) for piece in re.split(r"(\[\d+\])", answer))


_environment.filters.update(citation_link=citation_link, linked_marks=linked_marks)
