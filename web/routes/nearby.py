"""Questions nearby one that was declined."""

from fastapi import APIRouter
from pydantic import ConfigDict, Field

from web.bodies import LimitedBody
from web.routes.parts import PartsIn

routes = APIRouter()


class NearbyIn(LimitedBody):
    """The body of `POST /nearby`."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={"examples": [{"question": "How high was the rate in 1950?"}]},
    )
    question: str = Field(description="The question that was declined, at most 2000 characters.")


@routes.post("/nearby", tags=["ask"])
def nearby_questions(body: NearbyIn, parts: PartsIn) -> dict[str, list[str]]:
    """Return up to three questions near to one, each of which the articles answer."""
    return {"questions": parts.nearby.questions(body.question, body.limits())}
