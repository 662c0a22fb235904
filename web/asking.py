"""Ask on behalf of a client: with the turns of a kept conversation, once for each submission, and counted."""

import sqlite3
import time
from collections.abc import Generator, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from typing import Any

from fastapi import Request
from fastapi.concurrency import iterate_in_threadpool
from sse_starlette import ServerSentEvent

from index.problems import Problem
from index.search import Index
from index.types import WellspringError
from qa.answerer import Answerer, check_question
from qa.conversations import Conversations, StoredTurn
from qa.transcript import cited_versions, turn_json
from qa.types import Answer, Turn
from web.errors import log
from web.metrics import Metrics

MAX_TURNS = 20  # of a conversation that a question is read with
NEW = "new"
STILL_WRITING = ServerSentEvent(comment="writing")  # sent for each token, so that a client that has gone is noticed


@dataclass(frozen=True, slots=True)
class Question:
    """A question as a client asks it. With a conversation (or `new`) the answer is kept; a submission is answered once."""

    text: str
    turns: Sequence[Turn] = ()
    top_k: int = 5
    conversation_id: str | None = None
    submission: str | None = None


@dataclass(frozen=True, slots=True)
class Desk:
    """Where questions come in: answers them, keeps what belongs to a conversation."""

    index: Index
    answerer: Answerer
    conversations: Conversations
    metrics: Metrics
    _open: set[tuple[str, str]] = field(default_factory=set)  # submissions with their questions

    def check(self, question: Question) -> StoredTurn | None:
        """Refuse what cannot be asked; returns the kept turn of a submission that was answered before."""
        check_question(question.text)
        known = None if question.conversation_id in (None, NEW) else question.conversation_id
        if known:
            self.conversations.get(known)
        if not question.submission:
            return None
        if (question.submission, question.text) in self._open:
            raise WellspringError(Problem.ALREADY_ASKED, "This question is being answered already. Wait for its answer.")
        return self.conversations.submitted(question.submission, question.text, known)

    def ask(self, question: Question) -> dict[str, Any]:
        """Return the answer in the shape of the HTTP contract."""
        *_, answer = self.stream(question)
        assert isinstance(answer, dict)
        return answer

    async def ask_while_connected(self, question: Question, request: Request) -> dict[str, Any]:
        """Return the answer like `ask`, but stop the model when the client has gone away."""
        with closing(self.stream(question)) as pieces:
            async for piece in iterate_in_threadpool(pieces):
                if isinstance(piece, dict):
                    return piece
                if await request.is_disconnected():
                    break
        raise WellspringError(Problem.CLIENT_GONE, "The client went away before the answer; the model was stopped.")

    def stream(self, question: Question) -> Generator[str | dict[str, Any], None, None]:
        """Yield the answer's words as they are proven, then the whole answer; "" while the model writes. Closing it stops the model."""
        if kept := self.check(question):
            yield turn_json(kept)
            return
        started, spoken = time.perf_counter(), False
        with self._once(question):
            for piece in self.answerer.stream(question.text, self._turns(question), question.top_k):
                if isinstance(piece, Answer):
                    self.metrics.answered(piece)
                    yield self._kept(question, piece.to_json())
                    return
                if piece and not spoken:
                    spoken = True
                    self.metrics.first_word.observe(time.perf_counter() - started)
                yield piece

    def _turns(self, question: Question) -> Sequence[Turn]:
        if question.turns or question.conversation_id in (None, NEW):
            return question.turns
        kept = self.conversations.turns(str(question.conversation_id))[-MAX_TURNS:]
        return [Turn(turn.answer["question"], turn.answer["answer"]) for turn in kept]

    def _kept(self, question: Question, answer: dict[str, Any]) -> dict[str, Any]:
        """Keep an answer in its conversation; an answer that cannot be kept is given all the same."""
        if question.conversation_id is None:
            return answer
        try:
            new = question.conversation_id == NEW
            conversation = self.conversations.start(question.text) if new else self.conversations.get(question.conversation_id)
            versions = cited_versions(answer, self.index.article)
            return turn_json(self.conversations.add(conversation.id, answer, versions, question.submission))
        except (sqlite3.Error, OSError, WellspringError):
            log.exception("an answer could not be kept")
            return answer

    @contextmanager
    def _once(self, question: Question) -> Iterator[None]:
        key = (question.submission or "", question.text)
        self._open.add(key)
        try:
            yield
        finally:
            self._open.discard(key)
