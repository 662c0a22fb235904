"""The answer as it is sent, kept and read back."""

from dataclasses import asdict, replace

import pytest
from pydantic import ValidationError

from index.types import Hit, Passage
from qa.types import Answer, Citation, Evidence, Side, Validity
from qa.wire import AnswerOut, CitationOut, PassageOut

QUOTE = "The bridge was opened in 1874."
PASSAGE = f"{QUOTE} It is long."
EVIDENCE = Evidence(QUOTE, "b-1", "The bridge", "a/bridge.txt", 12, 42, PASSAGE, 0.91)
HIT = Hit(Passage(0, "b-1", "The bridge", "a/bridge.txt", PASSAGE, 12, 54, 0), 0.83)
DECLINED = Answer("Who?", "Who?", "The articles do not say.", False, 0.1, (), (HIT,))
ANSWER = Answer(
    question="When?",
    standalone_question="When was the bridge opened?",
    text="In 1874. [1]",
    answered=True,
    confidence=0.943,
    citations=(
        Citation(1, EVIDENCE, ((37, 41),), "2 May 1874", 3),
        Citation(2, EVIDENCE, validity=Validity("v2", valid_until="2022")),
    ),
    hits=(HIT, HIT),
    timings_ms={"total": 5},
    models={"index": "generation 1"},
    short_answer="1874",
    scope=("a/bridge.txt", "reports/2024/"),
    answer_ranges=((3, 7),),
    sides=(Side("The bridge", "1874", 1),),
)


@pytest.mark.parametrize("answer", [ANSWER, DECLINED])
def test_an_answer_comes_back_as_it_was_sent(answer: Answer) -> None:
    sent = AnswerOut.of(answer).model_dump_json()
    assert AnswerOut.model_validate_json(sent).read() == answer


def test_a_quote_is_told_with_its_place() -> None:
    sent = CitationOut.of(Citation(3, EVIDENCE))
    assert (sent.marker, sent.quote, sent.start, sent.end) == (3, QUOTE, 12, 42)
    assert (sent.article_id, sent.source, sent.page) == ("b-1", "a/bridge.txt", None)
    assert sent.citation() == Citation(3, EVIDENCE)


def test_a_quote_is_told_with_the_validity_of_its_article() -> None:
    validity = Validity("version 2", "1 May 2020", "2022", draft=True, superseded=True)
    sent = CitationOut.of(Citation(1, EVIDENCE, validity=validity)).model_dump()
    assert sent["validity"] == asdict(validity)
    del sent["validity"]
    assert CitationOut.model_validate(sent).citation().validity == Validity()


def test_quotes_and_passages_are_told_with_their_pages_and_come_back_with_them() -> None:
    hit = replace(HIT, passage=replace(HIT.passage, page=4))
    answer = replace(ANSWER, citations=(Citation(1, EVIDENCE, page=3),), hits=(hit,))
    sent = AnswerOut.of(answer)
    assert (sent.citations[0].page, sent.passages[0].page) == (3, 4)
    assert AnswerOut.model_validate_json(sent.model_dump_json()).read() == answer


@pytest.mark.parametrize("kind", ["citations", "passages"])
def test_a_quote_of_an_older_version_has_no_page(kind: str) -> None:
    kept = AnswerOut.of(ANSWER).model_dump()
    del kept[kind][0]["page"]
    assert AnswerOut.model_validate(kept).read() == ANSWER


def test_scores_are_rounded_to_three_digits() -> None:
    third = 1 / 3
    assert CitationOut.of(Citation(1, replace(EVIDENCE, score=third))).score == 0.333
    assert PassageOut.of(replace(HIT, score=third)).score == 0.333
    assert AnswerOut.of(replace(ANSWER, confidence=2 / 3)).confidence == 0.667


def test_what_the_contract_does_not_tell_of_a_passage_is_nought() -> None:
    numbered = replace(HIT, passage=replace(HIT.passage, id=7, tokens=40))
    assert PassageOut.of(numbered).hit() == HIT


@pytest.mark.parametrize(
    "field",
    [
        "short_answer",
        "confidence",
        "standalone_question",
        "timings_ms",
        "models",
        "scope",
        "answer_ranges",
        "sides",
    ],
)
def test_an_answer_of_an_older_version_may_lack_what_came_later(field: str) -> None:
    kept = AnswerOut.of(ANSWER).model_dump()
    del kept[field]
    assert AnswerOut.model_validate(kept).read().text == ANSWER.text


def test_a_quote_of_an_older_version_has_no_range_date_or_line() -> None:
    kept = CitationOut.of(ANSWER.citations[0]).model_dump()
    for field in ("answer_ranges", "date", "line"):
        del kept[field]
    assert CitationOut.model_validate(kept).citation() == Citation(1, EVIDENCE)


@pytest.mark.parametrize("field", ["answer", "answered", "question", "citations", "passages"])
def test_an_answer_without_what_makes_it_one_is_refused(field: str) -> None:
    kept = AnswerOut.of(ANSWER).model_dump()
    del kept[field]
    with pytest.raises(ValidationError, match=field):
        AnswerOut.model_validate(kept)


def test_what_was_sent_cannot_be_changed() -> None:
    sent = AnswerOut.of(ANSWER)
    with pytest.raises(ValidationError, match="frozen"):
        sent.answer = "In 1875."
