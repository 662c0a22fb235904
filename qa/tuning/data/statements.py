"""Examples that teach the larger reader to judge statements: right and wrong answers.

Each stands over the sentence that it is to be proven by. A statement is read as a question is;
"none of the sentences" then means that it is not proven.
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


def statements(pairs: Sequence[Answered], seed: int, changed: int = _CHANGED) -> list[Example]:
    """Return shuffled examples; each right answer also changed in so many ways."""
    chance = random.Random(seed)  # noqa: S311 - sampling, not secrecy
    made = [example for pair in pairs for example in _of_pair(pair, chance, changed)]
    chance.shuffle(made)
    return made


def _of_pair(pair: Answered, chance: random.Random, changed: int) -> Iterator[Example]:
    for _ in range(_TIMES):
        yield _over(pair, pair.answer, chance, proven=True)
        if pair.wrong:
            yield _over(pair, pair.wrong, chance, proven=False)
    for text in _changed(pair, chance, changed):
        yield _over(pair, text, chance, proven=False)
    yield from _elsewhere(pair, chance)


def _over(pair: Answered, statement: str, chance: random.Random, *, proven: bool) -> Example:
    """Return a statement over the window of the sentence that proves, or would prove, it."""
    first, last = 0, len(pair.spans)
    if len(pair.gold) == 1:
        first, last = window(pair.spans, pair.gold[0], before=chance.random() < 0.5)
    start, end = pair.spans[first][0], pair.spans[last - 1][1]
    proofs = [pair.spans[n] for n in pair.gold] if proven else []
    gold = tuple((a - start, b - start) for a, b in proofs)
    return Example(statement, pair.title, pair.text[start:end], gold, None, knows_span=False)


def _elsewhere(pair: Answered, chance: random.Random) -> Iterator[Example]:
    """Yield a right answer over a window without its sentence: not proven there, now and then."""
    if len(pair.gold) != 1:
        return
    home = pair.gold[0]
    far = [n for n in range(len(pair.spans)) if abs(n - home) > 1]
    if far and chance.random() < _ELSEWHERE:
        first, last = window(pair.spans, chance.choice(far))
        if not first <= home < last:
            text = pair.text[pair.spans[first][0] : pair.spans[last - 1][1]]
            yield Example(pair.answer, pair.title, text)


def as_draft(pair: Answered) -> Draft:
    """Return a right answer over what proves it, to be changed."""
    return Draft("", (" ".join(pair.sentences),), pair.question, pair.answer, reworded=True)


def _changed(pair: Answered, chance: random.Random, most: int) -> list[str]:
    """Return the right answer changed as a language model errs, in so many of the possible ways."""
    draft, ways = as_draft(pair), []
    for change in CHANGES.values():
        if made := [text for text in change(draft, chance) if _is_wrong(text, draft)]:
            ways.append(chance.choice(made))
    return chance.sample(ways, min(len(ways), most))


def _is_wrong(text: str, draft: Draft) -> bool:
    """Tell whether a change made another text, and no piece of the evidence."""
    return text != draft.text and text not in draft.evidence[0]
