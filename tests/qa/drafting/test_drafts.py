from collections.abc import Generator, Iterator, Sequence
from dataclasses import replace
from typing import Any

import pytest

from qa.clock import Clock
from qa.drafting.drafts import NONE, Draft, Writer, may_stand_alone, trust
from qa.question.forms import what_is_asked
from qa.types import Evidence, Found
from qa.wiring import Wellspring

BRIDGE = "The bridge of Marrow was opened in 1874 by Anna Holm."
ASKED = "Who opened the bridge?"
BUILT = "It took nine years and cost 40,000 crowns, which the town never paid back."


def said(text: str, at: int = 0) -> Found:
    place = (at, at + len(text), f"{BRIDGE} {BUILT}")
    return Found(Evidence(text, "a", "The bridge of Marrow", "a.txt", *place, 1.0, at=at))


@pytest.mark.parametrize(
    ("question", "evidence", "right", "wrong"),
    [
        (
            "Who opened the bridge?",
            [said(BRIDGE)],
            "Anna Holm opened the bridge of Marrow.",
            "Marrow opened the bridge of Anna Holm.",
        ),
        (
            "How much did the bridge cost?",
            [said(BUILT, len(BRIDGE) + 1)],
            "The bridge of Marrow cost 40,000 crowns.",
            "The town paid back 40,000 crowns for the bridge.",
        ),
        (
            "When was the bridge opened, and how long did it take?",
            [said(BRIDGE), said(BUILT, len(BRIDGE) + 1)],
            "The bridge was opened in 1874 and took nine years.",
            "The bridge was opened nine years after 1874.",
        ),
    ],
)
def test_the_readers_tell_what_evidence_bears_out(
    well: Wellspring, question: str, evidence: list[Found], right: str, wrong: str
) -> None:
    writer = well.writer
    assert writer.looked_at(right, question, evidence).holds(NONE)
    assert not writer.looked_at(wrong, question, evidence).holds(NONE)


def test_a_proven_sentence_that_does_not_answer_is_not_enough(
    well: Wellspring,
) -> None:
    opened, evidence = "The bridge of Marrow was opened in 1874.", [said(BRIDGE)]
    assert not well.writer.looked_at(opened, "Who opened the bridge?", evidence).holds(0)


def draft(**changed: object) -> Draft:
    given = {
        "text": "It was Anna Holm.",
        "says": True,
        "support": (said(BRIDGE).evidence,),
        "proof": 3.0,
        "answers": 0.0,
    }
    return Draft(**{**given, **changed})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("changed", "short_odds", "shown"),
    [
        ({}, 0.0, True),
        ({"says": False}, 0.0, False),
        ({"support": ()}, 0.0, False),
        ({"proof": -1.0}, 9.0, False),
        ({"answers": -9.0}, 0.0, False),
        ({"answers": -9.0}, 9.0, False),
        ({"answers": -9.0, "proof": 5.0}, 0.0, False),
        ({"answers": -9.0, "proof": 5.0}, 9.0, True),
        ({"proof": 0.5}, 0.0, False),
    ],
)
def test_a_draft_is_shown_when_all_speaks_for_it(
    changed: dict[str, object], short_odds: float, *, shown: bool
) -> None:
    assert draft(**changed).holds(short_odds) is shown


def test_a_short_answer_stands_alone_only_where_a_draft_with_it_is_likely() -> None:
    likely = draft(proof=0.5)
    assert not may_stand_alone("Anna Holm", "Did Anna Holm open it?", 5.0, [likely])
    assert may_stand_alone("Anna Holm", ASKED, 5.0, [draft(proof=-3.0), likely])
    assert not may_stand_alone("Anna Holm", "opener of the bridge", 5.0, [likely])
    assert not may_stand_alone("Anna Holm", ASKED, 5.0, [draft(proof=-3.0)])
    assert not may_stand_alone("Anna Holm", ASKED, 5.0, [draft(proof=0.5, answers=-9.0)])
    assert not may_stand_alone("Anna Holm", ASKED, 5.0, [draft(proof=0.5, says=False)])
    assert not may_stand_alone("Anna Holm", ASKED, 5.0, [draft(proof=0.5, support=())])
    assert not may_stand_alone("Anna Holm", ASKED, 5.0, [])
    assert not may_stand_alone("Anna Holm", ASKED, -1.0, [likely])
    assert not may_stand_alone("Anna Holm", ASKED, NONE, [likely])
    assert not may_stand_alone("", ASKED, 5.0, [likely])
    other = draft(text="It cost 90 crowns.", proof=0.5)
    assert not may_stand_alone("40 crowns", ASKED, 5.0, [other])


def test_drafts_are_written_until_one_may_be_shown(well: Wellspring) -> None:
    class Twice:
        """Writes a wrong sentence, a right one, and fails when it is asked for a third."""

        name = "twice"

        def count_tokens(self, text: str) -> int:
            return len(text.split())

        def drafts(
            self, question: str, found: Sequence[Found], max_tokens: int
        ) -> Iterator[Iterator[str]]:
            yield iter(["Marrow opened ", "the bridge of Anna Holm."])
            yield iter(["anna Holm opened ", "the bridge of Marrow."])
            raise AssertionError("asked for one more")

    evidence = [replace(said(BRIDGE), answer="Anna Holm", answer_odds=5.0)]
    *pieces, drafts = returned(
        Writer(Twice(), well.prover).write("Who opened the bridge?", evidence, 5.0, Clock())
    )
    assert pieces == [""] * 4
    assert [d.text for d in drafts] == [
        "Marrow opened the bridge of Anna Holm.",
        "Anna Holm opened the bridge of Marrow.",
    ]
    assert [d.holds(5.0) for d in drafts] == [False, True]


def test_a_draft_with_the_wrong_one_of_two_figures_is_put_right(well: Wellspring) -> None:
    class Wrong:
        """Writes the figure of another year."""

        name = "wrong"

        def count_tokens(self, text: str) -> int:
            return len(text.split())

        def drafts(
            self, question: str, found: Sequence[Found], max_tokens: int
        ) -> Iterator[Iterator[str]]:
            yield iter(["The museum had 12,000 visitors in 2022."])

    had = "The museum had 12,000 visitors in 2021 and 15,500 visitors in 2022."
    evidence = Evidence(had, "a", "The museum", "a.txt", 0, len(had), had, 1.0)
    found = Found(evidence, answer="12,000", answer_odds=5.0)
    question = "How many visitors did the museum have in 2022?"
    *_, drafts = returned(Writer(Wrong(), well.prover).write(question, [found], 5.0, Clock()))
    shown = [draft.text for draft in drafts if draft.holds(5.0)]
    assert shown == ["The museum had 15,500 visitors in 2022."]


def test_one_draft_is_written_where_several_things_are_asked_for(well: Wellspring) -> None:
    evidence = [replace(said(BRIDGE), answer="Anna Holm", answer_odds=5.0)]
    *_, drafts = returned(well.writer.write("Who opened what, and when?", evidence, NONE, Clock()))
    assert len(drafts) == 1


def test_the_short_answer_is_trusted_where_one_fact_is_asked_for() -> None:
    found = replace(said(BRIDGE), answer="Anna Holm", answer_odds=5.0)
    assert trust(what_is_asked("Who opened the bridge?"), [found]) == 5.0
    assert trust(what_is_asked("Who opened the bridge?"), [found, found]) == NONE
    assert trust(what_is_asked("Which towns have a bridge?"), [found]) == NONE


def returned(writing: Generator[str, None, list[Draft]]) -> list[Any]:
    """Return what a generator yields, and last what it returns."""

    def whole() -> Iterator[Any]:
        yield (yield from writing)

    return list(whole())
