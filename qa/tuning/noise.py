"""Questions and texts as they come in real life: mistyped, worn by translation; and questions changed so that a text no longer answers."""

import random
import re
from collections.abc import Callable, Iterable, Iterator, Sequence

_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_NAME = re.compile(r"(?<=[a-z] )[A-Z][a-z]{2,}(?: [A-Z][a-z]+)*")
_MONTHS = "January February March April May June July August September October November December".split()
_ORDINALS = "first second third fourth fifth".split()
_SIDES = "north south east west".split()
_OPPOSITES = (
    "largest smallest|highest lowest|most least|oldest newest|longest shortest|increase decrease|increased decreased|rise fall|"
    "before after|win lose|won lost|higher lower|more fewer|largest second-largest|start end|began ended|founded dissolved|"
    "buy sell|bought sold|open close|opened closed|mother father|male female|minimum maximum|import export|urban rural|"
    "allowed forbidden|succeed fail|succeeded failed|accept reject|accepted rejected|agree disagree|born buried"
)
_GROUPS = [_MONTHS, _ORDINALS, _SIDES, *(pair.split() for pair in _OPPOSITES.split("|"))]
_OTHERS = {word: [other for other in group if other != word] for group in _GROUPS for word in group}
_CHANGEABLE = re.compile(rf"\b({'|'.join(_OTHERS)})\b")
_SMALL = re.compile(r"\b(the|a|an|of|in|on|to|was|were|is|are|did|do|does|for|by|at)\b ?", re.I)
_DETERMINER = re.compile(r"\b(the|a|an) (?=[a-z])")
_ASKING = re.compile(r"^(what|which|who|whom|how many|how much|when|where|in which|in what)\b ?", re.I)


def question_names(questions: Iterable[str]) -> list[str]:
    """Return the names inside the questions, to change one for another."""
    return [name for question in questions for name in _NAME.findall(question)]


def changed_question(question: str, text: str, names: Sequence[str], chance: random.Random) -> str | None:
    """Change a year, month, name or side of an answerable question into one that its text does not hold.

    None when there is nothing to change, or the text speaks of the other one too.
    """
    changes = list(_changes(question, text, names, chance))
    if not changes:
        return None
    old, new = chance.choice(changes)
    return None if re.search(rf"\b{re.escape(new)}\b", text) else re.sub(rf"\b{re.escape(old)}\b", new, question)


def _changes(question: str, text: str, names: Sequence[str], chance: random.Random) -> Iterator[tuple[str, str]]:
    for year in _YEAR.findall(question):
        yield year, str(int(year) + chance.choice([-7, -4, -3, -2, -1, 1, 2, 3, 4, 6]))
    for word in _CHANGEABLE.findall(question):
        yield word, chance.choice(_OTHERS[word])
    for name in _NAME.findall(question):
        if name in text and name not in _MONTHS:
            yield name, chance.choice(names)


def noisy_question(question: str, chance: random.Random) -> str:
    """Return a question as people type it: letters swapped, dropped or doubled, no capitals, or keywords only."""
    ways: list[Callable[[str, random.Random], str]] = [_mistyped, _mistyped, _careless, _keywords]
    return chance.choice(ways)(question, chance)


def _mistyped(question: str, chance: random.Random) -> str:
    words = question.split()
    long = [i for i, word in enumerate(words) if len(word) > 4 and word.isalpha()]
    for i in chance.sample(long, min(len(long), chance.choice([1, 1, 2, 3]))):
        word = words[i]
        at = chance.randrange(1, len(word) - 1)
        swapped = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
        words[i] = chance.choice([swapped, word[:at] + word[at + 1 :], word[:at] + word[at] + word[at:]])
    typed = " ".join(words)
    return typed.lower() if chance.random() < 0.5 else typed


def _careless(question: str, chance: random.Random) -> str:
    return question.lower().rstrip("? ")


def _keywords(question: str, chance: random.Random) -> str:
    return _SMALL.sub("", _ASKING.sub("", question)).rstrip("? ") or question


def worn_text(text: str, chance: random.Random) -> str:
    """Return a text as a poor translation has it: many of its articles (the, a) gone."""
    return _DETERMINER.sub(lambda match: "" if chance.random() < 0.6 else match[0], text)
