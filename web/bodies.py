"""What the JSON of every request has in common."""

import json

from pydantic import BaseModel, Field, model_validator

from index.types import Limits

_MOST_ARTICLES = 10_000
_ARTICLES = "Look in these articles only: ids, sources or titles."
_FOLDER = "Look in this folder only: a path below the indexed one, or the name of one."


class Body(BaseModel):
    """A body as JSON; refuses half a character (a lone surrogate): no model or table takes it."""

    @model_validator(mode="before")
    @classmethod
    def _is_text(cls, value: object) -> object:
        try:
            json.dumps(value, ensure_ascii=False, default=str).encode()
        except UnicodeEncodeError as error:
            said = "It holds half a character, a surrogate without its other half"
            raise ValueError(said) from error
        return value


class LimitedBody(Body):
    """The body of a question or a search that may be limited to some articles or a folder."""

    articles: list[str] | None = Field(None, max_length=_MOST_ARTICLES, description=_ARTICLES)
    folder: str | None = Field(None, description=_FOLDER, examples=["reports/2024"])

    def limits(self) -> Limits:
        """Return what it is limited to, as it was written."""
        return Limits(self.articles, self.folder)
