import gzip
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from eval.questions.public import load_public
from index.types import WellspringError
from qa.types import Turn

MakeRecord = Callable[..., dict[str, Any]]
WriteLines = Callable[..., Path]


def test_records_are_read_plain_and_gzipped_with_the_same_result(
    record: MakeRecord, write_lines: WriteLines
) -> None:
    other = record(id="r2", question="Who?", answers=[], gold=[], answerable=False)
    plain = write_lines("set.jsonl", record(), other)
    packed = plain.with_name("set.jsonl.gz")
    packed.write_bytes(gzip.compress(plain.read_bytes()))
    public = load_public(packed)
    assert public == load_public(plain)
    assert (public.name, public.left_out, len(public.articles)) == ("set", 0, 2)
    first, second = public.questions
    assert (first.id, first.kind, first.answerable) == ("r1", "name", True)
    assert (second.id, second.kind, second.answerable) == ("r2", "near-miss", False)
    assert first.answers == (("John Roebling", "Roebling"),)
    assert [gold.text for gold in first.evidence] == ["John Roebling designed it."]


def test_what_was_said_before_comes_as_turns(record: MakeRecord, write_lines: WriteLines) -> None:
    said = [{"role": "user", "text": "Is it long?"}, {"role": "assistant", "text": "Yes."}]
    (question,) = load_public(write_lines("set.jsonl", record(history=said))).questions
    assert question.history == (Turn("Is it long?", "Yes."),)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"gold": [2]}, "`gold` names a passage"),
        ({"gold": [-1]}, "`gold` names a passage"),
        ({"history": [{"role": "user", "text": "?"}]}, "`history` does not alternate"),
        ({"history": [{"role": "assistant", "text": "?"}] * 2}, "`history` does not alternate"),
        ({"history": [{"role": "judge", "text": "?"}] * 2}, r"`history\.0\.role`"),
        ({"id": None}, "`id`"),
        ({"answers": "one"}, "`answers`"),
    ],
)
def test_a_record_that_does_not_fit_is_refused_with_its_line(
    record: MakeRecord, write_lines: WriteLines, changes: dict[str, Any], said: str
) -> None:
    file = write_lines("bad.jsonl", record(), record(**changes))
    with pytest.raises(WellspringError, match=rf"bad\.jsonl:2: {said}"):
        load_public(file)


def test_a_field_that_is_missing_is_named(record: MakeRecord, write_lines: WriteLines) -> None:
    file = write_lines("bad.jsonl", record(), {"passages": []})
    with pytest.raises(WellspringError, match=r"bad\.jsonl:2: `id`: Field required"):
        load_public(file)
