from pathlib import Path

import pytest

from eval.bench.mutations import DRAFTS, NOT_BORNE_OUT, Result, measure, refused
from qa.tuning.data.changes import CHANGES, Draft, mutants, read_drafts
from qa.wiring import Wellspring

FILES = ["drafts", "drafts_blind", "drafts_heldout"]


def file_of(name: str) -> Path:
    return DRAFTS.with_name(f"{name}.jsonl")


@pytest.fixture(scope="module", params=FILES)
def result(well: Wellspring, request: pytest.FixtureRequest) -> Result:
    """Every eighth draft, with a few of its mutants: the whole files take minutes."""
    return measure(read_drafts(file_of(request.param))[::8], well.prover, most=4)


def test_there_are_enough_right_drafts_most_of_them_reworded() -> None:
    drafts = read_drafts(DRAFTS)
    assert len(drafts) >= 500
    assert sum(draft.reworded for draft in drafts) >= 0.6 * len(drafts)
    assert len({draft.subject for draft in drafts}) >= 20


def test_wrong_drafts_are_refused_and_right_ones_are_not(result: Result) -> None:
    assert result.made.total() > 60
    assert result.refused_mutants >= 0.96  # 98.4 to 99.7 % (docs/experiments.md)
    assert result.refused_drafts <= 0.13  # 2.3 to 7.1 %


def test_hardly_a_wrong_draft_with_another_figure_passes(result: Result) -> None:
    kinds = ("number", "scale", "unit", "currency", "cut off", "fragment")
    assert sum(result.passed_of(kind) for kind in kinds) <= 1


def test_every_kind_of_change_is_made() -> None:
    kinds = {kind for draft in read_drafts(DRAFTS) for kind, _ in mutants(draft)}
    assert kinds == set(CHANGES)
    assert len(kinds) == 14


def test_a_mutant_is_never_a_right_draft() -> None:
    drafts = read_drafts(DRAFTS)
    right = {(draft.evidence, draft.text) for draft in drafts}
    made = [(draft.evidence, text) for draft in drafts for _, text in mutants(draft)]
    assert not right & set(made)


def test_rules_and_reader_are_what_refuses(well: Wellspring) -> None:
    draft = Draft(
        "bridge",
        ("The bridge was opened in 1874 by Anna Holm.",),
        "Who opened the bridge?",
        "Anna Holm opened the bridge in 1874.",
        True,
    )
    texts = [draft.text, draft.text.replace("1874", "1875"), "Anna Holm never opened the bridge."]
    right, figure, denied = refused(draft, texts, well.prover)
    assert right == []
    assert "a figure that is not in the evidence" in figure
    assert denied == [NOT_BORNE_OUT]


def test_what_each_reason_refuses_alone_and_costs_alone_is_counted() -> None:
    draft = Draft("bridge", ("It was opened in 1874.",), "When?", "It was opened in 1874.", False)
    wrong = [("number", "In 1875."), ("number", "In 1876."), ("name", "In Bergen.")]
    result = Result(2)
    result.add(draft, wrong, [[], ["a figure"], [], ["a name", NOT_BORNE_OUT]])
    result.add(draft, wrong[:1], [["a figure"], [NOT_BORNE_OUT]])
    assert result.made == {"number": 3, "name": 1}
    assert result.passed == [("number", draft, "In 1876.")]
    assert (result.passed_of("number"), result.passed_of("name")) == (1, 0)
    assert (result.refused_mutants, result.refused_drafts) == (0.75, 0.5)
    assert result.only == {"a figure": 1, NOT_BORNE_OUT: 1}
    assert (result.costs, result.refused) == ({"a figure": 1}, [(draft, ["a figure"])])
