"""Questions and texts as they come in real life: mistyped, worn by translation.

And questions changed so that a text no longer answers.
"""

import random
import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from qa.text.words import YEAR
from qa.tuning.data.changing.swaps import MONTHS

_NAME = re.compile(r"(?<=[a-z] )[A-Z][a-z]{2,}(?: [A-Z][a-z]+)*")
_ORDINALS = "first second third fourth fifth".split()
_SIDES = "north south east west".split()
_OPPOSITES = (
    "largest smallest|highest lowest|most least|oldest newest|longest shortest|increase decrease|"
    "increased decreased|rise fall|before after|win lose|won lost|higher lower|more fewer|"
    "largest second-largest|start end|began ended|founded dissolved|buy sell|bought sold|"
    "open close|opened closed|mother father|male female|minimum maximum|import export|"
    "urban rural|allowed forbidden|succeed fail|succeeded failed|accept reject|"
    "accepted rejected|agree disagree|born buried"
)
_GROUPS = [MONTHS, _ORDINALS, _SIDES, *(pair.split() for pair in _OPPOSITES.split("|"))]
_OTHERS = {word: [other for other in group if other != word] for group in _GROUPS for word in group}
_CHANGEABLE = re.compile(rf"\b({'|'.join(_OTHERS)})\b")
# What may lead to a detail that a sentence can do without, and what may come behind it.
_LED = re.compile(
    r",? (?:in|on|at|by|for|from|with|of|near|during|since|until|after|before|called|named)"
    r"(?: the| a| an)? $|, $"
)
_REST = re.compile(
    r"[.;:)]|, |,$| (?:and|but|in|on|at|by|for|from|with|when|while|after|before|to|as)\b|$"
)
_SMALL = re.compile(r"\b(the|a|an|of|in|on|to|was|were|is|are|did|do|does|for|by|at)\b ?", re.I)
_DETERMINER = re.compile(r"\b(the|a|an) (?=[a-z])")
_ASKING = re.compile(
    r"^(what|which|who|whom|how many|how much|when|where|in which|in what)\b ?", re.I
)


def question_names(questions: Iterable[str]) -> list[str]:
    """Return the names inside the questions, to change one for another."""
    return [name for question in questions for name in _NAME.findall(question)]


def changed_question(
    question: str, text: str, names: Sequence[str], chance: random.Random
) -> str | None:
    """Change a year, month, name or side of a question into one that its text does not hold.

    None when there is nothing to change, or the text speaks of the other one too.
    """
    changes = list(_changes(question, text, names, chance))
    if not changes:
        return None
    old, new = chance.choice(changes)
    if re.search(rf"\b{re.escape(new)}\b", text):
        return None
    return re.sub(rf"\b{re.escape(old)}\b", new, question)


def _changes(
    question: str, text: str, names: Sequence[str], chance: random.Random
) -> Iterator[tuple[str, str]]:
    for year in YEAR.findall(question):
        yield year, str(int(year) + chance.choice([-7, -4, -3, -2, -1, 1, 2, 3, 4, 6]))
    for word in _CHANGEABLE.findall(question):
        yield word, chance.choice(_OTHERS[word])
    for name in _NAME.findall(question):
        if name in text and name not in MONTHS:
            yield name, chance.choice(names)


def swapped_question(question: str, text: str, chance: random.Random) -> str | None:
    """Ask about another name of the same text, of as many words, what it says of one.

    None where there is no other. Now and then the text says it of both: a small share of wrong
    labels.
    """
    asked = [name for name in _NAME.findall(question) if name in text and name not in MONTHS]
    known = [name for name in _NAME.findall(text) if name not in question and name not in MONTHS]
    pairs = [(old, new) for old in asked for new in known if len(old.split()) == len(new.split())]
    return question.replace(*chance.choice(pairs)) if pairs else None


def without_detail(text: str, start: int, end: int) -> str | None:
    """Return a text without one detail, with "in" or "by" before it.

    None where its sentence cannot do without, or the detail stands elsewhere, too.
    "It was opened in 1874 by Queen Ada." -> "It was opened by Queen Ada."
    """
    led, detail = _LED.search(text[:start]), text[start:end]
    if not led or not _REST.match(text, end) or detail in text[:start] or detail in text[end:]:
        return None
    behind = text[end + 1 :] if led[0] == ", " and text[end : end + 1] == "," else text[end:]
    return text[: led.start()] + behind


def noisy_question(question: str, chance: random.Random) -> str:
    """Return a question as people type it.

    Letters are swapped, dropped or doubled, capitals are missing, or keywords alone are left.
    """
    ways: list[Callable[[str, random.Random], str]] = [mistyped, mistyped, _careless, _keywords]
    return chance.choice(ways)(question, chance)


def mistyped(question: str, chance: random.Random) -> str:
    """Return a question with a few letters swapped, dropped or doubled."""
    words = question.split()
    long = [i for i, word in enumerate(words) if len(word) > 4 and word.isalpha()]
    for i in chance.sample(long, min(len(long), chance.choice([1, 1, 2, 3]))):
        word = words[i]
        at = chance.randrange(1, len(word) - 1)
        swapped = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
        dropped, doubled = word[:at] + word[at + 1 :], word[:at] + word[at] + word[at:]
        words[i] = chance.choice([swapped, dropped, doubled])
    typed = " ".join(words)
    return typed.lower() if chance.random() < 0.5 else typed


def _careless(question: str, chance: random.Random) -> str:
    return question.lower().rstrip("? ")


def _keywords(question: str, chance: random.Random) -> str:
    return _SMALL.sub("", _ASKING.sub("", question)).rstrip("? ") or question


def worn_text(text: str, chance: random.Random) -> str:
    """Return a text as a poor translation has it: many of its articles (the, a) gone."""
    return _DETERMINER.sub(lambda match: "" if chance.random() < 0.6 else match[0], text)
