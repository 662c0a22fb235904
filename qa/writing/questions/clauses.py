"""A plain statement taken apart, so that it can be turned into a question."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from index.language.english.statements.turning import FRONTED, MANY, VERB_GROUP
from index.language.english.words import (
    AUXILIARIES,
    BE,
    BEHIND_VERBS,
    DETERMINERS,
    DID,
    DO,
    DOES,
    HAD,
    HAS,
    HAVE,
    MORE,
    PARTICIPLE,
    PLURAL,
    PREPOSITIONS,
    TO_HAVE,
    UNCHANGED,
)
from qa.checking.grammar.pieces import Piece, pieces_of
from qa.checking.grammar.verbs import is_finite
from qa.text.inflection import analyses

_LONGEST_SUBJECT = 12  # words


@dataclass(frozen=True, slots=True)
class Clause:
    """A statement, such as "In 1990, the mill was also closed for good."

    Here `front` is "In 1990", `subject` "the mill", `helper` "was", `main` "closed" and `rest`
    "for good.". A verb without a helper has the one that it asks with: "came" is "did", "come".
    """

    subject: str
    helper: str
    main: str
    rest: str
    front: str = ""

    def asked(self, rest: str | None) -> str:
        """Return it turned round, with what of its rest is told."""
        return " ".join(filter(None, (self.helper, self.subject, self.main, rest)))


def clause_of(sentence: str) -> Clause | None:
    """Take a sentence apart, None where its verb is not sure."""
    front, body = without_front(sentence)
    start = _verb_start(body)
    subject, *adverb = re.split(r" (?=\w+ly$)", body[:start].rstrip())
    words = [word for word in subject.split() if word not in MORE]
    group = VERB_GROUP.fullmatch(body[start:]) if words else None
    told = _helped(group["verb"], group, words) if group else None
    if told is None:
        return None
    helper, main, rest = told
    return Clause(" ".join(words), helper, " ".join([*adverb, main]).strip(), rest, front)


def without_front(sentence: str) -> tuple[str, str]:
    """Return what stands in front of a statement, "" for nothing, and the statement."""
    fronted = FRONTED.fullmatch(sentence)
    if fronted and not AUXILIARIES.intersection(fronted["front"].split()):
        return fronted["front"], fronted["body"]
    return "", sentence


def has_verb(words: str) -> bool:
    """Tell whether some words hold a finite verb behind their first word."""
    return _verb_start(words) > 0


def is_plural(subject: str) -> bool:
    """Tell whether the noun of a subject, the last word before a preposition, may be a plural."""
    words = [word.lower() for word in subject.split()]
    end = next((at for at, word in enumerate(words) if at and word in PREPOSITIONS), len(words))
    return words[end - 1].endswith(PLURAL)


def _verb_start(body: str) -> int:
    """Return where the verb of a statement starts, 0 where it has none.

    "Targeted" in "the targeted loans were" is none: with nothing of a verb behind it, a later
    helper is the verb.
    """
    opening = " ".join(body.split(" ")[: _LONGEST_SUBJECT + 4])  # all of it would take long
    pieces = tuple(pieces_of(MANY.sub(lambda many: many[0][:-1] + PLURAL, opening)))
    places = range(1, min(len(pieces), _LONGEST_SUBJECT))
    verbs = [at for at in places if pieces[at].low not in PREPOSITIONS and is_finite(pieces, at)]
    unsure = [at for at in verbs[:1] if not _goes_on(pieces[at + 1 :])]
    helpers = [at for at in verbs if pieces[at].low in AUXILIARIES] if unsure else []
    return next((pieces[at].start for at in helpers or verbs), 0)


def _goes_on(behind: Sequence[Piece]) -> bool:
    """Tell whether what stands behind a verb may follow one."""
    if not behind or not behind[0].text.islower():
        return True
    return behind[0].low in (BEHIND_VERBS | DETERMINERS) - AUXILIARIES


def _helped(verb: str, group: re.Match[str], subject: list[str]) -> tuple[str, str, str] | None:
    """Return helper, main verb and rest of a statement from its verb on."""
    if verb not in BE | HAVE:
        rest = group.string[len(verb) :].lstrip()
        base = _base(verb)
        return (_helper(verb, base, subject), base, rest) if base and rest else None
    if is_participle(group["main"] or ""):
        adverb = "" if group["adverb"] in MORE else group["adverb"]
        main = filter(None, (adverb, group["been"], group["main"]))
        return verb, " ".join(main), group["rest"].lstrip()
    rest = group.string[len(verb) :].lstrip()
    return (verb, "", rest) if verb in BE else (_helper(verb, TO_HAVE, subject), TO_HAVE, rest)


def is_participle(word: str) -> bool:
    """Tell whether a word is a past participle, or a past tense that looks like none."""
    return not word.endswith(PARTICIPLE) and (_base(word) not in ("", word) or word in UNCHANGED)


def _base(verb: str) -> str:
    """Return a verb as it stands behind "did"; "" where the dictionary has none or several."""
    found = set(analyses(verb).get("VERB", ()))
    found = found - {verb} or found
    return found.pop() if len(found) == 1 else ""


def _helper(verb: str, base: str, subject: list[str]) -> str:
    """Return the form of "do" that asks for a verb."""
    if verb in UNCHANGED:
        return DO if is_plural(" ".join(subject)) else DID
    if verb == base:
        return DO
    return DOES if verb == HAS or (verb.endswith(PLURAL) and verb != HAD) else DID
