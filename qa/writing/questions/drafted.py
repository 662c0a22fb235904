"""Draft questions from the sentences of a text, each one that its sentence seems to answer.

They are made by rule, without a model, and cautiously: a sentence whose question would not stand
alone gives none. Whether the articles answer a draft is known when it was asked.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from index.language.east_asian import LETTER
from index.language.english.questions import POINTS_BACK
from index.language.english.statements import turning
from index.language.english.words import DEFINITE
from index.sentences import sentence_spans
from qa.writing.questions.clauses import clause_of, is_participle
from qa.writing.questions.subjects import named
from qa.writing.questions.wording import WAYS, counting, joined

_SENTENCES = 80  # that are looked at
_LONGEST = 400  # characters of a sentence; a longer one is a list or no prose
_FEWEST, _MOST = 4, 20  # words of a question
_NO_PROSE = re.compile(rf"{LETTER}|[|`\"“”]|\S {{3,}}\S|\s[’']\w")
_MARKUP = re.compile(r"(?<!\w)[*_]{1,3}(?=\w)|(?<=[\w.])[*_]{1,3}(?!\w)|^\s*(?:[-*•#]+|\d+\.) ")


def drafts(text: str, start: int = 0, end: int | None = None) -> Iterator[str]:
    """Yield questions that sentences of a text, or of a range of it, seem to answer."""
    for first, last in sentence_spans(text[start:end])[:_SENTENCES]:
        raw = text[start + first : start + last]
        if len(raw) > _LONGEST or _NO_PROSE.search(raw) or not turning.TELLS.search(raw):
            continue
        for statement in turning.PARTS.split(" ".join(_MARKUP.sub("", raw).split())):
            if question := _draft(statement, text, start + first):
                yield question


def _draft(statement: str, text: str, at: int) -> str:
    """Return a question that a statement at a place of a text answers, "" where there is none."""
    asked = counting(statement) or _holder(statement, text, at) or _asked(statement, text, at)
    if POINTS_BACK.search(asked) or turning.VAGUE.search(asked):
        return ""
    return f"{asked}?" if _FEWEST <= len(asked.split()) <= _MOST else ""


def _holder(statement: str, text: str, at: int) -> str:
    """Ask who is what a statement calls somebody on the way."""
    found = turning.HOLDER.match(statement)
    role = named(found["role"], text, at) if found else ""
    if not found or not role:
        return ""
    return joined(turning.WHO, turning.WAS if is_participle(found["verb"]) else turning.IS, role)


def _asked(statement: str, text: str, at: int) -> str:
    """Ask for what a statement says of its subject."""
    clause = clause_of(statement)
    subject = named(clause.subject, text, at) if clause else ""
    if not clause or not subject:
        return ""
    if clause.helper in turning.PAST:  # what was done once, was done with "the" and not "a"
        subject = turning.INDEFINITE.sub(f"{DEFINITE} ", subject)
    clause = replace(clause, subject=subject)
    return next((asked for way in WAYS if (asked := way(clause))), "")
