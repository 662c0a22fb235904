from fastapi.testclient import TestClient

from index.types import Hit, Passage
from qa.types import Answer, Citation, Evidence
from qa.wire import AnswerOut

QUOTE = "The bridge was opened in 1874."
EVIDENCE = Evidence(
    QUOTE, "bridge-1", "The bridge", "a/bridge.txt", 12, 42, f"{QUOTE} It is long.", 0.91
)
HIT = Hit(
    Passage(0, "bridge-1", "The bridge", "a/bridge.txt", f"{QUOTE} It is long.", 12, 54, 0), 0.83
)
ANSWER = Answer(
    question="When?",
    standalone_question="When was the bridge opened?",
    text="In 1874. [1]",
    answered=True,
    confidence=0.943,
    citations=(Citation(1, EVIDENCE),),
    hits=(HIT,),
    timings_ms={"total": 5},
    models={"index": "generation 1"},
    short_answer="1874",
)


def test_an_answer_is_read_back_as_it_was_sent() -> None:
    assert AnswerOut.model_validate_json(AnswerOut.of(ANSWER).model_dump_json()).read() == ANSWER


def test_an_answer_that_an_older_version_kept_without_a_short_answer_is_read() -> None:
    kept = AnswerOut.of(ANSWER).model_dump()
    del kept["short_answer"]
    assert AnswerOut.model_validate(kept).read().short_answer == ""


def test_the_description_of_the_api_says_what_an_answer_holds(client: TestClient) -> None:
    described = client.get("/openapi.json").json()["components"]["schemas"]
    assert set(described["AnswerOut"]["properties"]) == set(AnswerOut.model_fields)
    assert {"quote", "start", "end"} <= set(described["CitationOut"]["properties"])
