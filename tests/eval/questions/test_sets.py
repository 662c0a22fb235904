import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from eval.measuring.circumstances import folder_hash
from eval.questions.sets import SETS, Choice, EvalSet, open_set
from index.types import WellspringError
from qa.settings import Settings
from qa.wiring import Wellspring

BELLS = "Eight bells hang in the tower of Marrow."
LINE = {
    "id": "bells",
    "question": "How many bells hang in the tower?",
    "kind": "number",
    "split": "dev",
    "answerable": True,
    "answers": [["eight", "8"]],
    "evidence": [{"article": "tower.txt", "text": BELLS}],
}


@pytest.fixture
def tower(tmp_path: Path) -> Path:
    """A folder of one article."""
    (tmp_path / "tower").mkdir()
    (tmp_path / "tower" / "tower.txt").write_text(f"The tower\n\n{BELLS}\n", "utf-8")
    return tmp_path / "tower"


def opened(
    well: Wellspring, name: str | Path, articles: Path | None = None, **choice: Any
) -> EvalSet:
    return open_set(well, str(name), articles, Choice(**choice), lambda *_: None)


def own(folder: Path, *lines: dict[str, Any]) -> Path:
    file = folder / "own.jsonl"
    file.write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")
    return file


def test_a_set_that_is_not_there_is_named_with_those_that_are(tmp_path: Path) -> None:
    with pytest.raises(WellspringError, match=r"no question set 'riddles'.*seeds, almanac"):
        opened(Wellspring(Settings(data_dir=tmp_path)), "riddles")


def test_own_questions_are_asked_over_the_folder_that_is_given(
    well: Wellspring, tower: Path, tmp_path: Path
) -> None:
    file = own(tmp_path, LINE, {**LINE, "id": "other", "split": "test"})
    chosen = opened(well, file, tower, split="dev")
    assert (chosen.name, [question.id for question in chosen.questions]) == ("own", ["bells"])
    assert [article.text for article in chosen.index.articles()] == [f"The tower\n\n{BELLS}"]
    assert set(chosen.hashes) == {"own.jsonl", "tower"}
    assert chosen.hashes["tower"] == folder_hash(tower)
    assert chosen.left_out == 0


def test_own_questions_are_asked_over_the_current_index_without_a_folder(
    well: Wellspring, tmp_path: Path
) -> None:
    evidence = {"article": "tower.txt", "text": BELLS}
    file = own(tmp_path, {**LINE, "evidence": [evidence]})
    with pytest.raises(WellspringError, match=r"own\.jsonl:1: there is no article 'tower\.txt'"):
        opened(well, file)
    near_miss = {"kind": "near-miss", "answerable": False, "answers": [], "evidence": []}
    chosen = opened(well, own(tmp_path, {**LINE, **near_miss}))
    assert chosen.index is well.index
    assert set(chosen.hashes) == {"own.jsonl"}


def test_evidence_that_its_article_does_not_hold_is_named_with_its_line(
    well: Wellspring, tower: Path, tmp_path: Path
) -> None:
    wrong = {"article": "tower.txt", "text": "Nine bells hang in the tower of Marrow."}
    file = own(tmp_path, LINE, {**LINE, "id": "nine", "evidence": [wrong]})
    with pytest.raises(WellspringError, match=r"own\.jsonl:2: the evidence 'Nine bells"):
        opened(well, file, tower)


def test_a_public_set_brings_its_articles_and_leaves_none_of_an_earlier_one(
    well: Wellspring,
    record: Callable[..., dict[str, Any]],
    write_lines: Callable[..., Path],
) -> None:
    ferry = {"title": "Ferry", "text": "A ferry ran here before."}
    file = write_lines("works.jsonl", record(), record(id="bad", answers=[]))
    first = opened(well, file)
    assert (first.name, len(first.questions), first.left_out) == ("works", 1, 1)
    assert {article.title for article in first.index.articles()} == {"Bridge", "Tunnel"}
    moved = record(passages=[*record()["passages"][:1], ferry])
    second = opened(well, write_lines("works.jsonl", moved))
    assert {article.title for article in second.index.articles()} == {"Bridge", "Ferry"}
    assert first.hashes["works.jsonl"] != second.hashes["works.jsonl"]
    with pytest.raises(WellspringError, match="has no such question"):
        opened(well, file, kind="why")


def test_the_named_sets_have_their_folders() -> None:
    assert set(SETS) == {"seeds", "almanac", "seeds-kinds", "almanac-kinds", "languages"}
    assert all(any(folder.iterdir()) for folder in SETS.values())
