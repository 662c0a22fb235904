"""ETags: who has the newest answer gets 304, who would overwrite a newer article is refused."""

import hashlib

from fastapi import Request
from fastapi.responses import JSONResponse, Response

from index.problems import Problem
from index.types import Article, WellspringError


def article_tag(article: Article, *of_it: int) -> str:
    """Return the ETag of one article, or of what numbers name of it."""
    return _tag(article.id, article.sha256, article.indexed_at, *map(str, of_it))


def tagged(request: Request, content: dict[str, object], tag: str = "") -> Response:
    """Return JSON with its ETag, or 304 when the client has it already."""
    response = JSONResponse(content)
    tag = tag or _tag(bytes(response.body).decode())
    response.headers.update(tag_headers(tag))
    return unchanged(request, tag) or response


def unchanged(request: Request, tag: str) -> Response | None:
    """Return 304 when the client has what an ETag names already."""
    known = _names(request.headers.get("if-none-match", ""), tag)
    return Response(status_code=304, headers=tag_headers(tag)) if known else None


def tag_headers(tag: str) -> dict[str, str]:
    """Return what a response says of its ETag: to be asked about each time."""
    return {"ETag": tag, "Vary": "Accept", "Cache-Control": "no-cache"}


def check_unchanged(request: Request, article: Article) -> None:
    """Refuse a change with `If-Match` when the article is another by now.

    Raises `WellspringError`.
    """
    wanted = request.headers.get("if-match", "")
    if wanted and not _names(wanted, article_tag(article)):
        raise WellspringError(
            Problem.CHANGED_MEANWHILE,
            f"The article {article.source} was changed meanwhile. "
            "Read it again, then repeat the change.",
        )


def _names(header: str, tag: str) -> bool:
    return header.strip() == "*" or tag in (
        part.strip().removeprefix("W/") for part in header.split(",")
    )


def _tag(*parts: str) -> str:
    return '"' + hashlib.sha256("\n".join(parts).encode()).hexdigest()[:20] + '"'
