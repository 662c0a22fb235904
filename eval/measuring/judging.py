"""Judge an answer to a known question: one row, with the stage at which it went wrong."""

from collections.abc import Sequence
from dataclasses import replace

from eval.measuring.claims import MARK, unsupported
from eval.measuring.metrics import (
    exact_match,
    gold_ranks,
    gold_share,
    is_right,
    item_share,
    quoted_share,
    token_f1,
)
from eval.types import SPOKEN, Question, Row
from qa.types import Answer, Evidence
from qa.writing.prompt import DECLINED

TOP_K = 5  # passages of an answer


def judge(
    question: Question, answer: Answer, ranked: Sequence[str], held_back: Answer | None = None
) -> Row:
    """Compare an answer with what is known of its question.

    `ranked` are the texts of the best passages, `held_back` is what a declined answer would be.
    """
    cited = [citation.evidence for citation in answer.citations]
    quotes = tuple(evidence.text for evidence in cited)
    around = [f"{evidence.title} {evidence.passage}" for evidence in cited]
    gold = tuple(item.text for item in question.evidence)
    text, short = (answer.text, answer.short_answer) if answer.answered else ("", "")
    whole = _wordings(question)
    row = Row(
        id=question.id,
        kind=question.kind,
        split=question.split,
        question=question.question,
        answerable=question.answerable,
        answered=answer.answered,
        right=_is_right(question, answer),
        answer=answer.text,
        answers=question.answers,
        confidence=answer.confidence,
        items=item_share(text, question.answers),
        exact=exact_match(short or text, whole),
        f1=token_f1(short or text, whole),
        cited=quoted_share(quotes, gold),
        precise=gold_share(quotes, gold),
        unsupported=tuple(sorted(unsupported(_claimed(text, cited), quotes, around))),
        quotes=quotes,
        gold=gold,
        gold_ranks=gold_ranks(ranked, gold),
        fault="",
        timings_ms=answer.timings_ms,
        held_back=_is_right(question, held_back) if held_back else None,
    )
    return with_fault(row)


def _claimed(text: str, cited: Sequence[Evidence]) -> str:
    """Return what an answer claims by its quotes.

    Of a list that are the lines with a mark: its head counts articles, which no article does. Nor
    is it a claim to name a cited article.
    """
    lines = text.split("\n")
    marked = [line for line in lines if MARK.search(line)] if len(lines) > 1 else lines
    claimed = "\n".join(marked)
    for name in {name for evidence in cited for name in (evidence.title, evidence.source)}:
        claimed = claimed.replace(name, "") if name else claimed
    return claimed


def _wordings(question: Question) -> tuple[str, ...]:
    """Return the wordings of the whole answer; that of several items is all of them in a row."""
    if len(question.answers) < 2:
        return question.answers[0] if question.answers else ()
    return (" ".join(item[0] for item in question.answers),)


def _is_right(question: Question, answer: Answer) -> bool:
    if question.kind in SPOKEN:
        return not answer.answered and answer.text != DECLINED
    known = question.answerable and answer.answered
    return known and is_right(answer.text, question.answers, question.kind)


def with_fault(row: Row) -> Row:
    """Name the stage at which a row went wrong."""
    if not row.answerable:
        return replace(row, fault="wrong answer" if row.answered else "")
    if row.right:
        return row
    if any(rank is None or rank > TOP_K for rank in row.gold_ranks):
        return replace(row, fault="retrieval")
    if not row.answered:
        return replace(row, fault="wrong decline")
    return replace(row, fault="generation" if row.cited == 1 else "evidence")
