import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from index.types import WellspringError
from qa.evidence.reader import Reader
from qa.loading import READER_WEIGHTS
from qa.models.finding import find, folders_of
from qa.models.known import MINILM, MPNET
from qa.settings import Settings
from qa.tuning.data.examples import examples
from qa.tuning.data.records import read_records
from qa.tuning.reader import ReaderTuning, tune

PLACES = ["Marrow", "Bergen", "Lenn", "Oslo", "Turku", "Visby", "Malmo", "Narvik"]
YEARS = {
    f"In which year was the harbour of {place} opened?": str(1850 + n)
    for n, place in enumerate(PLACES)
}
CHEESE = {"title": "Cheese", "text": "The cooperative makes 900 wheels of cheese every year. " * 8}


def harbour(question: str, year: str) -> dict[str, Any]:
    place = question.split("of ")[1].split()[0]
    text = (
        f"The harbour of {place} is wide and deep. It was opened in {year} by the king. "
        + "It is used by many. " * 20
    )
    passages = [{"title": place, "text": text}, CHEESE]
    return {
        "question": question,
        "answers": [year],
        "passages": passages,
        "gold": [0],
        "answerable": True,
    }


RECORDS = [harbour(question, year) for question, year in YEARS.items()]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    file = tmp_path / "records.jsonl.gz"
    file.write_bytes(
        gzip.compress("".join(json.dumps(record) + "\n" for record in RECORDS).encode())
    )
    return file


def test_examples_have_their_gold_sentence_and_others_have_none(data: Path) -> None:
    made = examples(read_records([data]), seed=0)
    answering = [example for example in made if example.span]
    assert sorted(example.text[slice(*(example.span or ()))] for example in answering) == sorted(
        YEARS.values()
    )
    assert made == examples(read_records([data]), seed=0)


def test_a_paragraph_is_also_asked_without_its_answer_and_with_a_changed_question() -> None:
    made = examples(RECORDS * 20, seed=1)
    cut = [
        e for e in made if not e.gold and e.question in YEARS and e.title and e.title in e.question
    ]
    assert cut
    # Its sentence is gone, or the year alone.
    assert {"opened" in e.text for e in cut} == {True, False}
    assert all("opened in" not in e.text for e in cut)
    assert any(e.question not in YEARS and not e.gold and "opened in" in e.text for e in made)


def test_training_lowers_the_loss_resumes_and_exports_a_reader(data: Path, tmp_path: Path) -> None:
    losses: list[float] = []
    tuning = ReaderTuning(epochs=6, batch=8, checkpoint_every=4)

    def interrupt(step: int, steps: int, loss: float) -> None:
        losses.append(loss)
        if step == 9 and len(losses) == 9:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        tune(RECORDS, [data], tmp_path / "out", tuning, interrupt)
    card = tune(RECORDS, [data], tmp_path / "out", tuning, interrupt, check=RECORDS)
    assert card["scores"]["sentence_first"] > 0.5  # it has learnt these very records
    assert card["scores"]["examples"] > len(RECORDS)
    assert len(losses) == 9 + card["steps"] - 8
    assert losses[-1] < losses[0]
    assert card["base_sha256"] == MINILM.sha256
    assert card["settings"]["start"] is None
    weights = tmp_path / "out" / "reader.safetensors"
    more = tune(RECORDS, [data], tmp_path / "more", ReaderTuning(start=weights))
    assert more["settings"]["start"]
    reader = Reader(find(MINILM, folders_of(Settings())).folder, weights)
    assert reader.read("When was it opened?", [("", "It was opened in 1874.")])[0][0].start == 0


def test_the_large_reader_is_trained_by_low_rank_changes_that_it_is_loaded_from(
    data: Path, tmp_path: Path
) -> None:
    losses: list[float] = []
    tuning = ReaderTuning(epochs=1, batch=6, rank=4)
    card = tune(
        RECORDS, [data], tmp_path / "large", tuning, lambda step, steps, loss: losses.append(loss)
    )
    assert card["base_sha256"] == MPNET.sha256
    assert len(losses) == card["steps"] > 3
    weights = tmp_path / "large" / "reader.safetensors"
    assert weights.stat().st_size < 3_000_000
    reader = Reader(find(MPNET, folders_of(Settings())).folder, weights)
    assert reader.read("When was it opened?", [("", "It was opened in 1874.")])[0][0].start == 0
    for start in (weights, READER_WEIGHTS, tmp_path / "none.safetensors"):
        with pytest.raises(WellspringError, match="no large reader of rank 2"):
            tune(RECORDS, [data], tmp_path / "other", ReaderTuning(rank=2, start=start))
