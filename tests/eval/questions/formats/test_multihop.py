from collections.abc import Callable
from pathlib import Path

import pytest

from eval.questions.public import load_public
from index.types import WellspringError

BRIDGE = "The bridge was opened in 1883. It is 1,825 metres long. John Roebling designed it."
TUNNEL = "The tunnel was dug by 40 men. It took nine years."
FERRY = "A ferry ran here before. It carried 200 people a day."


def hop(kind: str, question: str, answer: str, *facts: tuple[str, str]) -> dict[str, object]:
    evidence = [{"title": title, "fact": fact} for title, fact in facts]
    told = {"query": question, "answer": answer, "evidence_list": evidence}
    return {**told, "question_type": f"{kind}_query"}


@pytest.fixture
def news(write_json: Callable[[str, object], Path]) -> Path:
    """Write three articles and three questions: of two facts, of none, and of a lost article."""
    texts = {"Bridge": BRIDGE, "Tunnel": TUNNEL, "Boats": FERRY}
    write_json("corpus.json", [{"title": name, "body": body} for name, body in texts.items()])
    opened = ("Bridge", "The bridge was opened in 1883.")
    took = ("Tunnel", "nine years were taken")
    hops = [
        hop("temporal", "Which came first?", "The bridge", opened, took),
        hop("null", "Who is it?", "Insufficient information."),
        hop("inference", "Where is it?", "Nowhere", ("Nowhere", "It is lost.")),
    ]
    return write_json("MultiHopRAG.json", hops)


def test_questions_have_a_sentence_for_each_fact_and_null_queries_are_unanswerable(
    news: Path,
) -> None:
    public = load_public(news)
    first, null = public.questions
    assert (public.left_out, len(public.articles)) == (1, 3)
    assert (first.id, first.answers) == ("MultiHopRAG-00001", (("The bridge",),))
    assert [(public.articles[gold.article][0], gold.text) for gold in first.evidence] == [
        ("Bridge", "The bridge was opened in 1883."),
        ("Tunnel", "It took nine years."),
    ]
    assert (null.id, null.kind) == ("MultiHopRAG-00002", "near-miss")
    assert (null.answerable, null.answers, null.evidence) == (False, (), ())


def test_questions_without_their_corpus_are_refused(news: Path) -> None:
    news.with_name("corpus.json").unlink()
    said = r"MultiHopRAG\.json: there is no corpus\.json beside"
    with pytest.raises(WellspringError, match=said):
        load_public(news)
