"""One side of a comparison, asked for its own amount or date: not which side has more."""

import re

from index.language.english.comparing.own import (
    ASKED_AFTER,
    BY_AGE,
    COUNTING,
    FROM_WHEN,
    HOW_MANY,
    HOW_MUCH,
    OWN,
    PLURALS,
    PRICED,
    SIDE,
)
from qa.text.inflection import analyses


def asked_for_itself(question: str, name: str) -> str:
    """Return a question with `SIDE` in the place of one side as the question for that side alone.

    As it is, but for the name, where no shape is known.
    """
    question = ASKED_AFTER.sub(r"\g<asks>, \g<side>\g<end>", question)
    for shape, template in OWN.items():
        if (found := shape.search(question)) and _compares(found):
            asked = _filled(template, found) + question[found.end() :]
            return asked.replace(SIDE, name)
    return question.replace(SIDE, name)


def _compares(found: re.Match[str]) -> bool:
    """Tell whether what a shape takes for a comparative is one: "leader" and "former" are none."""
    adjective = found.groupdict().get("er") or ""
    return not adjective or " " in adjective or _plain(adjective) != adjective.lower()


def _filled(template: str, found: re.Match[str]) -> str:
    """Return a template with the words of its shape."""
    words = {"rest": ""} | {key: text or "" for key, text in found.groupdict().items()}
    words |= {key: words[key].lower() for key in ("aux", "be") if key in words}
    if "more" in words and "what" in words:
        words["what"], words["rest"] = noun_phrase(words["what"], words["rest"])
        counted = _is_plural(words["what"]) or words["more"].lower() in COUNTING
        words["many"] = HOW_MANY if counted else HOW_MUCH
    if "verb" in words:
        words["do"], words["base"] = _asked_with(words["verb"])
    if "er" in words:
        plain = _plain(words["er"])
        if plain in BY_AGE and "who" not in words and "be" in words:
            template = FROM_WHEN
        words["plain"] = "much" if plain in PRICED else plain
    asked = template.format_map(words)
    front = words.get("front", "")
    return front + asked[:1].lower() + asked[1:] if front else asked


def noun_phrase(what: str, rest: str) -> tuple[str, str]:
    """Return what is counted, an adjective with its noun, and what follows: "poor people", ..."""
    noun, _, after = rest.strip().partition(" ")
    if "ADJ" in analyses(what.lower()) and _is_plural(noun):
        return f"{what} {noun}", f" {after}"
    return what, rest


def _is_plural(phrase: str) -> bool:
    word = phrase.lower().rpartition(" ")[2]
    nouns = analyses(word).get("NOUN", (word.removesuffix("s"),))
    return word in PLURALS or (bool(word) and word not in nouns)


def _asked_with(verb: str) -> tuple[str, str]:
    """Return what a verb is asked with, and its base: "had" -> "did", "have"."""
    bases = analyses(verb.lower()).get("VERB", (verb,))
    now = verb.endswith("s") and verb not in bases
    return ("does" if now else "did"), bases[0]


def _plain(adjective: str) -> str:
    """Return an adjective that does not compare: "bigger" -> "big"."""
    more, _, rest = adjective.lower().rpartition(" ")
    bases = analyses(rest).get("ADJ", (rest,))
    return rest if more else bases[0]
