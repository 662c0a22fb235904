"""Records, one a line: {"id", "question", "answers", "passages", "gold", "answerable"}.

Some have "evidence" and "history", too.
"""

from pathlib import Path
from typing import Any, Literal

from eval.questions.formats.raw import (
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
        problem = f"`gold` names a passage that is not among the {len(documents)} of the record"
        raise bad(place, problem)
    facts = wordings([line.evidence] if isinstance(line.evidence, str) else line.evidence)
    gold = [documents[number] for number in line.gold]
    holding = [(title, text) for title, text in gold if any(fact in text for fact in facts)]
    quoted = tuple(Support(document, facts) for document in holding)
    return Record(
        id=line.id,
        question=line.question,
        answerable=line.answerable,
        answers=wordings(line.answers),
        documents=documents,
        supports=quoted or tuple(Support(document) for document in gold),
        history=_turns(line.history, place),
    )


def _turns(said: tuple[_Said, ...], place: str) -> tuple[Turn, ...]:
    if [item.role for item in said] != ["user", "assistant"] * (len(said) // 2):
        raise bad(place, "`history` does not alternate between user and assistant")
    pairs = zip(said[::2], said[1::2], strict=True)
    return tuple(Turn(user.text, assistant.text) for user, assistant in pairs)
