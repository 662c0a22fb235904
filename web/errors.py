"""Every error in one shape: `{"error": {"code": "...", "message": "what is wrong and what to do"}}`."""

import logging
from http import HTTPStatus

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse, JSONResponse, Response
from starlette.exceptions import HTTPException

from index.types import WellspringError
from web.line import CrowdedError
from web.templates import render, wants_html
from web.texts import language_of, say_error

log = logging.getLogger("wellspring")
UNEXPECTED = "Something went wrong on our side; the server's log has the details. Try again."

STATUS = {
    "empty_question": 422,
    "no_words": 422,
    "question_too_long": 413,
    "client_gone": 499,
    "too_many_questions": 503,
    "unknown_article": 404,
    "unknown_conversation": 404,
    "unknown_answer": 404,
    "unknown_undo": 404,
    "unknown_model": 404,
    "bad_title": 422,
    "comment_too_long": 413,
    "already_asked": 409,
    "path_in_name": 422,
    "bad_file_name": 422,
    "unsupported_type": 415,
    "unsupported_body": 415,
    "unreadable_file": 422,
    "empty_file": 422,
    "no_file": 422,
    "one_file_needed": 422,
    "broken_form": 400,
    "file_too_large": 413,
    "request_too_large": 413,
    "duplicate": 409,
    "name_taken": 409,
    "last_article": 409,
    "missing_file": 409,
    "one_of_many": 409,
    "other_folder": 409,
    "ignored_file": 422,
    "no_articles": 422,
    "disk_full": 507,
    "not_writable": 507,
    "messages_too_long": 413,
    "changed_meanwhile": 412,
    "not_editable": 403,
    "index_busy": 503,
    "no_question": 422,
    "unsupported_request": 422,
    "damaged_conversations": 503,
    "missing_index": 503,
    "articles_changed": 503,
    "damaged_index": 503,
    "other_settings": 503,
}


def error_json(code: str, message: str) -> dict[str, dict[str, str]]:
    """Return the one error shape."""
    return {"error": {"code": code, "message": message}}


def error_response(request: Request, status: int, code: str, message: str) -> Response:
    """Return an error as a page for a browser, as JSON for a client."""
    if wants_html(request):
        said = say_error(language_of(request), code, message)
        return HTMLResponse(render("error.html", request, status=status, message=said), status)
    return JSONResponse(error_json(code, message), status)


def headers_of(error: WellspringError) -> dict[str, str]:
    """Return what a response says of an error beside its body: when to ask again."""
    return {"Retry-After": str(error.retry_after)} if isinstance(error, CrowdedError) else {}


def install_errors(app: FastAPI) -> None:
    """Answer every failure in the one shape."""

    @app.exception_handler(WellspringError)
    async def expected(request: Request, error: WellspringError) -> Response:
        response = error_response(request, STATUS.get(error.code, 500), error.code, error.message)
        response.headers.update(headers_of(error))
        return response

    @app.exception_handler(RequestValidationError)
    async def invalid(request: Request, error: RequestValidationError) -> Response:
        first = error.errors()[0]
        if first["type"] == "json_invalid":
            return error_response(
                request, 400, "malformed_json", f"The request body is not JSON ({first['ctx']['error']}). Send a JSON object."
            )
        place = ".".join(str(part) for part in first["loc"] if part != "body") or "body"
        return error_response(request, 422, "invalid_request", f"`{place}`: {first['msg']}. Mend it and send the request again.")

    @app.exception_handler(HTTPException)
    async def http(request: Request, error: HTTPException) -> Response:
        phrase = HTTPStatus(error.status_code).phrase
        hints = {
            404: f"There is nothing at {request.url.path}. The chat page is at /.",
            405: f"{request.method} is not possible at {request.url.path}.",
        }
        response = error_response(request, error.status_code, phrase.lower().replace(" ", "_"), hints.get(error.status_code, f"{phrase}."))
        response.headers.update(error.headers or {})
        return response

    @app.exception_handler(Exception)
    async def unexpected(request: Request, error: Exception) -> Response:
        request_id = getattr(request.state, "request_id", "-")
        log.exception("unexpected error at %s (request %s)", request.url.path, request_id, exc_info=error)
        response = error_response(request, 500, "internal_error", UNEXPECTED)
        response.headers["X-Request-Id"] = request_id
        return response
