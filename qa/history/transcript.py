"""A conversation as text to take away: Markdown for people, JSON for programs.

And what became of its articles since.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from index.types import Article
from qa.history.conversations import Conversation, StoredTurn
from qa.text.validity import source_of
from qa.wire import AnswerOut, CitationOut

Find = Callable[[str], Article | None]  # an article by its id, as it stands today


def to_markdown(conversation: Conversation, turns: Sequence[StoredTurn]) -> str:
    """Write a conversation as Markdown: each question, its answer, its numbered quotes."""
    blocks = [f"# {conversation.title}", *(_turn_markdown(turn) for turn in turns)]
    return "\n\n".join(blocks) + "\n"


def _turn_markdown(turn: StoredTurn) -> str:
    answer = turn.answer
    made = f"*{turn.created}, index {answer.models.get('index', 'unknown')}*"
    quotes = [_quote_markdown(citation) for citation in answer.citations]
    return "\n\n".join([f"## {_one_line(answer.question)}", answer.answer, *quotes, made])


def _quote_markdown(quoted: CitationOut) -> str:
    proof = f"> [{quoted.marker}] {_one_line(quoted.quote)}"
    return f"{proof}\n>\n> — {quoted.title} ({source_of(quoted.citation())})"


def _one_line(text: str) -> str:
    return " ".join(text.split())


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
    """Return a turn: the answer as `POST /ask` gave it, its own id, time, and what people said."""
    feedback = None if turn.up is None else {"up": turn.up, "comment": turn.comment}
    return {
        "id": turn.id,
        "conversation_id": turn.conversation_id,
        "created": turn.created,
        **turn.answer.model_dump(),
        "feedback": feedback,
    }


def changes_since(turn: StoredTurn, find: Find) -> list[dict[str, Any]]:
    """List the cited articles that read differently now.

    Either changed (since when, and whether the quotes still stand there) or removed.
    """
    return [change for article_id in turn.versions for change in _change(turn, article_id, find)]


def _change(turn: StoredTurn, article_id: str, find: Find) -> Iterator[dict[str, Any]]:
    """Yield what became of one cited article, where that is not nothing."""
    cited = [c for c in turn.answer.citations if c.article_id == article_id]
    about = {"article_id": article_id, "title": cited[0].title if cited else article_id}
    article = find(article_id)
    if article is None:
        yield {**about, "status": "removed", "since": None, "quotes_stand": False}
    elif article.sha256 != turn.versions[article_id]:
        stand = all(c.quote in article.text for c in cited)
        yield {**about, "status": "changed", "since": article.indexed_at, "quotes_stand": stand}


def places_now(answer: dict[str, Any], find: Find) -> dict[str, Any]:
    """Return an answer whose quotes and passages have their places and pages of today.

    `gone` stands where they have none.
    """
    citations = [_place_now(item, item["quote"], find) for item in answer["citations"]]
    passages = [_place_now(item, item["text"], find) for item in answer["passages"]]
    return {**answer, "citations": citations, "passages": passages}


def _place_now(item: dict[str, Any], text: str, find: Find) -> dict[str, Any]:
    article = find(item["article_id"])
    if article is None or text not in article.text:
        return {**item, "gone": True}
    stands = article.text[item["start"] : item["end"]] == text
    start = item["start"] if stands else article.text.index(text)
    by = start - item["start"]
    ranges = [(first + by, last + by) for first, last in item.get("answer_ranges", [])]
    place = {"start": start, "end": start + len(text), "page": article.page_at(start)}
    lines = {} if stands or "line" not in item else {"line": None}  # the file has others now
    return {**item, **place, **lines, **({"answer_ranges": ranges} if ranges else {})}


def cited_versions(answer: AnswerOut, find: Find) -> dict[str, str]:
    """Return the SHA-256 of each article an answer cites."""
    found = map(find, dict.fromkeys(citation.article_id for citation in answer.citations))
    return {article.id: article.sha256 for article in found if article}
