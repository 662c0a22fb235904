"""Training examples for the generator: from evidence to a direct sentence.

It is given a question, what the evidence says and the short answer in it.
"""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from qa.checking.checks import provable
from qa.text.windows import before
from qa.tuning.data.answers import Answered, answered, answered_over
from qa.tuning.data.noise import noisy_question
from qa.tuning.data.records import Record
from qa.writing.prompt import told, writing_prompt

# Of the examples, so many: with the sentence before the one that answers; with its title; without
# a short answer; with one that is cut wrongly; with a question that is typed badly.
_BEFORE, _TITLED, _NO_SHORT, _CUT_WRONGLY, _NOISY = 0.75, 0.85, 0.12, 0.2, 0.12


@dataclass(frozen=True, slots=True)
class Draft:
    """A prompt and what the generator should write after it."""

    prompt: str
    target: str


def pairs_of(
    records: Sequence[Record], most: int | None, seed: int, *, texts: bool = False
) -> tuple[list[Answered], list[Answered]]:
    """Return written answers to learn from, and those that are kept to measure on.

    At most so many of those over records, drawn at random, and with `texts` those over short texts.
    An answer that would not be shown, as it
    has a figure or a name from elsewhere, is not learnt.
    """
    told = [pair for pair in answered(records) if pair.gold]
    learnt = [pair for pair in told if not pair.held_out]
    if most is not None and most < len(learnt):
        learnt = random.Random(seed).sample(learnt, most)  # noqa: S311
    direct = list(answered_over(records)) if texts else []
    learnt += [pair for pair in direct if not pair.held_out]
    kept = [pair for pair in [*told, *direct] if pair.held_out]
    return [pair for pair in learnt if _may_be_shown(pair)], kept


def _may_be_shown(pair: Answered) -> bool:
    return provable(pair.answer, pair.evidence, pair.question)


def drafts(pairs: Sequence[Answered], seed: int) -> list[Draft]:
    """Return shuffled drafts."""
    chance = random.Random(seed)  # noqa: S311 - sampling, not secrecy
    made = [draft for pair in pairs for draft in _of_pair(pair, chance)]
    chance.shuffle(made)
    return made


def _of_pair(pair: Answered, chance: random.Random) -> Iterator[Draft]:
    question = noisy_question(pair.question, chance) if chance.random() < _NOISY else pair.question
    if len(pair.gold) == 1:
        home = pair.spans[pair.gold[0]][0]
        earlier = before(pair.text, home) if chance.random() < _BEFORE else ""
        title = pair.title if chance.random() < _TITLED else ""
        evidence = [told(title, earlier, pair.sentences[0])]
    else:
        evidence = pair.sentences
    yield Draft(writing_prompt(question, evidence, _short(pair, chance)), f" {pair.answer}")


def _short(pair: Answered, chance: random.Random) -> str:
    """Return the short answer as a reader finds it.

    Sometimes not at all, sometimes with a few words too many or one too few.
    """
    if not pair.short or chance.random() < _NO_SHORT:
        return ""
    if len(pair.gold) > 1 or chance.random() > _CUT_WRONGLY:
        return pair.short
    head, found, tail = pair.sentences[0].partition(pair.short)
    words, ahead, behind = pair.short.split(), head.split(), tail.split()
    if found and ahead and chance.random() < 0.5:
        return " ".join([*ahead[-chance.randint(1, 3) :], *words])
    if found and behind:
        return " ".join([*words, *behind[: chance.randint(1, 3)]]).rstrip(" .,;")
    return " ".join(words[1:]) if len(words) > 2 else pair.short
