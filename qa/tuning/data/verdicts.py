"""Questions over short texts that settle them, or come near: what the verifier learns from.

Those written for this project (`written/texts.py`), with their direct answers, right and wrong, as
statements that a text proves or not. Records of public sets add their own questions for yes or no,
windows like those of the large reader, and the answers that were written over them, as statements
and turned into questions for yes or no.
"""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from index.sentences import Span
from qa.tuning.data.answers import Answered, answered, answered_over
from qa.tuning.data.changing.turning import as_question
from qa.tuning.data.examples import Example, examples
from qa.tuning.data.noise import noisy_question
from qa.tuning.data.records import Record
from qa.tuning.data.statements import statements
from qa.tuning.data.windows import windowed
from qa.tuning.data.written.texts import WRITTEN, Asked, Text, texts

_SETTLED = {"answered": True, "near": False, "yes": True, "no": True, "unsure": False}
_YES = {"yes": True, "no": False}
_KEEP_TITLE = 0.7  # a user's article may have a poor title or none
_NOISY = 0.1  # of the questions: typed badly
# Of the statements: those over the written texts, whose answers take over words of the question.
_DIRECT = 2 / 3
_CHANGED = 1  # ways in which a right statement is changed: most of the wrong ones were written
_LONGEST_TEXT = 900  # characters over which a question for yes or no is asked


@dataclass(frozen=True, slots=True)
class Judged:
    """A question or statement over a text: whether it is settled, and with "yes" (None: not asked).

    `proof` is where the words stand that settle it, where that is known. Of a `statement` it is the
    sentence that proves it.
    """

    question: str
    title: str
    text: str
    settled: bool
    yes: bool | None = None
    proof: Span | None = None
    statement: bool = False


@dataclass(frozen=True, slots=True)
class Most:
    """How many are learnt from at most.

    Windows of the records, and as many of each verdict on their answers; statements that a text
    proves, and that it does not, together; written questions (None: all), of several files those
    before the last, whose own are learnt all.
    """

    windows: int
    statements: int = 0
    questions: int | None = None


def judged(
    records: Sequence[Record], most: Most, seed: int, files: Sequence[Path] = WRITTEN
) -> tuple[list[Judged], list[Judged]]:
    """Return shuffled questions to learn from, and those that are kept to measure on.

    The records' questions for yes or no, and at most so many of all others.
    """
    chance = random.Random(seed)  # noqa: S311 - sampling, not secrecy
    kept: list[Judged] = []
    of_files: list[list[Judged]] = []
    for file in files:
        of_files.append([])
        for text in texts(records, [file]):
            (kept if text.held_out else of_files[-1]).extend(_written(text))
    older, newest = of_files[:-1], of_files[-1] if len(of_files) > 1 else []
    learnt = [item for known in older or of_files for item in known]
    if most.questions is not None:
        learnt = chance.sample(learnt, min(most.questions, len(learnt)))
    learnt += newest
    learnt += [item for record in records for item in _of_record(record)]
    shown = [
        _shown(part) for example in examples(records, seed) for part in windowed(example, chance)
    ]
    told = [pair for pair in answered(records) if not pair.held_out]
    direct = list(answered_over(records, files))
    for made in _of_statements([pair for pair in direct if pair.held_out], seed):
        kept += made
    learnt += chance.sample(shown, min(most.windows, len(shown)))
    learnt += _evenly(*_of_answers(told), most.windows, chance)
    over_texts = [pair for pair in direct if not pair.held_out]
    for pairs, share in ((over_texts, _DIRECT), (told, 1 - _DIRECT)):
        of_each = round(most.statements * share / 2)
        learnt += _evenly(*_of_statements(pairs, seed), of_each, chance)
    chance.shuffle(learnt)
    return [_as_met(item, chance) for item in learnt], kept


def _evenly(
    right: Sequence[Judged], wrong: Sequence[Judged], most: int, chance: random.Random
) -> list[Judged]:
    """Draw as many of both, at most so many of each."""
    of_each = min(most, len(right), len(wrong))
    return chance.sample(right, of_each) + chance.sample(wrong, of_each)


def _shown(part: Example) -> Judged:
    """Return a window of a record's passage; of several gold sentences any may settle it."""
    proof = part.gold[0] if len(part.gold) == 1 and part.knows_span else None
    return Judged(part.question, part.title, part.text, bool(part.gold), proof=proof)


def _written(text: Text) -> list[Judged]:
    """Return the written questions of a text."""
    return [_asked(text, asked) for asked in text.asked]


def _asked(text: Text, asked: Asked) -> Judged:
    proof, words = None, asked.words
    if words and text.text.count(words) == 1:  # of words that stand twice nobody knows which
        proof = (text.text.index(words), text.text.index(words) + len(words))
    settled, yes = _SETTLED[asked.label], _YES.get(asked.label)
    return Judged(asked.question, text.title, text.text, settled, yes, proof)


def _of_record(record: Record) -> Iterator[Judged]:
    """Yield a record's question for yes or no over its gold passage, where that is short."""
    answer = (record["answers"] or [""])[0].lower()
    if answer not in _YES or len(record["gold"]) != 1:
        return
    passage = record["passages"][record["gold"][0]]
    if len(passage["text"]) <= _LONGEST_TEXT:
        title = passage.get("title", "")
        yield Judged(record["question"], title, passage["text"], settled=True, yes=_YES[answer])


def _of_answers(pairs: Sequence[Answered]) -> tuple[list[Judged], list[Judged]]:
    """Return questions for yes or no that right answers settle with "yes", and wrong ones with no.

    A wrong answer that tells more than the text, or of another thing, settles nothing.
    """
    right, wrong = [], []
    for pair in pairs:
        text = pair.text if len(pair.gold) > 1 else pair.around
        if asked := as_question(pair.answer):
            right.append(Judged(asked, pair.title, text, settled=True, yes=True))
        if pair.contradicts and (asked := as_question(pair.wrong)):
            wrong.append(Judged(asked, pair.title, text, settled=True, yes=False))
    return right, wrong


def _of_statements(pairs: Sequence[Answered], seed: int) -> tuple[list[Judged], list[Judged]]:
    """Return what texts prove, and what they do not: answers, wrong ones, changed ones."""
    made = [
        Judged(item.question, item.title, item.text, bool(item.gold), proof=proof, statement=True)
        for item in statements(pairs, seed, _CHANGED)
        for proof in [item.gold[0] if len(item.gold) == 1 else None]
    ]
    proven = [item for item in made if item.settled]
    return proven, [item for item in made if not item.settled]


def _as_met(item: Judged, chance: random.Random) -> Judged:
    """Return a question as it is typed, over a text whose title may be missing."""
    typed_badly = not item.statement and chance.random() < _NOISY
    asked = noisy_question(item.question, chance) if typed_badly else item.question
    title = item.title if chance.random() < _KEEP_TITLE else ""
    return replace(item, question=asked, title=title)
