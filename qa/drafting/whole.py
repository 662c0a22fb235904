"""Let any model write the whole answer, and keep of it what the evidence proves."""

import time
from collections.abc import Generator, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import Protocol

from qa.clock import Clock
from qa.drafting.drafts import ANSWERS
from qa.drafting.sentences import Kept, kept
from qa.drafting.task import Task, Told
from qa.evidence.proving import Prover
from qa.question.forms import Form
from qa.question.kinds import Kind
from qa.steps import ELSEWHERE
from qa.text.words import content_words, coverage
from qa.types import Found, Statement, Writing
from qa.writing.chat.asking import LONGEST_ANSWER, MOST, messages_for
from qa.writing.chat.reading import declines, goes_round, sentences_of
from qa.writing.compose import DIFFER, says_answer
from qa.writing.prompt import Messages
from qa.writing.served.faults import AwayError

_LONGEST_TEXT = 20_000  # characters that are read of what a model writes
_LIKELY = 0.5
_KEEPS = 0.6  # of the words of a quote, but for the question's, in what may stand for it


class Chatting(Protocol):
    """What is needed of a model that is asked through its chat template.

    One that `is_elsewhere` is waited for; it may be away, which raises `AwayError`. `context` is
    how many tokens it reads at once.
    """

    name: str
    context: int
    is_elsewhere: bool

    def count_tokens(self, text: str) -> int:
        """Count the tokens of a text, or more."""
        ...

    def generate(self, messages: Messages, max_tokens: int) -> Iterator[str]:
        """Yield what the model says; closing the iterator stops it."""
        ...


class WholeWriter:
    """A model that was not tuned here, and what proves what it writes: the whole answer."""

    sentences = MOST

    def __init__(self, generator: Chatting, prover: Prover, patience: float = 90.0) -> None:
        """Keep both; what the model has not written in `patience` seconds is not waited for."""
        self._generator = generator
        self._prover = prover
        self._patience = patience

    def told(self, task: Task, clock: Clock, *, checks: bool) -> Generator[str, None, Told]:
        """Return what of the model's answer is proven; the quotes where too little of it is."""
        if task.asked.kind is Kind.YES_NO or task.quoted[0].text.startswith(DIFFER):
            return Told(task.quoted)
        try:
            text = yield from self._text(task, clock)
        except AwayError as fault:
            return Told(task.quoted, Writing(away=fault.message))
        yield ""  # from here on it is the models of this process that work
        written = [] if declines(text) else sentences_of(text)
        proven = []
        for sentence in written:
            one = kept(sentence, task.found[:MOST], task.question, self._prover, checks=checks)
            proven += [one] if one else []
            yield ""
        shown, left = _beside_quotes(task, _that_answer(task, proven))
        said = [one.statement for one in shown]
        told = [*left, *said] if task.quoted[0] in left else [*said, *left]
        listed = sum(one.listed for one in shown) > 1
        if listed:
            told = [replace(item, text=f"- {item.text}") for item in told]
        writing = Writing(self._generator.name if shown else "", len(written) - len(shown))
        return Told(told, writing, listed)

    def _text(self, task: Task, clock: Clock) -> Generator[str, None, str]:
        """Return what the model writes. Yields after each piece: here it can be stopped."""
        generator, text = self._generator, ""
        evidence = [item.evidence for item in task.found]
        messages = messages_for(task.question, evidence, generator.count_tokens, generator.context)
        until = time.monotonic() + self._patience
        if messages:
            pieces = generator.generate(messages, LONGEST_ANSWER)
            for piece in clock.first("first_token", pieces):
                text += piece
                yield ELSEWHERE if generator.is_elsewhere else ""
                if len(text) > _LONGEST_TEXT or goes_round(text) or time.monotonic() > until:
                    break
        return text


def _that_answer(task: Task, proven: Sequence[Kept]) -> list[Kept]:
    """Return what of the proven sentences answers; of a single fact the first that tells it."""
    best = task.found[:1]
    shown = [one for one in proven if _answers(one, best[0])]
    if task.asked.form is not Form.FACT:
        return shown
    telling = (one for one in shown if says_answer(one.statement.text, best))
    return list(islice(telling, 1))


def _answers(one: Kept, best: Found) -> bool:
    """Tell whether a proven sentence answers: it does by itself, or what it is of likely does."""
    likely = any(item is best or item.evidence.score >= _LIKELY for item in one.items)
    return likely or one.answers >= ANSWERS


def _beside_quotes(task: Task, shown: Sequence[Kept]) -> tuple[Sequence[Kept], Sequence[Statement]]:
    """Return what is shown, without what says no more than the quotes that stand, and those."""
    while True:
        left = _left(task, shown)
        rest = [one for one in shown if not _is_of(one, left)]
        if len(rest) == len(shown):
            return shown, left
        shown = rest


def _left(task: Task, shown: Sequence[Kept]) -> list[Statement]:
    """Return the quotes that stand: those of which what is shown tells too little."""
    if not shown or task.asked.form is Form.FACT:
        return [] if shown else task.quoted
    words = " ".join(one.statement.text for one in shown)
    asked = content_words(task.question)
    return [quote for quote in task.quoted if not _is_told(quote, asked, words)]


def _is_told(quote: Statement, asked: set[str], words: str) -> bool:
    """Tell whether words hold most of what a quote says that the question does not."""
    new = content_words(quote.text) - asked
    return not new or coverage(dict.fromkeys(new, 1.0), words) >= _KEEPS


def _is_of(one: Kept, left: Sequence[Statement]) -> bool:
    """Tell whether a sentence says no more than quotes that stand."""
    quoted = {item for quote in left for item in quote.proof}
    return quoted.issuperset(one.statement.proof)
