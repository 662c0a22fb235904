"""The JSON API: ask, search, articles, health."""

from collections.abc import Iterator

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, JSONResponse, Response
from pydantic import BaseModel, ConfigDict, Field
from sse_starlette import EventSourceResponse, JSONServerSentEvent

from index.search import Index
from index.types import Article, WellspringError
from qa.answerer import MAX_QUESTION, Answerer, check_question
from qa.types import Answer, Turn, hit_json
from web.errors import UNEXPECTED, error_json, log
from web.pages import article_page, articles_page
from web.templates import wants_html


class TurnIn(BaseModel):
    """One earlier turn of the conversation."""

    question: str = Field(max_length=MAX_QUESTION)
    answer: str


class AskIn(BaseModel):
    """The body of `POST /ask`."""

    model_config = ConfigDict(extra="forbid")
    question: str
    history: list[TurnIn] = []
    top_k: int = Field(5, ge=1, le=50)
    stream: bool = False


class SearchIn(BaseModel):
    """The body of `POST /search`."""

    model_config = ConfigDict(extra="forbid")
    query: str
    top_k: int = Field(5, ge=1, le=50)


def api_routes(index: Index, answerer: Answerer) -> APIRouter:
    """Return the routes of the API."""
    routes = APIRouter()

    @routes.post("/ask", response_model=None)
    def ask(body: AskIn, request: Request) -> Response | dict[str, object]:
        """Answer a question from the articles, or say that they do not say."""
        check_question(body.question)
        turns = [Turn(turn.question, turn.answer) for turn in body.history]
        if body.stream or "text/event-stream" in request.headers.get("accept", ""):
            return EventSourceResponse(_events(answerer, body.question, turns, body.top_k))
        return answerer.ask(body.question, turns, body.top_k).to_json()

    @routes.post("/search")
    def search(body: SearchIn) -> dict[str, object]:
        """Return the passages that fit a query best."""
        check_question(body.query)
        return {"query": body.query, "passages": [hit_json(hit) for hit in index.search(body.query, body.top_k)]}

    @routes.get("/articles", response_model=None)
    def articles(request: Request) -> Response:
        """List the indexed articles."""
        if wants_html(request):
            return HTMLResponse(articles_page(request, index))
        return JSONResponse({"articles": [_article_json(article) for article in index.articles()]})

    @routes.get("/articles/{article_id}", response_model=None)
    def article(article_id: str, request: Request) -> Response:
        """Return one article with the text that citations point into."""
        found = find_article(index, article_id)
        if wants_html(request):
            return HTMLResponse(article_page(request, found))
        return JSONResponse({**_article_json(found), "text": found.text})

    @routes.get("/health")
    def health() -> dict[str, str]:
        """Tell that the process runs."""
        return {"status": "ok"}

    @routes.get("/ready")
    def ready() -> dict[str, object]:
        """Tell that the index and the models are loaded."""
        articles, passages = index.counts()
        return {"status": "ready", "articles": articles, "passages": passages, "models": answerer.models()}

    return routes


def find_article(index: Index, article_id: str) -> Article:
    """Return an article; raises `WellspringError` when there is none with this id."""
    found = index.article(article_id)
    if found is None:
        raise WellspringError("unknown_article", f"There is no article {article_id!r}. The list of articles is at /articles.")
    return found


def _article_json(article: Article) -> dict[str, object]:
    return {
        "article_id": article.id,
        "title": article.title,
        "source": article.source,
        "characters": len(article.text),
        "indexed_at": article.indexed_at,
        "published": article.published,
    }


def _events(answerer: Answerer, question: str, turns: list[Turn], top_k: int) -> Iterator[JSONServerSentEvent]:
    """Yield the events of one answer; when the client goes away the iterator is closed and the model stops."""
    yield JSONServerSentEvent({"question": question, "models": answerer.models()}, event="meta")
    try:
        for piece in answerer.stream(question, turns, top_k):
            if isinstance(piece, Answer):
                yield JSONServerSentEvent(piece.to_json(), event="answer")
            elif piece:
                yield JSONServerSentEvent({"text": piece}, event="token")
    except WellspringError as error:
        yield JSONServerSentEvent(error_json(error.code, error.message), event="error")
    except Exception:
        log.exception("unexpected error while streaming")
        yield JSONServerSentEvent(error_json("internal_error", UNEXPECTED), event="error")
