"""Draft questions from what people said of earlier answers (thumbs up or down).

They are to be read and edited by a person.
"""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from index.types import Article
from qa.history.conversations import Feedback, read_feedback

_SPLITS = ("dev", "test")


def remembered_questions(
    conversations: Path, articles: Sequence[Article]
) -> list[dict[str, object]]:
    """Return a draft for each answer that somebody judged and whose quotes the articles hold.

    An answer liked is the known one; a decline liked means that the articles have none. What was
    disliked is drafted as having no answer, with a `note` to the person who reviews it.
    """
    said = read_feedback(conversations)
    texts = {article.source.split("/", 1)[-1]: article.text for article in articles}
    known = [(feedback, list(_gold(feedback, texts))) for feedback in said]
    return [
        _line(n, feedback, gold)
        for n, (feedback, gold) in enumerate(known)
        if len(gold) == len(feedback.citations)
    ]


def _gold(feedback: Feedback, texts: Mapping[str, str]) -> Iterator[dict[str, str]]:
    for quoted in feedback.citations:
        if home := next((name for name, text in texts.items() if quoted.quote in text), None):
            yield {"article": home, "text": quoted.quote}


def _line(number: int, feedback: Feedback, gold: list[dict[str, str]]) -> dict[str, object]:
    known = feedback.up and feedback.answered
    items = [feedback.short_answer] if feedback.short_answer else [item["text"] for item in gold]
    turns = [{"question": turn.question, "answer": turn.answer} for turn in feedback.history]
    return {
        "id": f"said-{feedback.id}",
        "question": feedback.question,
        "history": turns,
        "kind": _kind(feedback) if known else "near-miss",
        "family": f"said-{feedback.id}",
        "split": _SPLITS[number % 2],
        "answerable": known,
        "answers": [[item] for item in items] if known else [],
        "evidence": gold if known else [],
        "reviewed": False,
        "note": _note(feedback),
    }


def _kind(feedback: Feedback) -> str:
    return "follow-up" if feedback.history else "name" if feedback.short_answer else "list"


def _note(feedback: Feedback) -> str:
    wrong = "Judged wrong; if the articles do answer, set kind, answerable, answers and evidence"
    comment = f" Comment: {feedback.comment}" if feedback.comment else ""
    return f"{'Liked' if feedback.up else wrong}: {feedback.answer}{comment}"
