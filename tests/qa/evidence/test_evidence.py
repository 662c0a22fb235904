import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from index.ranking.search import Index
from index.types import WellspringError
from qa.evidence.confidence import JUDGED, SIGNS, read_confidence
from qa.evidence.selection import ReaderEvidence, rejudged
from qa.models.stamps import sha256_of
from qa.question.forms import what_is_asked
from qa.text.words import coverage, unmet
from qa.types import Evidence
from qa.wiring import CONFIDENCE, GENERATOR_ADAPTER, READER_WEIGHTS, Wellspring

HARBOUR = "The harbour of Bergen. It was opened in 1874 by Anna Holm."


@pytest.mark.parametrize(
    ("question", "strange"),
    [
        ("When did Anna Holm open the harbour of Bergen?", set()),
        ("When was the harbour of Oslo opened?", {"oslo"}),
        ("Was it opened in 1875?", {"1875"}),
        ("When was the harbour of Begen opened?", set()),
        ("how many boats are there", set()),
    ],
)
def test_names_and_numbers_that_the_text_lacks_are_unmet(question: str, strange: set[str]) -> None:
    assert unmet(question, HARBOUR) == strange


SHEEP = "How many Dolan sheep were contracted for breeding?"


def test_coverage_weighs_rare_words_and_knows_word_forms() -> None:
    weights = {"harbour": 3.0, "widening": 1.0, "whale": 4.0}
    assert coverage(weights, "The harbour was widened.") == pytest.approx(0.5)
    assert coverage({}, "anything") == 0.0


def test_confidence_rises_with_the_odds_and_falls_with_what_is_unmet() -> None:
    confidence = read_confidence(CONFIDENCE)
    for features in (dict.fromkeys(SIGNS, 0.5), dict.fromkeys((*SIGNS, JUDGED), 0.5)):
        sure = confidence.of(features)
        assert confidence.of({**features, "odds": 3.0}) > sure > confidence.of({**features, "unmet": 1.0})


def test_the_fitted_numbers_are_of_the_reader_and_the_judge_that_come_with_them() -> None:
    card = json.loads(CONFIDENCE.read_text("utf-8"))
    assert card["reader_sha256"] == sha256_of(READER_WEIGHTS)
    assert card["judge_sha256"] == sha256_of(GENERATOR_ADAPTER / "adapter_model.safetensors")


@pytest.mark.parametrize("damage", ["{", "[]", '{"plain": {}, "judged": {}, "share": 1}'])
def test_damaged_fitted_numbers_are_told(tmp_path: Path, damage: str) -> None:
    file = tmp_path / "confidence.json"
    file.write_text(damage, "utf-8")
    with pytest.raises(WellspringError, match="Restore the file"):
        read_confidence(file)


def test_a_judge_that_is_sure_of_another_sentence_puts_it_first() -> None:
    ranked = [Evidence(name, "a", "", "", 0, 1, "", score) for name, score in (("one", 2.0), ("two", 1.5), ("three", 1.0))]
    assert [item.text for item in rejudged(ranked, [0.1, 0.01, 0.89], share=0.5)] == ["two", "one", "three"]
    assert [item.text for item in rejudged(ranked, [0.1, 0.01, 0.89], share=0.0)] == ["one", "two", "three"]


def test_evidence_is_a_slice_of_its_article(well: Wellspring, index: Index) -> None:
    hits = index.search(SHEEP, 8)
    evidence, confidence = well.answerer._evidence.select(SHEEP, what_is_asked(SHEEP), hits)
    assert "3583 Dolan sheep" in evidence[0].text
    assert confidence > 0.7
    for item in evidence:
        article = index.article(item.article_id)
        assert article is not None
        assert article.text[item.start : item.end] == item.text
        assert item.answer in item.text


class Certain:
    """A judge that is sure of the sentence with a word in it, or of none."""

    def __init__(self, word: str) -> None:
        self.word = word

    def judge(self, question: str, evidence: Sequence[Evidence]) -> list[float]:
        sure = [1.0 if self.word in item.text else 0.0 for item in evidence]
        return [0.0 if any(sure) else 1.0, *sure]


def test_a_judge_moves_the_order_and_the_confidence(well: Wellspring, index: Index) -> None:
    asked, hits = what_is_asked(SHEEP), index.search(SHEEP, 8)

    def select(judge: Certain | None) -> tuple[list[Evidence], float]:
        return ReaderEvidence(index, well.reader, well.confidence, judge).select(SHEEP, asked, hits)

    plain, _ = select(None)
    moved, sure = select(Certain(plain[1].text))
    assert [item.text for item in moved[:2]] == [plain[1].text, plain[0].text]
    _, unsure = select(Certain("no such text"))
    assert sure > unsure


@pytest.mark.parametrize("question", ["Hi, how are you?", "Zebra xylophone?"])
def test_a_question_none_of_whose_words_is_there_has_no_confidence(well: Wellspring, index: Index, question: str) -> None:
    hits = index.search(question, 8)
    ranked, confidence = ReaderEvidence(index, well.reader, well.confidence).select(question, what_is_asked(question), hits)
    assert ranked
    assert all(0 <= item.score <= 1 for item in ranked)
    assert confidence == 0.0
