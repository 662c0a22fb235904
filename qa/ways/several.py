"""Put the answers to several questions of one message together."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from index.language.english.questions import MORE_QUESTIONS, NOT_SAID_TO
from qa.types import Statement, Writing
from qa.ways.inquiry import Reply


def together(parts: Sequence[str], replies: Sequence[Reply]) -> Reply:
    """Return the replies to the parts of a message as one, each on lines of its own.

    What is not answered is told with its question; so is that questions were left out.
    """
    answered = [reply for reply in replies if _proves(reply)]
    if len(parts) == 1 or not answered:
        return replies[0]
    said: list[Statement] = []
    for part, reply in zip(parts, replies, strict=False):
        said += _one_line(reply) if _proves(reply) else [Statement(NOT_SAID_TO.format(part=part))]
    if left := len(parts) - len(replies):
        said.append(Statement(MORE_QUESTIONS.format(number=len(replies), left=left)))
    return replace(
        answered[0],
        statements=said,
        confidence=min(reply.confidence for reply in answered),
        hits=[hit for reply in answered for hit in reply.hits],
        short="",
        listed=True,
        found=[item for reply in answered for item in reply.found],
        sides=(),
        writing=_writing(reply.writing for reply in replies),
    )


def _writing(each: Iterable[Writing]) -> Writing:
    """Return who wrote any of the parts, and all that was left out of them."""
    parts = list(each)
    by = next((writing.by for writing in parts if writing.by), "")
    away = next((writing.away for writing in parts if writing.away), "")
    return Writing(by, sum(writing.dropped for writing in parts), away)


def _proves(reply: Reply) -> bool:
    return any(statement.proof for statement in reply.statements)


def _one_line(reply: Reply) -> list[Statement]:
    """Return the statements of a reply, those of a list as they are, else in one line."""
    if reply.listed or len(reply.statements) == 1:
        return list(reply.statements)
    proof = dict.fromkeys(item for said in reply.statements for item in said.proof)
    return [Statement(" ".join(said.text for said in reply.statements), tuple(proof))]
