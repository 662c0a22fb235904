import json
import random
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from index.types import WellspringError
from qa.tuning.generator import GeneratorTuning, tune
from qa.tuning.phrasing import Draft, drafts
from qa.tuning.questions import asking_drafts, read_rewrites, rewriting_drafts, turns_of
from qa.types import Evidence, Turn
from qa.wiring import Wellspring
from qa.writing.prompt import NOT_STATED, evidence_prompt
from qa.writing.tuned import Base, TunedGenerator, base_hash

TOWNS = ["Marrow", "Bergen", "Lenn", "Oslo", "Turku", "Visby"]


def record(town: str, year: int, *, answerable: bool = True) -> dict[str, object]:
    home = {"title": town, "text": f"The harbour of {town} was opened in {year}. Its mayor is called Per. Ships come every day."}
    other = {"title": "Cheese", "text": "The dairy makes 900 wheels of cheese. It was founded by monks. It sells to Oslo."}
    return {
        "question": f"When was the harbour of {town} opened?" if answerable else f"When was the castle of {town} burnt?",
        "answers": [str(year)] if answerable else [],
        "passages": [home, other],
        "gold": [0] if answerable else [],
        "answerable": answerable,
    }


RECORDS = [record(town, 1870 + n, answerable=n % 3 > 0) for n, town in enumerate(TOWNS * 4)]


def test_drafts_answer_from_the_gold_sentence_or_decline(well: Wellspring) -> None:
    made = drafts(RECORDS, well.reader, 24, seed=0)
    answering = [draft for draft in made if draft.answers]
    assert answering
    assert len(made) > len(answering)
    for draft in made:
        if not draft.answers:
            assert draft.target == NOT_STATED
    single = [draft for draft in answering if "[" not in draft.target]
    assert single
    for draft in single:
        mark, clause = draft.target.split("] ", 1)
        line = next(line for line in draft.prompt.splitlines() if line.startswith(f"[{mark}] "))
        assert clause in line
        assert "opened in 18" in clause
    assert made == drafts(RECORDS, well.reader, 24, seed=0)


def test_questions_to_an_answer_name_the_sentence_that_holds_it() -> None:
    made = asking_drafts(RECORDS, 10, seed=0)
    assert len(made) == 10
    for draft in made:
        assert draft.target.strip().startswith("When was the harbour")
        assert draft.prompt.endswith("Question:")
        assert "opened in" in draft.prompt


def test_rewrites_keep_their_history_and_a_line_without_one_is_named(tmp_path: Path) -> None:
    history = [{"role": "user", "text": "Who is Per?"}, {"role": "assistant", "text": "A mayor."}, {"role": "user", "text": "Where?"}]
    assert turns_of(history) == [Turn("Who is Per?", "A mayor."), Turn("Where?", "")]
    file = tmp_path / "r.jsonl"
    good = {"history": history, "question": "Since when?", "rewrite": "Since when is Per mayor?"}
    file.write_text(json.dumps(good) + "\n", "utf-8")
    drafts_made = rewriting_drafts(read_rewrites(file), 5, seed=3)
    assert drafts_made[0].target == " Since when is Per mayor?"
    assert "Earlier: Who is Per? A mayor." in drafts_made[0].prompt
    file.write_text(json.dumps(good) + '\n{"question": "x"}\n', "utf-8")
    with pytest.raises(WellspringError, match=r"r\.jsonl:2"):
        read_rewrites(file)


@pytest.fixture
def base(tiny_model_of: Callable[[Sequence[str]], Path]) -> Base:
    texts = [evidence_prompt("When was it opened ?", [("", "It was opened in 1874 .")]), NOT_STATED, "1 ] It was opened in 1874 . 2 3 4"]
    folder = tiny_model_of(texts)
    return Base("tiny", folder, base_hash(folder))


def data(count: int) -> list[Draft]:
    chance = random.Random(0)
    prompt = evidence_prompt("When was it opened ?", [("", "It was opened in 1874 .")])
    return [
        Draft(prompt, "1 ] It was opened in 1874 .", True) if chance.random() < 0.9 else Draft(prompt, NOT_STATED, False)
        for _ in range(count)
    ]


def test_tuning_lowers_the_loss_resumes_and_makes_an_adapter_for_its_base_only(base: Base, tmp_path: Path) -> None:
    losses: list[float] = []
    tuning = GeneratorTuning(rank=4, first_layer=0, batch=4, checkpoint_every=5)

    def interrupt(step: int, steps: int, loss: float) -> None:
        losses.append(loss)
        if len(losses) == 12:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        tune(base, data(80), [], tmp_path / "out", tuning, interrupt)
    card = tune(base, data(80), [], tmp_path / "out", tuning, interrupt, check=data(40))
    assert card["scores"]["drafts"] == 40
    assert card["scores"]["sentence_named"] + card["scores"]["declined"] >= 1  # all drafts are alike: one of both is always said
    assert len(losses) == 12 + 20 - 10
    assert losses[-1] < losses[0]
    assert card["base_sha256"] == base.sha256
    assert "minutes" in json.loads((tmp_path / "out" / "generator.json").read_text())
    tuned = TunedGenerator(base, tmp_path / "out")
    evidence = [Evidence("It was opened in 1874 .", "a", "", "s", 0, 23, "p", 1.0)]
    none, first = tuned.judge("When was it opened ?", evidence)
    assert none + first == pytest.approx(1, abs=0.01)
    tuned._text = lambda ids, _: iter([tuned._tokenizer.decode(ids[0])])  # type: ignore[method-assign, assignment, list-item]
    given = "".join(tuned.draft("When was it opened ?", [replace(evidence[0], title="not stated")], 5))
    assert "1874" in given
    assert "stated" not in given  # of a title it could copy the end
    with pytest.raises(WellspringError, match="was tuned for tiny"):
        TunedGenerator(Base("other", base.folder, "0" * 64), tmp_path / "out")


def test_a_checkpoint_of_other_data_is_not_continued(base: Base, tmp_path: Path) -> None:
    tuning = GeneratorTuning(rank=4, first_layer=0, batch=4, checkpoint_every=1)

    def stop(step: int, steps: int, loss: float) -> None:
        if step == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        tune(base, data(20), [], tmp_path / "out", tuning, stop)
    with pytest.raises(WellspringError, match="--out"):
        tune(base, data(24), [], tmp_path / "out", tuning)


def test_a_folder_without_an_adapter_says_how_to_make_one(base: Base, tmp_path: Path) -> None:
    with pytest.raises(WellspringError, match="wellspring tune generator"):
        TunedGenerator(base, tmp_path)
