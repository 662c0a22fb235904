"""Questions over short texts that settle them, or come near: what the verifier learns from.

Those written for this project are in `written/verdicts.jsonl.gz` and `proofs.jsonl.gz`: a line has
"q", lists of a label (`answered`, `near`, `yes`, `no`, `unsure`), a question and, in the second
file, the words that settle it; over "title" and "text" written for it, or over a part ("start" to
"end") of the passage of that number of the record "id". Records of public sets add their own
questions for yes or no, windows like those of the large reader, and the answers that were written
over them, right and wrong, turned into questions for yes or no.
"""

import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path

from index.sentences import Span
from qa.tuning.data.answers import Answered, answered
from qa.tuning.data.changing.turning import as_question
from qa.tuning.data.examples import Example, examples
from qa.tuning.data.noise import noisy_question
from qa.tuning.data.records import Record, read_lines
from qa.tuning.data.windows import windowed

_WRITTEN = Path(__file__).parent / "written"
WRITTEN = (_WRITTEN / "verdicts.jsonl.gz", _WRITTEN / "proofs.jsonl.gz")
_SETTLED = {"answered": True, "near": False, "yes": True, "no": True, "unsure": False}
_YES = {"yes": True, "no": False}
_KEEP_TITLE = 0.7  # a user's article may have a poor title or none
_NOISY = 0.1  # of the questions: typed badly
_HELD_OUT = 12  # one text in so many is kept to measure on
_LONGEST_TEXT = 900  # characters over which a question for yes or no is asked


@dataclass(frozen=True, slots=True)
class Judged:
    """A question over a text: whether that settles it, and with "yes" (None: not asked for).

    `proof` is where the words stand that settle it, where that is known.
    """

    question: str
    title: str
    text: str
    settled: bool
    yes: bool | None = None
    proof: Span | None = None


def judged(
    records: Sequence[Record], most: int, seed: int, files: Sequence[Path] = WRITTEN
) -> tuple[list[Judged], list[Judged]]:
    """Return shuffled questions to learn from, and those that are kept to measure on.

    All written ones, the records' questions for yes or no, and at most so many of their windows and
    of each verdict on their answers.
    """
    chance = random.Random(seed)  # noqa: S311 - sampling, not secrecy
    kept: list[Judged] = []
    learnt: list[Judged] = []
    for number, made in enumerate(_written(records, files)):
        (learnt if number % _HELD_OUT else kept).extend(made)
    learnt += [item for record in records for item in _of_record(record)]
    shown = [
        _shown(part) for example in examples(records, seed) for part in windowed(example, chance)
    ]
    told = [pair for pair in answered(records) if not pair.held_out]
    right, wrong = _of_answers(told)
    of_each = min(most, len(right), len(wrong))
    for group, count in ((shown, min(most, len(shown))), (right, of_each), (wrong, of_each)):
        learnt += chance.sample(group, count)
    chance.shuffle(learnt)
    return [_as_met(item, chance) for item in learnt], kept


def _shown(part: Example) -> Judged:
    """Return a window of a record's passage; of several gold sentences any may settle it."""
    proof = part.gold[0] if len(part.gold) == 1 and part.knows_span else None
    return Judged(part.question, part.title, part.text, bool(part.gold), proof=proof)


def _written(records: Sequence[Record], files: Sequence[Path]) -> Iterator[list[Judged]]:
    """Yield the written questions of each text that is there."""
    known = {record["id"]: record for record in records if record.get("id")}
    for row in map(json.loads, chain.from_iterable(map(read_lines, files))):
        if "text" in row:
            title, text = row["title"], row["text"]
        elif row["id"] in known:
            passage = known[row["id"]]["passages"][row["passage"]]
            title, text = passage.get("title", ""), passage["text"][row["start"] : row["end"]]
        else:
            continue
        yield [_asked(title, text, *told) for told in row["q"]]


def _asked(title: str, text: str, label: str, question: str, words: str = "") -> Judged:
    proof = None
    if words and text.count(words) == 1:  # of words that stand twice nobody knows which are meant
        proof = (text.index(words), text.index(words) + len(words))
    return Judged(question, title, text, _SETTLED[label], _YES.get(label), proof)


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


def _as_met(item: Judged, chance: random.Random) -> Judged:
    """Return a question as it is typed, over a text whose title may be missing."""
    asked = noisy_question(item.question, chance) if chance.random() < _NOISY else item.question
    title = item.title if chance.random() < _KEEP_TITLE else ""
    return replace(item, question=asked, title=title)
