"""Training examples for the generator: numbered sentences and a question in, marked clauses or a decline out.

The sentences are those that the evidence reader picks from a record's passages, so that the generator learns on the
mistakes it will be given. About a third of the questions are not answered by them.
"""

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from index.sentences import sentence_spans
from qa.evidence.reader import Reader
from qa.tuning.examples import Record, locate
from qa.tuning.noise import changed_question, noisy_question, question_names
from qa.types import Evidence
from qa.writing.compose import part
from qa.writing.prompt import NOT_STATED, evidence_prompt

_LONGEST = 60  # words of a sentence in training; longer ones cost much and teach little
_CLAUSE = 25  # words of a target
_NO_GOLD = 0.18  # of the answerable questions: asked over the reader's other sentences
_CHANGE, _NOISY = 0.3, 0.15  # also asked about something else; typed badly
_JOINED = 0.5  # of the neighbours over one passage: asked as one question
_MOST = 4  # sentences

Sentence = tuple[str, str]  # title, text
Tick = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Draft:
    """A prompt and what the generator should write after it; `answers` tells whether the sentences answer."""

    prompt: str
    target: str
    answers: bool


@dataclass(frozen=True, slots=True)
class _Asked:
    """A question with the sentences that the reader likes, best first, and the one that holds the answer."""

    question: str
    sentences: tuple[Sentence, ...]
    gold: Sentence | None
    clause: str


def drafts(records: Sequence[Record], reader: Reader, most: int, seed: int, tick: Tick = lambda *_: None) -> list[Draft]:
    """Return shuffled drafts from about `most` records."""
    chance = random.Random(seed)  # noqa: S311 - sampling, not secrecy
    names = question_names(record["question"] for record in records)
    usable = [record for record in records if _usable(record)]
    chosen = chance.sample(usable, min(most, len(usable)))
    chosen.sort(key=_home)  # neighbours over one passage are joined below
    asked: list[_Asked] = []
    for number, record in enumerate(chosen, 1):
        asked += _asked(record, reader, names, chance)
        tick(number, len(chosen))
    made = [_draft(item, chance) for item in asked] + list(_joined(asked, chance))
    chance.shuffle(made)
    return made


def _usable(record: Record) -> bool:
    shown = not record["gold"] or record["gold"][0] < _MOST
    return record.get("answer_type", "span") == "span" and bool(record["passages"]) and shown and not record.get("sentence_selection")


def _home(record: Record) -> str:
    return str(record["passages"][record["gold"][0] if record["gold"] else 0]["text"])


def _asked(record: Record, reader: Reader, names: Sequence[str], chance: random.Random) -> Iterator[_Asked]:
    passages = [(p["title"].split(" - ")[0], p["text"]) for p in record["passages"][:_MOST]]
    question = noisy_question(record["question"], chance) if chance.random() < _NOISY else str(record["question"])
    if not record["answerable"]:
        yield _Asked(question, _liked(reader, question, passages), None, "")
        return
    title, text = passages[record["gold"][0]]
    span = locate(record["question"], text, record["answers"], str(record.get("evidence") or ""))
    home = next(((a, b) for a, b in sentence_spans(text) if span and a <= span[0] < b), None)
    if span is None or home is None or len(text[slice(*home)].split()) > _LONGEST:
        return
    sentence = text[slice(*home)]
    clause = part(_as_evidence(sentence, text[slice(*span)], span[0] - home[0]), longest=_CLAUSE)
    yield _Asked(question, _liked(reader, question, passages), (title, sentence), clause.strip("… "))
    if chance.random() < _CHANGE and (changed := changed_question(record["question"], text, names, chance)):
        yield _Asked(changed, _liked(reader, changed, passages), None, "")


def _liked(reader: Reader, question: str, passages: Sequence[Sentence]) -> tuple[Sentence, ...]:
    """Return the sentences that the reader likes best."""
    read = reader.read(question, passages)
    ranked = sorted(
        ((s.odds, title, text[s.start : s.end]) for (title, text), found in zip(passages, read, strict=True) for s in found), reverse=True
    )
    return tuple((title, text) for _, title, text in ranked[: _MOST + 1] if len(text.split()) <= _LONGEST)


def _as_evidence(sentence: str, answer: str, at: int) -> Evidence:
    return Evidence(sentence, "", "", "", 0, len(sentence), sentence, 1.0, answer, at)


def _draft(item: _Asked, chance: random.Random) -> Draft:
    if item.gold is None or chance.random() < _NO_GOLD:
        sentences = [s for s in item.sentences if s != item.gold][: chance.randint(2, _MOST)]
        chance.shuffle(sentences)
        return Draft(evidence_prompt(item.question, sentences), NOT_STATED, False)
    sentences = [s for s in item.sentences if s != item.gold][: chance.randint(1, _MOST - 1)]
    sentences.insert(chance.randint(0, len(sentences)), item.gold)
    target = f"{sentences.index(item.gold) + 1}] {item.clause}"
    return Draft(evidence_prompt(item.question, sentences), target, True)


def _joined(asked: Sequence[_Asked], chance: random.Random) -> Iterator[Draft]:
    """Ask two questions with answers in two sentences of one passage as one."""
    for one, two in pairwise(asked):
        if not one.gold or not two.gold or one.gold[0] != two.gold[0] or one.gold == two.gold or chance.random() > _JOINED:
            continue
        sentences = [one.gold, two.gold, *[s for s in one.sentences if s not in (one.gold, two.gold)][: chance.randint(0, 2)]]
        chance.shuffle(sentences)
        question = f"{one.question.rstrip('?. ')}, and {two.question[:1].lower()}{two.question[1:]}"
        target = f"{sentences.index(one.gold) + 1}] {one.clause} [{sentences.index(two.gold) + 1}] {two.clause}"
        yield Draft(evidence_prompt(question, sentences), target, True)
