"""The corpus of facts in the shape of rubbish, and of rubbish.

Every fact is kept, nine tenths of the rubbish go.
"""

import pytest

from eval.bench.cleaning import SITES, table
from eval.bench.made.judged import Judged, judge
from eval.bench.made.sites import Line, load_site


@pytest.fixture(scope="module")
def judged() -> list[Judged]:
    return [one for path in sorted(SITES.glob("*.yaml")) for one in judge(load_site(path))]


def test_the_corpus_is_of_ten_sites_with_300_lines_of_each_kind(judged: list[Judged]) -> None:
    assert len({one.line.site for one in judged}) == 10
    assert sum(one.line.fact for one in judged) >= 300
    assert sum(not one.line.fact for one in judged) >= 300
    assert len({(one.line.site, one.line.text) for one in judged}) >= 0.98 * len(judged)


def test_no_fact_is_lost(judged: list[Judged]) -> None:
    assert [
        (one.line.site, one.line.text, one.wrong_in)
        for one in judged
        if one.line.fact and one.wrong_in
    ] == []


@pytest.mark.parametrize("split", ["dev", "test"])
def test_nine_tenths_of_the_rubbish_are_gone(judged: list[Judged], split: str) -> None:
    rubbish = [one for one in judged if not one.line.fact and one.line.split == split]
    assert sum(not one.wrong_in for one in rubbish) >= 0.9 * len(rubbish)


def test_rubbish_that_went_is_listed_with_a_rule_that_gives_its_reason(
    judged: list[Judged],
) -> None:
    gone = [one for one in judged if not one.line.fact and not one.wrong_in]
    assert [one.line.text for one in gone if not one.rules] == []
    assert all(": " in rule for one in gone for rule in one.rules)


def test_the_table_has_a_row_for_each_site_and_one_for_all(judged: list[Judged]) -> None:
    rows = table("site", judged, lambda one: one.line.site).strip().split("\n")
    assert len(rows) == 2 + 10 + 1
    assert rows[-1].startswith("| all |")


def test_a_table_counts_facts_and_rubbish_apart_by_half() -> None:
    def one(place: str, *, fact: bool, split: str, wrong: bool = False) -> Judged:
        texts = (f"{place} {n}" for n in range(100))
        lines = (Line("town", text, fact, place, 0) for text in texts)
        line = next(line for line in lines if line.split == split)
        return Judged(line, (".md",) if wrong else (), frozenset())

    judged = [
        one("body", fact=True, split="dev"),
        one("body", fact=True, split="dev", wrong=True),
        one("menu", fact=False, split="test"),
    ]
    assert table("place", judged, lambda one: one.line.place).split("\n") == [
        "| place | facts kept, dev | facts kept, test | rubbish gone, dev | rubbish gone, test |",
        "| --- | --- | --- | --- | --- |",
        "| body | 1 of 2 |  |  |  |",
        "| menu |  |  |  | 1 of 1 |",
        "| all | 1 of 2 |  |  | 1 of 1 |",
        "",
    ]
