import ir_measures
import pytest
from hypothesis import given
from hypothesis import strategies as st
from ir_measures import RR, nDCG

from eval.measuring.metrics import (
    exact_match,
    gold_ranks,
    gold_share,
    hit_at,
    holds,
    is_own,
    is_quoted,
    is_right,
    item_share,
    ndcg,
    plain,
    quoted_share,
    reciprocal_rank,
    squad_tokens,
    token_f1,
)


@pytest.mark.parametrize(
    ("answer", "wording", "expected"),
    [
        ("It is 5%.", "5%", True),
        ("It is 25.412 billion yuan. [1]", "25.412 billion", True),
        ("It is 125.412 billion", "25.412 billion", False),
        ("It is 25.4123 billion", "25.412", False),
        ("It is 5.2", "5", False),
        ("It is 5,200", "5", False),
        ("It is 5.", "5", True),
        ("the “Tea Loan”", '"tea loan"', True),
        ("the Shangrao County", "Rao County", False),
        ("[3]", "3", False),
        ("新水厂于2021年6月18日建成投产。", "2021年6月18日", True),
        ("厂长是李国强。", "李国强", True),
        ("票价为15元。", "5元", False),
        ("日供水3.2万吨。", "3", False),
    ],
)
def test_a_wording_is_held_on_word_and_number_borders(
    answer: str, wording: str, expected: bool
) -> None:
    assert holds(answer, wording) is expected


def test_a_list_needs_every_item_and_a_why_half() -> None:
    answers = [["tea", "tea loan"], ["pig"], ["kudzu"], ["curtain"]]
    assert item_share("tea and pig", answers) == 0.5
    assert not is_right("tea and pig", answers, "list")
    assert is_right("tea, pig, kudzu, curtain", answers, "list")
    assert is_right("tea and pig", answers, "why")
    assert not is_right("tea", answers, "how")
    assert not is_right("anything", [], "why")


def test_a_verdict_stands_first_and_what_proves_it_follows() -> None:
    answers = [["no"], ["33 metres", "33 m"]]
    assert is_right("No, it is 33 metres high. [1]", answers, "yes-no")
    assert not is_right("It is no higher than 33 metres. [1]", answers, "yes-no")
    assert not is_right("Nobody knows; 33 metres. [1]", answers, "yes-no")
    assert not is_right("No. [1]", answers, "yes-no")


def test_a_summary_needs_half_of_its_points_and_may_be_long() -> None:
    points = [["loans"], ["sheep"], ["schools"], ["hospitals"]]
    assert is_right("loans and sheep " + "word " * 60, points, "summary")
    assert not is_right("loans " + "word " * 60, points, "collection")


def test_a_short_fact_in_a_long_answer_is_not_right() -> None:
    assert is_right("5 " + "word " * 44, [["5"]], "number")
    assert not is_right("5 " + "word " * 45, [["5"]], "number")


@pytest.mark.parametrize(
    ("answer", "wordings", "exact", "f1"),
    [
        ("The Tea Loan. [1]", ["tea loan"], 1.0, 1.0),
        ("the tea loan of 2019", ["tea loan"], 0.0, 4 / 6),
        ("in 2019", ["2018", "in 2019 or so"], 0.0, 4 / 6),
        ("none", ["tea"], 0.0, 0.0),
    ],
)
def test_exact_match_and_f1_are_those_of_squad(
    answer: str, wordings: list[str], exact: float, f1: float
) -> None:
    assert exact_match(answer, wordings) == exact
    assert token_f1(answer, wordings) == pytest.approx(f1)


def test_citation_recall_and_precision_are_counted_in_sentences() -> None:
    gold = ["The bridge is long.", "It was opened in 1874."]
    assert quoted_share(["Well: the bridge  is long. It stands."], gold) == 0.5
    assert quoted_share(["It was opened in 1874", "the bridge is long"], gold) == 1.0
    assert quoted_share([], gold) == 0.0
    assert gold_share(["The bridge is long.", "Cheese is old."], gold) == 0.5
    assert gold_share([], gold) == 0.0


def test_ranks_of_gold_sentences() -> None:
    ranks = gold_ranks(
        ["Cheese is old.", "The bridge is long. It stands."],
        ["the bridge is long.", "It was opened."],
    )
    assert ranks == (2, None)
    assert (hit_at(ranks, 5), hit_at((2,), 1), hit_at((2,), 2), hit_at((), 5)) == (
        0.0,
        0.0,
        1.0,
        0.0,
    )


@given(
    st.lists(
        st.one_of(st.none(), st.integers(1, 12)),
        min_size=1,
        max_size=4,
        unique_by=lambda rank: rank or object(),
    )
)
def test_rankings_are_judged_as_ir_measures_judges_them(ranks: list[int | None]) -> None:
    qrels = [
        ir_measures.Qrel("q", f"p{rank}" if rank else f"missing{n}", 1)
        for n, rank in enumerate(ranks)
    ]
    run = [ir_measures.ScoredDoc("q", f"p{rank}", 100 - rank) for rank in range(1, 13)]
    theirs = ir_measures.calc_aggregate([RR, nDCG @ 10], qrels, run)
    assert reciprocal_rank(ranks) == pytest.approx(theirs[RR])
    assert ndcg(ranks) == pytest.approx(theirs[nDCG @ 10], abs=1e-4)


def test_a_gold_sentence_is_quoted_when_more_than_half_of_it_is() -> None:
    gold = "The bridge of Marrow is long."
    assert is_quoted(gold, ["the bridge of marrow"])
    assert not is_quoted(gold, ["The bridge"])
    assert is_quoted(gold, ["So it is: the “bridge” is old. The bridge of Marrow is long."])
    assert not is_quoted(gold, [])


def test_texts_are_compared_without_marks_case_kinds_of_quotes_and_width() -> None:
    assert plain("The “Tea  Loan” ２０１９ [3]\n[12]") == 'the "tea loan" 2019'
    assert squad_tokens("The Tea-Loan, a loan!") == ["tealoan", "loan"]


def test_f1_and_exact_match_of_nothing() -> None:
    assert (exact_match("", [""]), token_f1("", [""])) == (1.0, 1.0)
    assert (exact_match("tea", []), token_f1("tea", [])) == (0.0, 0.0)
    assert item_share("tea", []) == 0.0


def test_one_passage_with_two_gold_sentences_is_one_relevant_passage() -> None:
    assert ndcg((1, 1)) == 1.0
    assert ndcg(()) == 0.0
    assert (reciprocal_rank((None, 4, 2)), reciprocal_rank(())) == (0.5, 0.0)


def test_words_of_its_own_are_no_part_of_a_quote() -> None:
    quote = "The overdue rate was 0.32%, and 18 ambulances were bought."
    assert is_own("The rate of overdue loans is 0.32%. [1]", [quote])
    assert not is_own(f"{quote} [1]", [quote])
    assert not is_own("… and 18 ambulances were bought. [1]", [quote])
    assert not is_own("18 ambulances [1]", [quote])
    assert not is_own(" [1]", [])
    listed = "- A: See [the mill](https://a.b/mill_(old)) of 1874[2](#fn2)."
    assert not is_own("See the mill of 1874[2]. [1]", [listed])
