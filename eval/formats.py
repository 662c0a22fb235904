"""Parse public question sets into records, one shape for all formats.

The format is told from the content, never from the name:
  squad      {"data": [{"title", "paragraphs": [{"context", "qas": [...]}]}]}, versions 1.1 and 2.0
  beir       a folder of corpus.jsonl, queries.jsonl and qrels/*.tsv (only test.tsv where there is one)
  multihop   a list of {"query", "answer", "question_type", "evidence_list"}, with corpus.json beside it
  records    a line each: {"id", "question", "answers", "passages", "gold", "answerable"}, maybe "evidence", "history"
Each may be gzipped, except a BEIR folder.
"""

import gzip
import json
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError, field_validator

from index.types import WellspringError
from qa.types import Turn

Document = tuple[str, str]  # title, text
_GZIP = b"\x1f\x8b"
_NO_ANSWER = "insufficient information"  # how MultiHop-RAG says it
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Support:
    """A document that holds the answer, and the facts that the set quotes from it."""

    document: Document
    facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Record:
    """One question as a set gives it; `documents` are the ones that come with it alone."""

    id: str
    question: str
    answerable: bool
    answers: tuple[str, ...]
    documents: tuple[Document, ...]
    supports: tuple[Support, ...]
    history: tuple[Turn, ...] = ()


@dataclass(frozen=True, slots=True)
class RawSet:
    """A parsed set; `corpus` comes with every question, and a `retrieval` set has no answers."""

    records: tuple[Record, ...]
    corpus: tuple[Document, ...] = ()
    retrieval: bool = False


def _writable(value: Any) -> Any:
    return value.replace("\x00", "").encode("utf-8", "ignore").decode() if isinstance(value, str) else value


class _Model(BaseModel):
    model_config = ConfigDict(coerce_numbers_to_str=True)

    @field_validator("*", mode="before")
    @classmethod
    def _writable(cls, value: Any) -> Any:
        """Drop what a text file cannot hold: null characters and halves of characters."""
        if isinstance(value, list):
            return [_writable(item) for item in value]
        return _writable(value)


class _Text(_Model):
    text: str
    title: str = ""


class _Qa(_Model):
    id: str
    question: str
    answers: list[_Text] = []
    is_impossible: bool = False


class _Paragraph(_Model):
    context: str
    qas: list[_Qa]


class _SquadArticle(_Model):
    title: str = ""
    paragraphs: list[_Paragraph]


class _Squad(_Model):
    data: list[_SquadArticle]


class _Said(_Model):
    role: Literal["user", "assistant"]
    text: str


class _RecordLine(_Model):
    id: str
    question: str
    answers: list[str]
    passages: list[_Text]
    gold: list[int]
    answerable: bool
    evidence: str | list[str] = []
    history: list[_Said] = []


class _BeirLine(_Model):
    text: str
    title: str = ""


class _Fact(_Model):
    title: str
    fact: str


class _Hop(_Model):
    query: str
    answer: str
    question_type: str = ""
    evidence_list: list[_Fact]


class _News(_Model):
    title: str = ""
    body: str


def recognise(path: Path) -> str:
    """Name the format of a path ("squad", "beir", ..., "rewrites"), or return "" for anything else."""
    if path.is_dir():
        return "beir" if all((path / name).is_file() for name in ("corpus.jsonl", "queries.jsonl")) else ""
    try:
        return _shape(_text(path))[0]
    except WellspringError:
        return "records" if path.is_file() and path.read_bytes()[:2] == _GZIP else ""


def read_set(path: Path) -> RawSet:
    """Parse a public set. Raises `WellspringError` naming the place that does not fit."""
    if path.is_dir():
        if not recognise(path):
            raise _bad(str(path), "this folder has no corpus.jsonl and queries.jsonl", "Give a BEIR folder or a question file")
        return _beir(path)
    text = _text(path)
    shape, content = _shape(text)
    if shape == "squad":
        return _squad(content, path)
    if shape == "multihop":
        return _multihop(content, path)
    if shape == "records":
        return RawSet(tuple(_record(line, place) for place, line in _lines(text, path)))
    if shape == "rewrites":
        raise _bad(str(path), "this file has rewrites of questions, without passages", "Give a question file instead")
    raise _bad(str(path), "this is no SQuAD, MultiHop-RAG or record file", "Give one of these, or a BEIR folder")


def set_name(path: Path) -> str:
    """Name a set after its file or folder, without the endings."""
    return path.resolve().name.removesuffix(".gz").removesuffix(".jsonl").removesuffix(".json")


def _bad(place: str, problem: str, fix: str = "Repair the file or get it again") -> WellspringError:
    return WellspringError("bad_public_set", f"{place}: {problem}. {fix}.")


def _text(path: Path) -> str:
    try:
        raw = path.read_bytes()
        return (gzip.decompress(raw) if raw[:2] == _GZIP else raw).decode("utf-8-sig")
    except (OSError, EOFError, zlib.error, UnicodeDecodeError) as error:
        raise _bad(str(path), f"this file cannot be read ({error})", "Give a readable file in UTF-8, plain or gzipped") from error


def _shape(text: str) -> tuple[str, Any]:
    """Tell the format from the first line, or from the whole when that is JSON; return its content too."""
    head = _json(text.lstrip().split("\n", 1)[0])
    if isinstance(head, dict):
        for key, shape in (("passages", "records"), ("rewrite", "rewrites")):
            if key in head:
                return shape, None
    content = _json(text) if head is None or not isinstance(head, dict) else head
    if isinstance(content, dict) and isinstance(content.get("data"), list):
        return "squad", content
    if isinstance(content, list) and content and isinstance(content[0], dict) and {"query", "evidence_list"} <= content[0].keys():
        return "multihop", content
    return "", None


def _json(text: str) -> Any:
    try:
        return json.loads(text)
    except (json.JSONDecodeError, RecursionError):
        return None


def _lines(text: str, path: Path) -> Iterator[tuple[str, Any]]:
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            try:
                yield f"{path}:{number}", json.loads(line)
            except json.JSONDecodeError as error:
                raise _bad(f"{path}:{number}", f"this line is not JSON ({error.msg})") from error


def _checked(kind: type[_T], content: Any, place: str) -> _T:
    try:
        return TypeAdapter(kind).validate_python(content)
    except ValidationError as error:
        first = error.errors()[0]
        raise _bad(place, f"`{'.'.join(map(str, first['loc']))}`: {first['msg']}") from error


def _document(title: str, text: str) -> Document:
    """Make a document that a reader takes; one without a text is its title alone."""
    title, text = " ".join(title.split()), text.strip()
    return (title, text) if text else ("", title)


def _wordings(answers: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(answer.strip() for answer in answers if answer.strip()))


def _squad(content: Any, path: Path) -> RawSet:
    records = []
    for article in _checked(_Squad, content, str(path)).data:
        title = article.title.replace("_", " ")
        documents = tuple(_document(title, paragraph.context) for paragraph in article.paragraphs)
        for document, paragraph in zip(documents, article.paragraphs, strict=True):
            for qa in paragraph.qas:
                answers = _wordings([answer.text for answer in qa.answers])
                records.append(Record(qa.id, qa.question, not qa.is_impossible, answers, documents, (Support(document),)))
    return RawSet(tuple(records))


def _record(content: Any, place: str) -> Record:
    line = _checked(_RecordLine, content, place)
    documents = tuple(_document(passage.title, passage.text) for passage in line.passages)
    if any(not 0 <= number < len(documents) for number in line.gold):
        raise _bad(place, f"`gold` names a passage that is not among the {len(documents)} of the record")
    facts = _wordings([line.evidence] if isinstance(line.evidence, str) else line.evidence)
    gold = [documents[number] for number in line.gold]
    quoted = tuple(Support(document, facts) for document in gold if any(fact in document[1] for fact in facts))
    supports = quoted or tuple(Support(document) for document in gold)
    return Record(line.id, line.question, line.answerable, _wordings(line.answers), documents, supports, _turns(line.history, place))


def _turns(said: list[_Said], place: str) -> tuple[Turn, ...]:
    users, assistants = said[::2], said[1::2]
    if len(users) != len(assistants) or {item.role for item in users} - {"user"} or {item.role for item in assistants} - {"assistant"}:
        raise _bad(place, "`history` does not alternate between user and assistant")
    return tuple(Turn(user.text, assistant.text) for user, assistant in zip(users, assistants, strict=True))


def _beir(folder: Path) -> RawSet:
    corpus = {key: _document(line.title, line.text) for key, line in _beir_lines(folder / "corpus.jsonl")}
    relevant = _relevant(folder)
    records = []
    for key, line in _beir_lines(folder / "queries.jsonl"):
        supports = tuple(Support(corpus.get(document, ("", ""))) for document in relevant.get(key, ()))
        records.append(Record(key, line.text, True, (), (), supports))
    return RawSet(tuple(records), tuple(corpus.values()), retrieval=True)


def _beir_lines(path: Path) -> Iterator[tuple[str, _BeirLine]]:
    for place, content in _lines(_text(path), path):
        key = content.get("_id") if isinstance(content, dict) else None
        if key is None:
            raise _bad(place, "this line has no `_id`")
        yield str(key), _checked(_BeirLine, content, place)


def _relevant(folder: Path) -> dict[str, list[str]]:
    """Return the relevant documents of each judged query: those with a score above 0."""
    test = folder / "qrels" / "test.tsv"
    files = [test] if test.is_file() else sorted((folder / "qrels").glob("*.tsv"))
    if not files:
        raise _bad(str(folder / "qrels"), "there is no .tsv file that says which articles are relevant", "Add it from the set's archive")
    relevant: dict[str, list[str]] = {}
    for path in files:
        for number, line in enumerate(_text(path).splitlines(), 1):
            cells = line.split("\t")
            scored = len(cells) == 3 and cells[2].strip().lstrip("-").isdigit()
            if not scored and number > 1 and line.strip():
                raise _bad(f"{path}:{number}", "this line is not query-id, corpus-id and a whole score, with tabs between")
            if scored and int(cells[2]) > 0 and cells[1] not in relevant.setdefault(cells[0], []):
                relevant[cells[0]].append(cells[1])
    return relevant


def _multihop(content: Any, path: Path) -> RawSet:
    beside = path.with_name("corpus.json")
    if not beside.is_file():
        raise _bad(str(path), "there is no corpus.json beside this file", "Put the corpus.json of MultiHop-RAG there")
    news = _checked(list[_News], _json(_text(beside)), str(beside))
    documents = [_document(article.title, article.body) for article in news]
    by_title = {title: (title, text) for title, text in documents}
    records = []
    for number, hop in enumerate(_checked(list[_Hop], content, str(path)), 1):
        none = hop.question_type == "null_query" or hop.answer.lower().startswith(_NO_ANSWER)
        supports = tuple(Support(by_title.get(" ".join(fact.title.split()), ("", "")), (fact.fact,)) for fact in hop.evidence_list)
        records.append(Record(f"{set_name(path)}-{number:05d}", hop.query, not none, _wordings([hop.answer]), (), supports))
    return RawSet(tuple(records), tuple(documents))
