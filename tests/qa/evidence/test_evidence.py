import json
from pathlib import Path

import pytest

from index.ranking.search import Index
from index.types import WellspringError
from qa.evidence.confidence import SIGNS, logistic, read_confidence
from qa.evidence.selection import ReaderEvidence, Selected
from qa.loading import CONFIDENCE, LARGE_READER_WEIGHTS, READER_WEIGHTS, VERIFIER_WEIGHTS
from qa.models.stamps import sha256_of
from qa.question.forms import what_is_asked
from qa.text.words import coverage, unmet
from qa.wiring import Wellspring

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


def test_confidence_rises_as_a_question_is_settled_and_falls_with_what_stands_nowhere() -> None:
    confidence = read_confidence(CONFIDENCE)
    features = dict.fromkeys(SIGNS, 0.5)
    sure = confidence.of(features)
    nowhere = dict.fromkeys(("unmet", "away", "apart"), 1.5)  # a name that no hit has
    assert (
        confidence.of({**features, "settled": 3.0}) > sure > confidence.of({**features, **nowhere})
    )


def test_the_fitted_numbers_are_of_the_readers_that_come_with_them() -> None:
    card = json.loads(CONFIDENCE.read_text("utf-8"))
    assert card["reader_sha256"] == sha256_of(READER_WEIGHTS)
    assert card["large_reader_sha256"] == sha256_of(LARGE_READER_WEIGHTS)
    assert card["verifier_sha256"] == sha256_of(VERIFIER_WEIGHTS)


@pytest.mark.parametrize("damage", ["{", "[]", '{"weights": {}}'])
def test_damaged_fitted_numbers_are_told(tmp_path: Path, damage: str) -> None:
    file = tmp_path / "confidence.json"
    file.write_text(damage, "utf-8")
    with pytest.raises(WellspringError, match="Restore the file"):
        read_confidence(file)


def test_evidence_is_a_slice_of_its_article(well: Wellspring, index: Index) -> None:
    hits = index.search(SHEEP, 8)
    selected = ReaderEvidence(index, well.readers, well.confidence).select(
        SHEEP, what_is_asked(SHEEP), hits
    )
    assert "3583 Dolan sheep" in selected.found[0].evidence.text
    assert selected.confidence > 0.7
    for one in selected.found:
        item = one.evidence
        article = index.article(item.article_id)
        assert article is not None
        assert article.text[item.start : item.end] == item.text
        assert item.passage[item.at : item.at + len(item.text)] == item.text
        assert item.text[one.answer_at :].startswith(one.answer)


def test_what_the_large_reader_read_is_a_part_of_what_the_small_one_looked_through(
    well: Wellspring, index: Index
) -> None:
    hits = index.search(SHEEP, 8)
    looked, closely = well.readers.looked_through(SHEEP, hits), well.readers.rank(SHEEP, hits, 4)
    assert len(closely) == 4
    assert {one.evidence.start for one in closely} == {one.evidence.start for one in looked[:4]}
    assert "3583" in closely[0].answer
    assert closely[0].odds > closely[1].odds
    assert closely[0].evidence.score == logistic(closely[0].odds)


@pytest.mark.parametrize("question", ["Hi, how are you?", "Zebra xylophone?"])
def test_a_question_none_of_whose_words_is_there_has_no_confidence(
    well: Wellspring, index: Index, question: str
) -> None:
    hits = index.search(question, 8)
    selected = ReaderEvidence(index, well.readers, well.confidence).select(
        question, what_is_asked(question), hits
    )
    assert selected.found
    assert all(0 <= item.evidence.score <= 1 for item in selected.found)
    assert selected.confidence == 0.0


def test_what_is_settled_in_other_words_has_confidence_where_it_has_several(
    well: Wellspring, tmp_path: Path
) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "clinic.txt").write_text("Each patient waited 47 minutes for care.", "utf-8")
    well.build_index(tmp_path / "a", data_dir=tmp_path / "data")
    evidence = ReaderEvidence(
        Index(tmp_path / "data", well.embedder), well.readers, well.confidence
    )
    hits = Index(tmp_path / "data", well.embedder).search("waited", 8)

    def sure(question: str) -> float:
        """Return how sure the answer to a question is."""
        return evidence.select(question, what_is_asked(question), hits).confidence

    assert sure("How long do people sit around before a medic sees them?") > 0
    assert sure("How long?") == 0


def test_where_nothing_was_found_nothing_is_ranked(well: Wellspring, index: Index) -> None:
    assert well.readers.rank(SHEEP, []) == []
    assert ReaderEvidence(index, well.readers, well.confidence).select(
        SHEEP, what_is_asked(SHEEP), []
    ) == Selected([], 0.0)
    assert well.readers.large.read(SHEEP, []) == []
