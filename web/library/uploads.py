"""Read the files of a request: multipart forms and JSON.

One route takes either, which FastAPI's `UploadFile` and `Form` parameters cannot say. They would
also read a whole form before a server that may not be changed refuses it, and leave out a file in
a field of another name. So Starlette reads the form here, when the route asks for it.
"""

from typing import Any, TypeVar

from fastapi import Request
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel, ConfigDict, Field, ValidationError
from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException

from index.problems import Problem
from index.types import WellspringError
from web.bodies import Body
from web.library.files import Upload
from web.library.pasted import pasted

MAX_FILES = 200
_MAX_TEXT = 64_000_000  # bytes that are pasted into a form; no request is larger
Given = TypeVar("Given", bound=Body)


class ArticleIn(BaseModel):
    """One article of a JSON request."""

    model_config = ConfigDict(extra="forbid")
    name: str | None = Field(
        None,
        description="The file's name, with its ending; without it, one is made of the title.",
        examples=["bridge.md"],
    )
    title: str = Field("", description="The title of a text without a name: its first line.")
    text: str = Field(
        description="The whole text.", examples=["# The bridge\n\nThe bridge was opened in 1874."]
    )

    def upload(self) -> Upload:
        """Return it as a file."""
        if self.name is None:
            return pasted(self.title, self.text)
        return Upload(self.name, self.text.encode())


class ArticlesIn(Body):
    """The JSON body of `POST /articles`."""

    model_config = ConfigDict(extra="forbid")
    articles: list[ArticleIn] = Field(min_length=1, max_length=MAX_FILES)
    replace: bool = Field(False, description="Replace articles that have these names already.")


class TextIn(Body):
    """The JSON body of `PUT /articles/{id}`."""

    model_config = ConfigDict(extra="forbid")
    text: str = Field(
        description="The whole new text.", examples=["The bridge was opened in 1875."]
    )


def body_schema(model: type[BaseModel], *, several: bool) -> dict[str, Any]:
    """Describe a body that is either JSON or a form with files, for OpenAPI."""
    file = {"type": "string", "format": "binary"}
    form: dict[str, Any] = {
        "type": "object",
        "properties": {
            "files": {"type": "array", "items": file},
            "title": {"type": "string"},
            "text": {"type": "string"},
            "replace": {"type": "boolean"},
        },
    }
    if not several:
        form = {"type": "object", "properties": {"file": file}}
    content = {
        "application/json": {"schema": _inline(model)},
        "multipart/form-data": {"schema": form},
    }
    return {"requestBody": {"required": True, "content": content}}


def _inline(model: type[BaseModel]) -> dict[str, Any]:
    """Return the JSON schema of a model without references."""
    schema = model.model_json_schema()
    inner = schema.pop("$defs", {})
    for value in schema["properties"].values():
        if "$ref" in value.get("items", {}):
            value["items"] = inner[value["items"]["$ref"].rsplit("/", 1)[-1]]
    return schema


async def read_uploads(request: Request) -> tuple[list[Upload], bool]:
    """Return the files of `POST /articles`, and whether they may replace others."""
    if _is_json(request):
        body = await _parsed(request, ArticlesIn)
        return [article.upload() for article in body.articles], body.replace
    files, fields = await _form(request)
    if "text" in fields:
        files.append(pasted(fields.get("title", ""), fields["text"]))
    if not files:
        raise _no_file()
    return files, str(fields.get("replace", "")).lower() in ("true", "1", "on")


async def read_text(request: Request) -> bytes:
    """Return the new content of `PUT /articles/{id}`."""
    if _is_json(request):
        return (await _parsed(request, TextIn)).text.encode()
    files, _ = await _form(request)
    if not files:
        raise _no_file()
    if len(files) != 1:
        raise WellspringError(
            Problem.ONE_FILE_NEEDED,
            f"The request holds {len(files)} files. Send the one that replaces the article.",
        )
    return files[0].raw


def _is_json(request: Request) -> bool:
    return request.headers.get("content-type", "").split(";")[0].strip() == "application/json"


async def _parsed(request: Request, model: type[Given]) -> Given:
    try:
        return model.model_validate_json(await request.body())
    except ValidationError as error:
        raise RequestValidationError(error.errors()) from error


async def _form(request: Request) -> tuple[list[Upload], dict[str, str]]:
    if not request.headers.get("content-type", "").startswith("multipart/form-data"):
        raise WellspringError(
            Problem.UNSUPPORTED_BODY,
            "Send the articles as a multipart form (`files`) or as JSON (`application/json`).",
        )
    try:
        form = await request.form(max_files=MAX_FILES, max_part_size=_MAX_TEXT)
    except HTTPException as error:
        raise WellspringError(
            Problem.BROKEN_FORM,
            f"The form cannot be read ({error.detail}). Send at most {MAX_FILES} files at once.",
        ) from error
    files = [
        Upload(value.filename or "", await value.read())
        for _, value in form.multi_items()
        if isinstance(value, UploadFile)
    ]
    fields = {name: value for name, value in form.items() if isinstance(value, str)}
    await form.close()
    return files, fields


def _no_file() -> WellspringError:
    told = "The request holds no file. Choose at least one article."
    return WellspringError(Problem.NO_FILE, told)
