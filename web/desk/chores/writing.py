"""Write what a chat program ordered, of the conversation's own words and in the form ordered."""

import json
import re
from collections.abc import Sequence

from index.language.english.clients.tasks import (
    COMPLETION,
    EMOJI,
    EMOJI_OF_A_QUESTION,
    EMOJI_OF_ANYTHING,
    FOLLOW_UPS,
    LENGTH,
    NEXT_QUESTIONS,
    NUMBERS,
    TAGS,
    TITLE,
    WITHOUT_MARKS,
)
from index.language.english.words import FUNCTION, QUANTIFIERS
from web.desk.chores.orders import Order
from web.desk.chores.talk import Said

_LONGEST = 80  # characters of a title, where no length is ordered
_READ = 400  # characters of a message, from its beginning
_MOST_TAGS, _MOST_QUESTIONS = 3, 3
_WORD = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*")
_HELD_TOGETHER = re.compile(r"[ \t]+")  # what may stand between the words of a phrase
_END_MARKS = "?!.,;:…"
_QUOTES = '"“”«»`*#'
_WITHOUT_MEANING = FUNCTION | QUANTIFIERS | {"many", "much", "tell", "describe", "explain", "list"}


def written(order: Order, talk: Sequence[Said]) -> str:
    """Return the answer to an order about a conversation."""
    asked = [said.text for said in talk if said.role == "user" and said.text]
    match order.kind:
        case kind if kind == TITLE:
            return _formed(order, [_title(order.said, asked)])
        case kind if kind == TAGS:
            return _formed(order, phrases(asked)[:_MOST_TAGS])
        case kind if kind == FOLLOW_UPS:
            return _formed(order, _questions(asked))
        case kind if kind == EMOJI:
            questions = any("?" in text for text in asked)
            return _formed(order, [EMOJI_OF_A_QUESTION if questions else EMOJI_OF_ANYTHING])
        case kind if kind == COMPLETION:
            return _formed(order, [""])
    return _formed(order, [_line(asked[-1])] if asked else [])


def _formed(order: Order, said: list[str]) -> str:
    """Write what was made as the order wants it: a field, an array, or plain text."""
    several = order.kind not in (TITLE, EMOJI, COMPLETION)
    if order.field:
        content = said if order.listed else ", ".join(said)
        return json.dumps({order.field: content}, ensure_ascii=False)
    if order.is_json:
        content = said if several else {order.kind: "".join(said)}  # type: ignore[assignment]
        return json.dumps(content, ensure_ascii=False)
    return (", " if order.kind == TAGS else "\n").join(said)


def _title(ordered: str, asked: Sequence[str]) -> str:
    """Return the first question as a title, no longer than ordered."""
    lines = [_line(text[:_READ]) for text in asked]
    title = next((line for line in lines if _telling(line)), lines[0] if lines else "")
    lengths = [(_number(match[2] or match[1]), match[3]) for match in LENGTH.finditer(ordered)]
    most = min((number for number, of in lengths if of.lower().startswith("w")), default=0)
    longest = min((number for number, of in lengths if not of.lower().startswith("w")), default=0)
    words = title.split()
    if most and len(words) > most:
        words = (_telling(title) or words)[:most]
    while len(" ".join(words)) > (longest or _LONGEST) and len(words) > 1:
        words = _telling(" ".join(words[:-1])) or words[:-1]
    if WITHOUT_MARKS.search(ordered):
        words = [word.strip(_END_MARKS) for word in words]
    text = " ".join(word for word in words if word)
    return text[:1].upper() + text[1:]


def _telling(text: str) -> list[str]:
    """Return the words of a text that mean something."""
    return [word for word in _WORD.findall(text) if word.lower() not in _WITHOUT_MEANING]


def phrases(texts: Sequence[str]) -> list[str]:
    """Return what texts are about, names first: words that stand together and mean something."""
    found = dict.fromkeys(phrase for text in texts for phrase in _runs(text[:_READ]))
    long = [it for it in found if " " in it or it[:1].isupper()] or list(found)
    return sorted(long, key=lambda it: (it.lower() == it, " " not in it))


def _runs(text: str) -> list[str]:
    runs, last = list[list[str]](), 0
    for match in _WORD.finditer(text):
        if match[0].lower() in _WITHOUT_MEANING:
            last = 0
            continue
        if last and _HELD_TOGETHER.fullmatch(text, last, match.start()):
            runs[-1].append(match[0])
        else:
            runs.append([match[0]])
        last = match.end()
    return [" ".join(run) for run in runs if not all(word.isdecimal() for word in run)]


def _questions(asked: Sequence[str]) -> list[str]:
    """Return questions that may be asked next, each of which the articles can be asked."""
    about = phrases(asked)
    return [form.format(it) for it in about for form in NEXT_QUESTIONS][:_MOST_QUESTIONS]


def _number(word: str) -> int:
    return NUMBERS.get(word.lower()) or int(word)


def _line(text: str) -> str:
    """Return a text in one line, without marks of quotation and of Markdown at its ends."""
    return " ".join(text.split()).strip(_QUOTES + " ")
