"""SQuAD 1.1 and 2.0: {"data": [{"title", "paragraphs": [{"context", "qas": [...]}]}]}."""

from pathlib import Path
from typing import Any

from eval.questions.formats.raw import (
    Document,
    Model,
    RawSet,
    Record,
    Support,
    Text,
    checked,
    make_document,
    wordings,
)


class _Qa(Model):
    id: str
    question: str
    answers: tuple[Text, ...] = ()
    is_impossible: bool = False


class _Paragraph(Model):
    context: str
    qas: list[_Qa]


class _SquadArticle(Model):
    title: str = ""
    paragraphs: list[_Paragraph]


class _Squad(Model):
    data: list[_SquadArticle]


def parse(content: Any, path: Path) -> RawSet:
    """Parse the content of a file; every question comes with all paragraphs of its article."""
    records = []
    for article in checked(_Squad, content, str(path)).data:
        title = article.title.replace("_", " ")
        documents = tuple(make_document(title, one.context) for one in article.paragraphs)
        for document, paragraph in zip(documents, article.paragraphs, strict=True):
            support = (Support(document),)
            records += [_record(qa, documents, support) for qa in paragraph.qas]
    return RawSet(tuple(records))


def _record(qa: _Qa, documents: tuple[Document, ...], supports: tuple[Support, ...]) -> Record:
    answers = wordings([answer.text for answer in qa.answers])
    return Record(qa.id, qa.question, not qa.is_impossible, answers, documents, supports)
