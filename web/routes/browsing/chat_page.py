"""The chat page: the last turns of a conversation, the conversations beside it, where one asks."""

import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any
from urllib.parse import urlencode

from fastapi import Request

from index.reading.readers import SUFFIXES
from qa.history.conversations import StoredTurn
from qa.history.kept import Stretch
from qa.history.transcript import Find, conversation_json, places_now, turn_json
from web.library.holdings import SEEDS
from web.page.choices import choices_of
from web.page.templates import render
from web.page.texts import language_of
from web.routes.parts import Parts

_TURNS = 5  # of a conversation that are shown; the earlier ones are a link away
LISTED = 30  # conversations beside the chat, at first and with each click on "more"
_NONE = Stretch([], [], 0)


@dataclass(frozen=True, slots=True)
class Shown:
    """What the address of the page names.

    A conversation, the turn that it is shown up to, the one that is asked again; the words that
    conversations are searched for and how many of them are listed; an article to ask.
    """

    conversation: str = ""
    upto: str = ""
    again: str = ""
    search: str = ""
    listed: int = LISTED
    article: str = ""

    def at(self, **others: object) -> str:
        """Return the address of the page with other things named."""
        named = {"conversation": self.conversation, "search": self.search, **others}
        return "/?" + urlencode({name: value for name, value in named.items() if value})


def chat_page(
    request: Request,
    parts: Parts,
    shown: Shown,
    *,
    error: str = "",
    question: str = "",
    turns: list[dict[str, Any]] | None = None,
) -> str:
    """Return the page; `turns` are shown instead of those that are kept."""
    desk = parts.desk
    kept = _kept(parts, shown)
    if turns is None:
        turns = list(_turns(kept.turns, cache(desk.index.article)))
    again = next((turn for turn in turns if shown.again and turn["id"] == shown.again), None)
    return render(
        "chat.html",
        request,
        turns=turns,
        kept=kept,
        shown=shown,
        again=again,
        conversations=_listed(parts, shown),
        more=shown.listed + LISTED,
        submission=uuid.uuid4().hex,
        chosen=desk.index.article(shown.article) if shown.article else None,
        error=error,
        question=question or (again["question"] if again else ""),
        keeps=parts.keeps,
        choices=choices_of(request).as_json(),
        **_start(request, parts),
    )


def _start(request: Request, parts: Parts) -> dict[str, object]:
    """Return what the page shows before anything is asked."""
    found, language = parts.examples.found, language_of(request)
    return {
        "articles": parts.index.counts()[0],
        "topics": found.topics,
        "examples": found.in_language(language),
        "foreign": bool(found.questions) and not found.questions.get(language),
        "editable": parts.shelf is not None,
        "local": parts.local,
        **_sample(parts),
        "types": SUFFIXES,
        "max_bytes": parts.shelf.max_bytes if parts.shelf else 0,
    }


def _sample(parts: Parts) -> dict[str, object]:
    """Return where the articles lie that come with Wellspring, where they can be added.

    And whether they are what is asked.
    """
    own = parts.index.roots().folders
    addable = parts.local and parts.shelf and SEEDS not in own and SEEDS.is_dir()
    return {"sample": SEEDS if addable else None, "sampled": own == (SEEDS,)}


def _kept(parts: Parts, shown: Shown) -> Stretch:
    """Return the turns that are shown; to be asked again, one stands as the last of them."""
    if not shown.conversation:
        return _NONE
    return parts.desk.conversations.stretch(shown.conversation, _TURNS, shown.again or shown.upto)


def _turns(kept: list[StoredTurn], find: Find) -> Iterator[dict[str, Any]]:
    """Yield turns as the page shows them: where quotes prove one, its passages are not."""
    for turn in kept:
        told = turn_json(turn)
        if told["citations"]:
            told["passages"] = []
        now = places_now(told, find)
        for cited in now["citations"]:
            del cited["passage"]
        yield now


def _listed(parts: Parts, shown: Shown) -> list[dict[str, Any]]:
    """Return the conversations of the list, and one more where there are more."""
    found = parts.desk.conversations.all(shown.search, shown.listed + 1)
    return [conversation_json(item) for item in found]
