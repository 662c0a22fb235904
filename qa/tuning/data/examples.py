"""Training examples for the evidence reader, from question records."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from index.sentences import Span, sentence_spans
from qa.question.followups import standalone_question
from qa.tuning.data.noise import (
    changed_question,
    noisy_question,
    question_names,
    swapped_question,
    without_detail,
    worn_text,
)
from qa.tuning.data.records import Record, home_of, locate, span_in, turns_of

# The shares below were chosen once and kept; see docs/experiments.md.
# Of passages: a user's article may have a poor title or none.
_KEEP_TITLE = 0.7
# Of the questions over single sentences: asked over the other sentences only.
_DROP_GOLD = 0.15
# Of the questions over paragraphs, also asked: over the paragraph without its answer; about
# another year, month, name or the opposite; about another name of the paragraph.
_CUT_GOLD, _CHANGE, _SWAP = 0.2, 0.35, 0.12
# Of the answers that a sentence can do without: also asked over the paragraph without them.
_BARE_GOLD = 0.6
# Of the questions: typed badly. Of the passages: translated badly.
_NOISY, _WORN = 0.15, 0.12
# Of the questions without an answer: also asked over a second passage.
_SECOND = 0.5
_LONG = 350  # characters; shorter passages are single sentences and are joined
_LEAST = 40  # characters of a passage that does not answer
_LEFT = 80  # characters that must be left of a paragraph without its answer


@dataclass(frozen=True, slots=True)
class Example:
    """A question with one passage.

    `gold` are the ranges that answer it; () when none does. `span` is a short answer.
    """

    question: str
    title: str
    text: str
    gold: tuple[Span, ...] = ()
    span: Span | None = None
    knows_span: bool = True  # False: the gold sentence is known, but no short answer in it


def examples(records: Sequence[Record], seed: int) -> list[Example]:
    """Return shuffled examples.

    Of gold passages, of passages that do not answer, and of questions changed so that none does.
    """
    chance = random.Random(seed)  # noqa: S311 - sampling, not secrecy
    names = question_names(record["question"] for record in records)
    made = [example for record in records for example in _of_record(record, names, chance)]
    chance.shuffle(made)
    return made


def _of_record(record: Record, names: Sequence[str], chance: random.Random) -> Iterator[Example]:
    passages = record["passages"]
    if not passages or not _has_span(record):
        return
    if len(passages) > 1 and max(len(p["text"]) for p in passages) < _LONG:
        yield from _of_sentences(record, chance)
        return
    others = [p for i, p in enumerate(passages) if i not in record["gold"]]
    others = [p for p in others if len(p["text"]) > _LEAST]
    if not record["answerable"]:
        chosen = passages[:1]
        if len(others) > 1 and chance.random() < _SECOND:
            chosen.append(chance.choice(others[1:]))
        yield from (_plain(record, passage, chance) for passage in chosen)
        return
    yield from _of_paragraph(record, passages[home_of(record)], names, chance)
    if others:
        yield _plain(record, chance.choice(others), chance)


def _has_span(record: Record) -> bool:
    """Tell whether the answer is a part of a text; "yes" and "no" are none."""
    kind, answers = record.get("answer_type", "span"), record.get("answers")
    return kind == "span" and answers not in (["yes"], ["no"])


def _of_paragraph(
    record: Record, home: dict[str, str], names: Sequence[str], chance: random.Random
) -> Iterator[Example]:
    """Ask a question over the paragraph that answers it, and so that nothing answers it.

    That is: over what is left of the paragraph without the answer, and changed.
    """
    text = worn_text(home["text"], chance) if chance.random() < _WORN else home["text"]
    span, question = span_in(record, text), record["question"]
    if span is None:
        return
    yield Example(_asked(record, chance), _title(home, chance), text, (span,), span)
    if chance.random() < _CUT_GOLD and (rest := _without_answer(text, span, record["answers"])):
        yield Example(_asked(record, chance), _title(home, chance), rest)
    if chance.random() < _BARE_GOLD and (bare := without_detail(text, *span)):
        yield Example(_asked(record, chance), _title(home, chance), bare)
    if chance.random() < _CHANGE and (other := changed_question(question, text, names, chance)):
        yield Example(other, _title(home, chance), text)
    if chance.random() < _SWAP and (other := swapped_question(question, text, chance)):
        yield Example(other, _title(home, chance), text)


def _without_answer(text: str, span: Span, answers: Sequence[str]) -> str | None:
    """Return a text without the sentence of its answer.

    None when too little is left, or the answer stands there again.
    """
    rest = " ".join(text[a:b] for a, b in sentence_spans(text) if not (a <= span[0] < b))
    again = any(answer.strip() and answer in rest for answer in answers)
    return rest if len(rest) > _LEFT and not again else None


def _asked(record: Record, chance: random.Random) -> str:
    """Return the question as people type it, a follow-up with the words that it points back to."""
    question = standalone_question(record["question"], turns_of(record.get("history", [])))
    return noisy_question(question, chance) if chance.random() < _NOISY else question


def _plain(record: Record, passage: dict[str, str], chance: random.Random) -> Example:
    return Example(_asked(record, chance), _title(passage, chance), passage["text"])


def _title(passage: dict[str, str], chance: random.Random) -> str:
    return passage.get("title", "").split(" - ")[0] if chance.random() < _KEEP_TITLE else ""


def _of_sentences(record: Record, chance: random.Random) -> Iterator[Example]:
    """Join passages that are single sentences to one passage, sometimes without the gold one."""
    chosen = bool(record.get("sentence_selection"))  # the sentences are those of a text, in order
    joined, gold, span = "", [], None
    for number, text in _sentences(record, chance, in_order=chosen):
        if number in record["gold"]:
            start = len(joined)
            gold.append((start, start + len(text)))
            found = None if chosen else locate(record["question"], text, record["answers"])
            span = found and (start + found[0], start + found[1])
        joined += text + " "
    if gold or not chosen:
        knows_span = span is not None or not gold
        yield Example(_asked(record, chance), "", joined, tuple(gold), span, knows_span)


def _sentences(record: Record, chance: random.Random, *, in_order: bool) -> list[tuple[int, str]]:
    """Return the passages that hold something, with their numbers."""
    texts = [(number, passage["text"].strip()) for number, passage in enumerate(record["passages"])]
    order = [(number, text) for number, text in texts if text]
    if in_order:
        return order
    chance.shuffle(order)
    if chance.random() < _DROP_GOLD:
        return [(number, text) for number, text in order if number not in record["gold"]]
    return order
