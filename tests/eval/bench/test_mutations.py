from functools import cache

import pytest

from eval.bench.mutations import Result, is_refused, measure, mutants, read_drafts


@cache
def measured(split: str) -> Result:
    return measure([draft for draft in read_drafts() if draft.split == split])


def test_there_are_enough_right_drafts_most_of_them_reworded() -> None:
    drafts = read_drafts()
    assert len(drafts) >= 500
    assert sum(draft.reworded for draft in drafts) >= 0.6 * len(drafts)
    assert len({draft.subject for draft in drafts}) >= 20


def test_wrong_drafts_are_refused_and_right_ones_are_not_where_the_checks_were_tuned() -> None:
    result = measured("dev")
    assert result.refused_mutants >= 0.99
    assert result.refused_drafts <= 0.03


@pytest.mark.parametrize("kind", ["number", "scale", "unit", "currency", "negation", "modality", "cut off", "fragment"])
def test_hardly_a_wrong_draft_of_these_kinds_passes_where_they_were_not_tuned(kind: str) -> None:
    result = measured("test")
    assert result.made[kind] >= 50
    assert len(result.passed[kind]) <= 0.01 * result.made[kind]


def test_every_kind_of_change_is_made() -> None:
    kinds = {kind for draft in read_drafts() for kind, _ in mutants(draft)}
    assert len(kinds) == 14


def test_a_mutant_is_never_a_right_draft() -> None:
    drafts = read_drafts()
    right = {(draft.evidence, draft.text) for draft in drafts}
    made = [(draft.evidence, text) for draft in drafts for _, text in mutants(draft)]
    assert not right & set(made)


def test_the_checks_are_what_refuses() -> None:
    draft = next(draft for draft in read_drafts() if draft.text.startswith("At the end of March the balance"))
    assert not is_refused(draft, draft.text)
    assert is_refused(draft, draft.text.replace("13.91", "13.19"))
