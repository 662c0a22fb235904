"""Ask on behalf of a client.

In turn, with the turns of a kept conversation, once for each submission, and counted.
"""

import sqlite3
import time
from collections.abc import AsyncGenerator, Generator, Sequence
from contextlib import aclosing, closing
from dataclasses import dataclass, field
from typing import Any

import anyio
from fastapi import Request
from fastapi.concurrency import iterate_in_threadpool, run_in_threadpool

from index.problems import Problem
from index.ranking.search import Index
from index.types import Hit, Limits, Scope, WellspringError
from qa.answerer import Answerer
from qa.history.conversations import Conversations, StoredTurn
from qa.history.transcript import cited_versions, turn_json
from qa.question.refused import check_question
from qa.steps import Doing, Elsewhere, Step
from qa.types import Answer, Turn
from qa.wire import AnswerOut
from web.desk.question import MAX_TURNS, NEW, Question
from web.desk.submissions import Submission, Submissions
from web.errors import log
from web.line import LOOK, Line, Place, check_connected, client_of
from web.metrics import Metrics

Piece = str | Step | dict[str, Any]


@dataclass(frozen=True, slots=True)
class Desk:
    """Where questions come in: in turn into the models, kept where a conversation wants it."""

    index: Index
    answerer: Answerer
    conversations: Conversations
    metrics: Metrics
    line: Line = field(default_factory=Line)
    submissions: Submissions = field(default_factory=Submissions)

    def enter(self, question: Question, client: str = "") -> "Visit":
        """Take up a question of a client.

        Raises `WellspringError` when it cannot be asked, is limited to what there is not, is being
        answered already, or too many wait. The visit holds the submission and a place in the line:
        use it in a `with`.
        """
        check_question(question.text)
        known = None if question.conversation_id in (None, NEW) else question.conversation_id
        if known:
            self.conversations.said(known, 0, question.instead_of)
        visit = Visit(self, question)
        try:
            if sent_as := question.sent_as:
                self.submissions.claim(claimed := (sent_as, question.text))
                visit.claimed = claimed
                visit.kept = self.conversations.submitted(sent_as, question.text, known)
            if visit.kept is None:
                visit.scope = self.index.scope(question.limits)
                visit.place = self.line.join(client)
        except BaseException:
            visit.leave()
            raise
        return visit

    async def receive(
        self, question: Question, request: Request, *, patient: bool = False
    ) -> "Visit":
        """Take up a question that came by HTTP, as `enter` does.

        `patient` waits while the same submission is being answered.
        """
        while True:
            try:
                return await run_in_threadpool(self.enter, question, client_of(request))
            except WellspringError as error:
                if not patient or error.code is not Problem.ALREADY_ASKED:
                    raise
            await anyio.sleep(LOOK)
            await check_connected(request)

    async def ask(
        self, question: Question, request: Request, *, patient: bool = False
    ) -> dict[str, Any]:
        """Return the answer in the shape of the HTTP contract.

        Stops the model when the client has gone away.
        """
        with await self.receive(question, request, patient=patient) as visit:
            async with aclosing(visit.pieces()) as pieces:
                async for piece in pieces:
                    if isinstance(piece, dict):
                        return piece
                    await check_connected(request)
        raise AssertionError("an answer ends every visit")

    async def search(self, query: str, top_k: int, request: Request, limits: Limits) -> list[Hit]:
        """Return the passages that fit a query best.

        In turn with the questions: the embedder is a model too.
        """
        check_question(query)
        scope = await run_in_threadpool(self.index.scope, limits)
        with self.line.join(client_of(request)) as place:
            while not await place.reached(LOOK):
                await check_connected(request)
            return await run_in_threadpool(self.index.search, query, top_k, scope)


@dataclass(slots=True)
class Visit:
    """One question at the desk, until its answer is given or its client has gone."""

    desk: Desk
    question: Question
    kept: StoredTurn | None = None  # the turn of a submission that was answered before
    scope: Scope | None = None
    place: Place | None = None
    claimed: Submission | None = None
    began: float = field(default_factory=time.perf_counter)

    def __enter__(self) -> "Visit":
        """Hold submission and place."""
        return self

    def __exit__(self, *_: object) -> None:
        """Leave."""
        self.leave()

    def leave(self) -> None:
        """Give up submission and place; a second time does nothing."""
        if self.place:
            self.place.leave()
        if self.claimed:
            self.desk.submissions.release(self.claimed)
        self.claimed = None

    async def pieces(self) -> AsyncGenerator[Piece, None]:
        """Yield what is done ("" while it goes on), proven words, then the whole answer."""
        while self.place and not await self.place.reached(LOOK):
            yield Step(Doing.WAITING)
        with closing(self.answer()) as answered:
            async for piece in iterate_in_threadpool(answered):
                if self.place:
                    self.place.follow(elsewhere=isinstance(piece, Elsewhere))
                    while not await self.place.reached(LOOK):
                        yield ""
                yield piece

    def answer(self) -> Generator[Piece, None, None]:
        """Yield the same when the turn has come. Closing it stops the model."""
        if self.kept:
            yield turn_json(self.kept)
            return
        desk, asked, spoken = self.desk, self.question, False
        wanted = asked.top_k, asked.flow, self.scope
        for piece in desk.answerer.stream(asked.text, self._turns(), *wanted):
            if isinstance(piece, Answer):
                desk.metrics.answered(piece)
                yield self._keep(AnswerOut.of(piece))
                return
            if piece and not spoken and isinstance(piece, str):
                spoken = True
                desk.metrics.first_word.observe(time.perf_counter() - self.began)
                # Words are proven, so the models are done: who reads slowly holds up nobody.
                if self.place:
                    self.place.leave()
            yield piece

    def _turns(self) -> Sequence[Turn]:
        asked = self.question
        if asked.turns or asked.conversation_id in (None, NEW):
            return asked.turns
        kept = self.desk.conversations
        return kept.said(str(asked.conversation_id), MAX_TURNS, asked.instead_of)

    def _keep(self, answer: AnswerOut) -> dict[str, Any]:
        """Keep an answer in its conversation; one that cannot be kept is given all the same."""
        asked, conversations = self.question, self.desk.conversations
        if asked.conversation_id is None:
            return answer.model_dump()
        try:
            if asked.conversation_id == NEW:
                conversation = conversations.start(asked.text)
            else:
                conversation = conversations.get(asked.conversation_id)
            versions = cited_versions(answer, self.desk.index.article)
            how = asked.sent_as, asked.instead_of
            return turn_json(conversations.add(conversation.id, answer, versions, *how))
        except (sqlite3.Error, OSError, WellspringError):
            log.exception("an answer could not be kept")
            return answer.model_dump()
