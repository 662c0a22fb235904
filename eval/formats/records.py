"""Records, one a line: {"id", "question", "answers", "passages", "gold", "answerable"}, maybe "evidence", "history"."""

from pathlib import Path
from typing import Any, Literal

from eval.formats.raw import (
    Model,
    RawSet,
    Record,
    Support,
    Text,
    bad,
    checked,
    lines,
    make_document,
    wordings,
)
from qa.types import Turn


class _Said(Model):
    role: Literal["user", "assistant"]
    text: str


class _RecordLine(Model):
    id: str
    question: str
    answers: list[str]
    passages: list[Text]
    gold: list[int]
    answerable: bool
    evidence: str | list[str] = ""
    history: tuple[_Said, ...] = ()


def parse(text: str, path: Path) -> RawSet:
    """Parse the text of a file."""
    return RawSet(tuple(_record(line, place) for place, line in lines(text, path)))


def _record(content: Any, place: str) -> Record:
    line = checked(_RecordLine, content, place)
    documents = tuple(make_document(passage.title, passage.text) for passage in line.passages)
    if any(not 0 <= number < len(documents) for number in line.gold):
        raise bad(
            place, f"`gold` names a passage that is not among the {len(documents)} of the record"
        )
    facts = wordings([line.evidence] if isinstance(line.evidence, str) else line.evidence)
    gold = [documents[number] for number in line.gold]
    quoted = tuple(
        Support(document, facts) for document in gold if any(fact in document[1] for fact in facts)
    )
    supports = quoted or tuple(Support(document) for document in gold)
    return Record(
        line.id,
        line.question,
        line.answerable,
        wordings(line.answers),
        documents,
        supports,
        _turns(line.history, place),
    )


def _turns(said: tuple[_Said, ...], place: str) -> tuple[Turn, ...]:
    users, assistants = said[::2], said[1::2]
    if (
        len(users) != len(assistants)
        or {item.role for item in users} - {"user"}
        or {item.role for item in assistants} - {"assistant"}
    ):
        raise bad(place, "`history` does not alternate between user and assistant")
    return tuple(
        Turn(user.text, assistant.text) for user, assistant in zip(users, assistants, strict=True)
    )
