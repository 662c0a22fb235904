"""What the JSON of every request has in common."""

import json

from pydantic import BaseModel, model_validator


class Body(BaseModel):
    """A body as JSON; refuses halves of characters (lone surrogates), which no model or table takes."""

    @model_validator(mode="before")
    @classmethod
    def _is_text(cls, value: object) -> object:
        try:
            json.dumps(value, ensure_ascii=False, default=str).encode()
        except UnicodeEncodeError as error:
            raise ValueError(
                "It holds half a character, a surrogate without its other half"
            ) from error
        return value
