"""MultiHop-RAG: a list of {"query", "answer", "question_type", "evidence_list"}; corpus.json."""

from pathlib import Path
from typing import Any

from eval.questions.formats.raw import (
    Model,
    RawSet,
    Record,
    Support,
    bad,
    checked,
    file_text,
    make_document,
    parsed_json,
    set_name,
    wordings,
)

_NO_ANSWER = "insufficient information"  # how the set says it


class _Fact(Model):
    title: str
    fact: str


class _Hop(Model):
    query: str
    answer: str
    question_type: str = ""
    evidence_list: list[_Fact]


class _News(Model):
    title: str = ""
    body: str


def parse(content: Any, path: Path) -> RawSet:
    """Parse the content of a question file and the corpus beside it."""
    beside = path.with_name("corpus.json")
    if not beside.is_file():
        problem = "there is no corpus.json beside this file"
        raise bad(str(path), problem, "Put the corpus.json of MultiHop-RAG there")
    news = checked(list[_News], parsed_json(file_text(beside)), str(beside))
    documents = [make_document(article.title, article.body) for article in news]
    by_title = {title: (title, text) for title, text in documents}
    records = []
    for number, hop in enumerate(checked(list[_Hop], content, str(path)), 1):
        none = hop.question_type == "null_query" or hop.answer.lower().startswith(_NO_ANSWER)
        facts = [(" ".join(fact.title.split()), fact.fact) for fact in hop.evidence_list]
        supports = tuple(Support(by_title.get(title, ("", "")), (fact,)) for title, fact in facts)
        name = f"{set_name(path)}-{number:05d}"
        records.append(Record(name, hop.query, not none, wordings([hop.answer]), (), supports))
    return RawSet(tuple(records), tuple(documents))
