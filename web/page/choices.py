"""How somebody wants to be answered: chosen on the settings page, kept by the browser."""

import json
from enum import StrEnum
from urllib.parse import parse_qs, urlencode

from fastapi import Request
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from qa.ways.inquiry import Flow

COOKIE = "choices"


class Length(StrEnum):
    """How much an answer tells."""

    SHORT = "short"
    CONTEXT = "context"
    QUOTES = "quotes"


class Choices(BaseModel):
    """What of the way to be answered is left to who asks."""

    model_config = ConfigDict(frozen=True)
    length: Length = Field(
        default=Length.SHORT,
        description="`short`: a direct answer; `context`: its quotes with the sentences around "
        "them; `quotes`: in the words of the articles alone.",
    )
    min_confidence: float = Field(
        default=0, ge=0, le=1, description="Decline answers below this confidence, too."
    )

    def flow(self) -> Flow:
        """Return the steps that answer in this way."""
        return Flow(
            generate=self.length is not Length.QUOTES,
            around=self.length is Length.CONTEXT,
            min_confidence=self.min_confidence,
        )

    def as_cookie(self) -> str:
        """Return them as a browser keeps them."""
        return urlencode(self.model_dump(mode="json"))

    def as_json(self) -> str:
        """Return what differs from the usual as the page sends it with a question."""
        return json.dumps(self.model_dump(mode="json", exclude_defaults=True))


def choices_of(request: Request) -> Choices:
    """Return what a browser has kept; the usual where that is nothing, or no choice there is."""
    kept = parse_qs(request.cookies.get(COOKIE, ""))
    try:
        return Choices.model_validate({name: values[-1] for name, values in kept.items()})
    except ValidationError:
        return Choices.model_validate({})
