"""What the JSON of every request has in common."""

import json

from pydantic import BaseModel, model_validator


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
