"""What a statement is about, named so that a question about it stands alone."""

import re

from index.language.english.numbers import UNITS
from index.language.english.statements.amounts import DATE
from index.language.english.statements.turning import MANY
from index.language.english.telling import NO_NAMES, NO_TOPICS
from index.language.english.words import (
    AND_OR,
    CONJUNCTIONS,
    DEFINITE,
    DETERMINERS,
    INDEFINITE,
    PLURAL,
    PREPOSITIONS,
    PRONOUNS,
    QUANTIFIERS,
)
from qa.text.inflection import analyses

_JOINING = CONJUNCTIONS - AND_OR  # a subject with another one in it has a clause of its own
_LONGEST_NAME = 4  # words
_NO_SUBJECT = re.compile(r"\d(?!\d*-[a-z])|[,;:()\[\]‘|*_#/]|\b[a-z]+['’]s?(?!\w)")


def named(subject: str, text: str, at: int) -> str:
    """Return a subject as it stands inside a question, "" where nobody could tell what it is.

    It begins at a place of a text. "The viaduct" becomes "the Ayle Viaduct" where that is the
    only viaduct that was named till then; a capital letter at the front goes where it is no name's.
    """
    first, *others = subject.split()
    low = first.lower()
    if _NO_SUBJECT.search(DATE.sub("", subject)) or _JOINING & {word.lower() for word in others}:
        return ""
    if low in (DEFINITE, *INDEFINITE):
        return _definite(low, others, text[:at])
    if low in PRONOUNS | QUANTIFIERS | DETERMINERS | PREPOSITIONS | set(UNITS):
        return ""
    return _without_article(first, others, text)


def _definite(article: str, words: list[str], before: str) -> str:
    head = _up_to_preposition(words)
    telling = [word for word in head if word.lower() not in NO_TOPICS]
    if any(word[0].isupper() for word in words) or len(telling) > 1 or len(words) > len(head) > 0:
        return " ".join([article, *words]) if telling else ""
    return _named_before(words[0], before) if article == DEFINITE and len(words) == 1 else ""


def _without_article(first: str, others: list[str], text: str) -> str:
    """Return a subject that begins with a name, or with a word that only begins the sentence."""
    whole = " ".join([first, *others])
    if first.isupper() and len(first) > 1:
        return whole
    if re.search(rf"[a-z,] {re.escape(first)}\b", text):  # a capital inside a sentence: a name
        return whole
    if others and others[0][0].isupper():
        return whole
    low = first.lower()
    is_word = re.search(rf"\b{re.escape(low)}\b", text) or low in NO_TOPICS or analyses(low)
    of_many = low.endswith(PLURAL) or MANY.fullmatch(low)
    return " ".join([low, *others]) if is_word and (others or of_many) else ""


def _named_before(noun: str, before: str) -> str:
    """Return the name that a noun has in a text, "" where it has none or several."""
    name = rf"\b((?:[Tt]he )?)((?:[A-Z][\w'’-]+ ){{1,{_LONGEST_NAME}}}{_either(noun)})\b"
    found = re.findall(name, before)
    names = {
        full.lower(): f"{article.lower()}{full}"
        for article, full in found
        if full.split()[0].lower() not in NO_NAMES
    }
    return next(iter(names.values())) if len(names) == 1 else ""


def _either(noun: str) -> str:
    return f"[{noun[0].upper()}{noun[0].lower()}]{re.escape(noun[1:])}"


def _up_to_preposition(words: list[str]) -> list[str]:
    end = next((at for at, word in enumerate(words) if word in PREPOSITIONS), len(words))
    return words[:end]
