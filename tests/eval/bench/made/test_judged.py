from eval.bench.made.judged import judge
from eval.bench.made.sites import FORMATS, Line, Site

PAGES = [
    ["The harbour", "The harbour is the oldest of the coast.", "It has twelve berths and a crane."],
    ["The ferry", "The ferry crosses the sound in an hour.", "It carries forty cars and a bus."],
    ["The market", "The market is held on the quay.", "It sells fish, bread and wool."],
]


def judged(text: str, *, fact: bool, place: str = "body", page: int = -1) -> tuple[str, ...]:
    """Return the formats in which a line is not as it should be."""
    (one,) = judge(Site("harbour", PAGES, [Line("harbour", text, fact, place, page)]))
    return one.wrong_in


def test_a_fact_that_every_format_keeps_is_wrong_in_none() -> None:
    assert judged("The crane lifts 40 tonnes.", fact=True, page=0) == ()


def test_rubbish_that_is_left_is_wrong_where_it_is_left() -> None:
    left = judged("The crane lifts 40 tonnes.", fact=False, place="pointer", page=0)
    assert left == FORMATS


def test_what_goes_says_by_which_rule() -> None:
    line = Line("harbour", "Home", False, "menu", -1)
    (one,) = judge(Site("harbour", PAGES, [line]))
    assert one.wrong_in == ()
    assert one.rules
    assert all(": " in rule for rule in one.rules)
