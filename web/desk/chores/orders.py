"""Tell an order of a chat program from a question, by its form and not by its words alone.

It orders something about the conversation and says in what form to answer. When that is not sure,
it is a question.
"""

import re
from dataclasses import dataclass

from index.language.english.clients.tasks import (
    ANSWERING,
    BLOCK,
    COMPLETION,
    CONVERSATION,
    FIELDS,
    FORM,
    ORDERS,
    SPEAKER,
)

# Characters at the beginning or the end, where programs say what to do; between stands a text.
_AT_THE_BEGINNING, _AT_THE_END = 500, 800
_RULES = 8000  # characters from the beginning, of which programs use many to say in what form
_NEAR = 150  # characters between an order and the conversation that it names
_OBJECT = re.compile(r'\{\s*"(\w+)"\s*:\s*(\[)?')


@dataclass(frozen=True, slots=True)
class Order:
    """What is ordered, and in which form; `start` and `end` are where `said` says it.

    With a `field` the answer is an object of JSON with this field, `listed` or not; without one
    it is an array of JSON if `is_json`, else a plain text.
    """

    kind: str
    said: str
    start: int = 0
    end: int = 0
    field: str = ""
    listed: bool = False
    is_json: bool = False


def read_order(message: str) -> Order | None:
    """Return what a message orders of a model, None for a question."""
    said = BLOCK.sub("\n", message)
    rules = said if len(said) <= _RULES else f"{said[:_RULES]}\n{said[-_AT_THE_END:]}"
    found = _first(said)
    field, listed = _field(rules)
    is_json = re.search(r"\bJSON\b", rules) is not None
    if field and said != message:  # a conversation, and a form to fill: in any language
        start, end = (found[1], found[2]) if found else (0, 0)
        return Order(FIELDS[field], said, start, end, field, listed, is_json)
    if not found or not _is_formal(rules, field):
        return None
    kind, start, end = found
    about_talk = CONVERSATION.search(said, max(0, start - _NEAR), end + _NEAR) is not None
    if not about_talk and FIELDS.get(field) != COMPLETION:
        return None
    return Order(FIELDS.get(field, kind), said, start, end, field, listed, is_json)


def _is_formal(rules: str, field: str) -> bool:
    """Tell whether a program may have written it: it says in which form to answer, or who spoke."""
    if field:
        return True
    formal = FORM.search(rules) is not None or len(SPEAKER.findall(rules)) > 1
    return formal and not ANSWERING.search(rules)


def _first(said: str) -> tuple[str, int, int] | None:
    """Return the order that is said first at the beginning, else at the end, and where."""
    ends = (0, _AT_THE_BEGINNING), (max(_AT_THE_BEGINNING, len(said) - _AT_THE_END), len(said))
    for start, end in ends:
        part = said[start:end]
        matches = [(match, kind) for kind, order in ORDERS if (match := order.search(part))]
        if matches:
            match, kind = min(matches, key=lambda pair: pair[0].start())
            return kind, start + match.start(), start + match.end()
    return None


def _field(rules: str) -> tuple[str, bool]:
    """Return the field of the answer that a sample in JSON shows, and whether it is a list."""
    for match in _OBJECT.finditer(rules):
        if match[1] in FIELDS:
            return match[1], match[2] is not None
    return "", False
