"""A conversation as text to take away: Markdown for people, JSON for programs. And what became of its articles."""

from collections.abc import Callable, Sequence
from typing import Any

from index.types import Article
from qa.history.conversations import Conversation, StoredTurn
from qa.wire import AnswerOut


def to_markdown(conversation: Conversation, turns: Sequence[StoredTurn]) -> str:
    """Write a conversation as Markdown: each question, its answer, its numbered quotes."""
    blocks = [f"# {conversation.title}", *(_turn_markdown(turn) for turn in turns)]
    return "\n\n".join(blocks) + "\n"


def _turn_markdown(turn: StoredTurn) -> str:
    lines = [f"## {' '.join(turn.answer.question.split())}", turn.answer.answer]
    lines += [
        f"> [{c.marker}] {' '.join(c.quote.split())}\n>\n> — {c.title} ({c.source})"
        for c in turn.answer.citations
    ]
    return "\n\n".join(
        [*lines, f"*{turn.created}, index {turn.answer.models.get('index', 'unknown')}*"]
    )


def to_json(conversation: Conversation, turns: Sequence[StoredTurn]) -> dict[str, Any]:
    """Return a conversation with its turns, as the API gives it."""
    return {**conversation_json(conversation), "turns": [turn_json(turn) for turn in turns]}


def conversation_json(conversation: Conversation) -> dict[str, Any]:
    """Return a conversation as it stands in a list."""
    return {
        "conversation_id": conversation.id,
        "title": conversation.title,
        "created": conversation.created,
        "updated": conversation.updated,
        "turn_count": conversation.turns,
    }


def turn_json(turn: StoredTurn) -> dict[str, Any]:
    """Return a turn: the answer as `POST /ask` gave it, with its own id, its time and what people said of it."""
    feedback = None if turn.up is None else {"up": turn.up, "comment": turn.comment}
    return {
        "id": turn.id,
        "conversation_id": turn.conversation_id,
        "created": turn.created,
        **turn.answer.model_dump(),
        "feedback": feedback,
    }


def changes_since(turn: StoredTurn, find: Callable[[str], Article | None]) -> list[dict[str, Any]]:
    """List the cited articles that read differently now: changed (since when, and whether the quotes still stand there) or removed."""
    changes: list[dict[str, Any]] = []
    for article_id, sha256 in turn.versions.items():
        cited = [c for c in turn.answer.citations if c.article_id == article_id]
        article = find(article_id)
        about = {"article_id": article_id, "title": cited[0].title if cited else article_id}
        if article is None:
            changes.append({**about, "status": "removed", "since": None, "quotes_stand": False})
        elif article.sha256 != sha256:
            stand = all(c.quote in article.text for c in cited)
            changes.append(
                {**about, "status": "changed", "since": article.indexed_at, "quotes_stand": stand}
            )
    return changes


def places_now(answer: dict[str, Any], find: Callable[[str], Article | None]) -> dict[str, Any]:
    """Return an answer whose quotes and passages have the places where they stand today; `gone` where they do not."""
    citations = [_place_now(item, item["quote"], find) for item in answer["citations"]]
    return {
        **answer,
        "citations": citations,
        "passages": [_place_now(item, item["text"], find) for item in answer["passages"]],
    }


def _place_now(
    item: dict[str, Any], text: str, find: Callable[[str], Article | None]
) -> dict[str, Any]:
    article = find(item["article_id"])
    if article is None or text not in article.text:
        return {**item, "gone": True}
    if article.text[item["start"] : item["end"]] == text:
        return item
    start = article.text.index(text)
    return {**item, "start": start, "end": start + len(text)}


def cited_versions(answer: AnswerOut, find: Callable[[str], Article | None]) -> dict[str, str]:
    """Return the SHA-256 of each article an answer cites."""
    found = (
        find(article_id) for article_id in dict.fromkeys(c.article_id for c in answer.citations)
    )
    return {article.id: article.sha256 for article in found if article}
