"""Answer what asks for one item of a numbered list by its number: "What is step 2 of ...?"."""

import re
from collections.abc import Iterator

from index.language.english.questions import ASKS_ITEM, ORDINALS
from index.ranking.search import Index
from index.sentences import sentence_spans
from index.types import Hit
from qa.evidence.selection import hits_to_read
from qa.evidence.versions.meant import Versions
from qa.text.words import content_words, coverage, unmet
from qa.types import Evidence, Statement, sentence_of
from qa.ways.inquiry import Inquiry, Reply
from qa.writing.shown import as_shown

_NUMBER = re.compile(r"\W*(?:[^\W\d]+\s+|§\s*)?(\d{1,3})[.):]\s")  # "2. ", "Rule 2: ", "§ 2) "


class Items:
    """Questions that name an item of a list by its number, which no reader connects with it."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._versions = Versions(index)

    def reply(self, inquiry: Inquiry) -> Reply | None:
        """Return the item of that number, of the first passage about the rest of the question.

        None where no number is asked for, or where a passage has none or several of that number.
        """
        question = inquiry.standalone
        asked = ASKS_ITEM.search(question)
        if not asked:
            return None
        number = int(asked["number"]) if asked["number"] else ORDINALS[asked["ordinal"].lower()]
        about = ASKS_ITEM.sub(" ", question)
        hits = hits_to_read(self._index, question, inquiry.scope)
        hits = self._versions.choose(question, hits, inquiry.scope).hits
        for hit in hits:
            p = hit.passage
            if unmet(about, f"{p.title} {p.text}"):
                continue
            items = [item for item in _items(hit) if _numbered(item.text) == number]
            if len(items) == 1:
                sure = coverage(dict.fromkeys(content_words(about), 1.0), f"{p.title} {p.text}")
                return Reply([Statement(as_shown(items[0].text), (items[0],))], sure, hits)
        return None


def _items(hit: Hit) -> Iterator[Evidence]:
    """Yield the sentences of a hit that begin with their lines."""
    text = hit.passage.text
    for start, end in sentence_spans(text):
        if not text[text.rfind("\n", 0, start) + 1 : start].strip():
            yield sentence_of(hit, start, end, hit.score)


def _numbered(item: str) -> int | None:
    found = _NUMBER.match(item)
    return int(found[1]) if found else None
