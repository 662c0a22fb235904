"""Examples that teach the larger reader to judge statements: right and wrong answers, each over the sentence that it is to be proven by.

A statement is read as a question is; "none of the sentences" then means that it is not proven.
"""

import random
from collections.abc import Iterator, Sequence

from qa.text.windows import window
from qa.tuning.data.answers import Answered
from qa.tuning.data.changes import CHANGES, Draft
from qa.tuning.data.examples import Example

# The shares below were chosen once and kept; see docs/experiments.md.
_TIMES = 2  # that an answer, right or wrong, is seen over its sentence, in windows that may differ
_CHANGED = 3  # of the ways in which a right answer can be changed
_ELSEWHERE = 0.4  # of the right answers: also over a window that does not hold their sentence


def statements(pairs: Sequence[Answered], seed: int) -> list[Example]:
    """Return shuffled examples."""
    chance = random.Random(seed)  # noqa: S311 - sampling, not secrecy
    made = [example for pair in pairs for example in _of_pair(pair, chance)]
    chance.shuffle(made)
    return made


def _of_pair(pair: Answered, chance: random.Random) -> Iterator[Example]:
    for _ in range(_TIMES):
        yield _over(pair, pair.answer, chance, proven=True)
        if pair.wrong:
            yield _over(pair, pair.wrong, chance, proven=False)
    for text in _changed(pair, chance):
        yield _over(pair, text, chance, proven=False)
    far = [n for n in range(len(pair.spans)) if len(pair.gold) == 1 and abs(n - pair.gold[0]) > 1]
    if far and chance.random() < _ELSEWHERE:
        first, last = window(pair.spans, chance.choice(far))
        if not first <= pair.gold[0] < last:
            yield Example(
                pair.answer, pair.title, pair.text[pair.spans[first][0] : pair.spans[last - 1][1]]
            )


def _over(pair: Answered, statement: str, chance: random.Random, *, proven: bool) -> Example:
    """Return a statement over the window of the sentence that proves, or would prove, it."""
    first, last = 0, len(pair.spans)
    if len(pair.gold) == 1:
        first, last = window(pair.spans, pair.gold[0], before=chance.random() < 0.5)
    start, end = pair.spans[first][0], pair.spans[last - 1][1]
    gold = (
        tuple((pair.spans[n][0] - start, pair.spans[n][1] - start) for n in pair.gold)
        if proven
        else ()
    )
    return Example(statement, pair.title, pair.text[start:end], gold, None, knows_span=False)


def as_draft(pair: Answered) -> Draft:
    """Return a right answer over what proves it, to be changed."""
    return Draft("", (" ".join(pair.sentences),), pair.question, pair.answer, reworded=True)


def _changed(pair: Answered, chance: random.Random) -> list[str]:
    """Return the right answer changed as a language model errs, in a few ways of those that there are."""
    draft, ways = as_draft(pair), []
    for change in CHANGES.values():
        if made := [
            text
            for text in change(draft, chance)
            if text != pair.answer and text not in draft.evidence[0]
        ]:
            ways.append(chance.choice(made))
    return chance.sample(ways, min(len(ways), _CHANGED))
