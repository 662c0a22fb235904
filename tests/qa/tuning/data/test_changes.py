import json
from pathlib import Path

import pytest

from qa.tuning.data.changes import CHANGES, Draft, mutants, read_drafts

DRAFT = Draft(
    "bridge",
    ("The bridge was opened on 3 May 1874 by Ada Lovell and cost 52,000 pounds.", "It is long."),
    "When was the bridge opened?",
    "Ada Lovell opened the bridge on 3 May 1874; it may have cost 52,000 pounds.",
    True,
)


def test_mutants_are_the_same_each_time() -> None:
    assert list(mutants(DRAFT)) == list(mutants(DRAFT))


def test_each_mutant_is_made_once_and_is_no_right_text() -> None:
    texts = [text for _, text in mutants(DRAFT)]
    assert len(set(texts)) == len(texts) > 10
    assert DRAFT.text not in texts
    assert not set(DRAFT.evidence) & set(texts)


@pytest.mark.parametrize(
    ("kind", "piece"),
    [
        ("year or date", "1875"),
        ("currency", "52,000 euros"),
        ("modality", "it will have cost"),
        ("name", "opened the bridge"),
    ],
)
def test_a_mutant_is_told_by_its_kind(kind: str, piece: str) -> None:
    assert any(piece in text for of, text in mutants(DRAFT) if of == kind)


def test_kinds_come_in_the_order_of_the_list() -> None:
    kinds = list(dict.fromkeys(kind for kind, _ in mutants(DRAFT)))
    assert kinds == [kind for kind in CHANGES if kind in kinds]
    assert len(kinds) > 5


def test_a_sentence_with_nothing_to_change_has_no_mutants() -> None:
    assert (
        list(mutants(Draft("x", ("Ships come daily.",), "Who?", "Ships come daily.", False))) == []
    )


def test_drafts_are_read_from_a_file(tmp_path: Path) -> None:
    row = {"subject": "bridge", "evidence": ["One.", "Two."], "question": "When?", "reworded": True}
    file = tmp_path / "drafts.jsonl"
    file.write_text(json.dumps({**row, "draft": "In 1874."}) + "\n", "utf-8")
    assert read_drafts(file) == [Draft("bridge", ("One.", "Two."), "When?", "In 1874.", True)]
