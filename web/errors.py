"""Every error in one shape.

`{"error": {"code": "...", "message": "what is wrong and what to do"}}`
"""

import logging
from http import HTTPStatus

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse, JSONResponse, Response
from starlette.exceptions import HTTPException
from starlette.formparsers import MultiPartException

from index.problems import Problem
from index.types import WellspringError
from web.front.prefix import root_of
from web.line import CrowdedError
from web.page.templates import render, wants_html
from web.page.texts import language_of, say_error

log = logging.getLogger("wellspring")
UNEXPECTED = "Something went wrong on our side; the server's log has the details. Try again."


def error_json(code: str, message: str) -> dict[str, dict[str, str]]:
    """Return the one error shape."""
    return {"error": {"code": code, "message": message}}


def error_response(request: Request, problem: Problem, message: str) -> Response:
    """Return a problem as a page for a browser, as JSON for a client."""
    return _response(request, problem.status, problem, message)


def _response(request: Request, status: int, code: str, message: str) -> Response:
    if wants_html(request):
        said = say_error(language_of(request), code, message)
        return HTMLResponse(render("error.html", request, status=status, message=said), status)
    return JSONResponse(error_json(code, message), status)


def headers_of(error: WellspringError) -> dict[str, str]:
    """Return what a response says of an error beside its body: when to ask again."""
    return {"Retry-After": str(error.retry_after)} if isinstance(error, CrowdedError) else {}


def install_errors(app: FastAPI) -> None:
    """Answer every failure in the one shape."""
    app.exception_handler(WellspringError)(_expected)
    app.exception_handler(RequestValidationError)(_invalid)
    app.exception_handler(HTTPException)(_of_http)
    app.exception_handler(Exception)(_unexpected)


async def _expected(request: Request, error: WellspringError) -> Response:
    response = error_response(request, error.code, error.message)
    response.headers.update(headers_of(error))
    return response


async def _invalid(request: Request, error: RequestValidationError) -> Response:
    first = error.errors()[0]
    if first["type"] == "json_invalid":
        message = f"The request body is not JSON ({first['ctx']['error']}). Send a JSON object."
        return error_response(request, Problem.MALFORMED_JSON, message)
    place = ".".join(str(part) for part in first["loc"] if part != "body") or "body"
    message = f"`{place}`: {first['msg']}. Mend it and send the request again."
    return error_response(request, Problem.INVALID_REQUEST, message)


async def _of_http(request: Request, error: HTTPException) -> Response:
    if fault := _fault_of_body(error):
        return error_response(request, fault.code, fault.message)
    phrase = HTTPStatus(error.status_code).phrase
    hints = {
        404: f"There is nothing at {request.url.path}. The chat page is at {root_of(request)}/.",
        405: f"{request.method} is not possible at {request.url.path}.",
    }
    code = phrase.lower().replace(" ", "_")  # of HTTP itself: not_found, method_not_allowed
    message = hints.get(error.status_code, f"{phrase}.")
    response = _response(request, error.status_code, code, message)
    response.headers.update(error.headers or {})
    return response


def _fault_of_body(error: HTTPException) -> WellspringError | None:
    """Return what is wrong with a body that could not be read.

    FastAPI and Starlette raise one error of HTTP for all of it, while they handle what it was.
    """
    match error.__context__:
        case WellspringError() as fault:  # it grew too large
            return fault
        case UnicodeDecodeError():
            message = "The request body is not UTF-8. Send a JSON object as UTF-8."
            return WellspringError(Problem.MALFORMED_JSON, message)
        case RecursionError():
            message = "The request body is nested too deeply. Send an object as the manual shows."
            return WellspringError(Problem.MALFORMED_JSON, message)
        case MultiPartException(message=reason):
            message = f"The form cannot be read ({reason.rstrip('.')}). Mend it and send it again."
            return WellspringError(Problem.BROKEN_FORM, message)
    return None


async def _unexpected(request: Request, error: Exception) -> Response:
    request_id = getattr(request.state, "request_id", "-")
    place = request.url.path
    log.exception("unexpected error at %s (request %s)", place, request_id, exc_info=error)
    response = error_response(request, Problem.INTERNAL_ERROR, UNEXPECTED)
    response.headers["X-Request-Id"] = request_id
    return response
