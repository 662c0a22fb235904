"""The conversation that an order of a chat program is about."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from index.language.english.clients.tasks import BLOCK, CONVERSATION, FORM, SPEAKER
from web.desk.chores.orders import Order

_MARKED = re.compile(r'"""(.+?)"""|```(.+?)```|(?:^|:)[ \n]{0,4}["“]([^"”]{8,})["”]', re.S | re.M)
_LINE = re.compile(r"^[ \t]*(?:[-=_*]{3,}|```\w*)[ \t]*$", re.M)  # between messages, around all
_SAMPLE = re.compile(r"\{[^{}]*\}")


@dataclass(frozen=True, slots=True)
class Said:
    """A message of a conversation, by its role: `user` asks, `assistant` answers."""

    role: str
    text: str


def talk_in(message: str, order: Order, before: Sequence[Said]) -> list[Said]:
    """Return the conversation that a message with an order writes down, or that came before it."""
    blocks = [match[2] for match in BLOCK.finditer(message)]
    if blocks:
        return spoken(blocks[-1]) or [Said("user", blocks[-1].strip())]
    text = _without_order(order)
    return spoken(text) or list(before) or _marked(order) or _plain(text)


def spoken(text: str) -> list[Said]:
    """Return the messages of a text that begin with the name of who speaks."""
    text = _LINE.sub("", text)
    begins = list(SPEAKER.finditer(text))
    ends = [*(match.start() for match in begins), len(text)][1:]
    told = [
        Said("user" if match["user"] else "assistant", text[match.end() : end].strip())
        for match, end in zip(begins, ends, strict=False)
        if not match["end"]
    ]
    return [said for said in told if said.text] if any(it.role == "user" for it in told) else []


def _without_order(order: Order) -> str:
    """Return what is said without the paragraph that orders, but from where one speaks in it."""
    start = order.said.rfind("\n\n", 0, order.start + 1) + 1
    end = order.said.find("\n\n", order.end)
    end = len(order.said) if end < 0 else end
    speaks = SPEAKER.search(order.said, order.end, end)
    rest = order.said[speaks.start() if speaks else end :]
    return f"{order.said[:start]}\n\n{rest}"


def _marked(order: Order) -> list[Said]:
    """Return what stands between marks of quotation, which is no sample of an answer."""
    text = _SAMPLE.sub("", order.said)
    found = [next(filter(None, match.groups())) for match in _MARKED.finditer(text)]
    return [Said("user", max(found, key=len).strip())] if found else []


def _plain(text: str) -> list[Said]:
    """Return the paragraphs that neither order nor say a form."""
    plain = [
        paragraph.strip()
        for paragraph in text.split("\n\n")
        if paragraph.strip() and not (FORM.search(paragraph) or CONVERSATION.search(paragraph))
    ]
    return [Said("user", "\n".join(plain))] if plain else []
