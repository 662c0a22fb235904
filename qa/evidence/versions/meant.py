"""Put the version that a question means before the others, in hits and in evidence."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from index.dates import dates
from index.language.english.versions.asked import ASKS_VERSION, BEFORE_VERSION
from index.ranking.search import Index
from index.types import Hit, Overview, Scope
from qa.evidence.versions.choosing import Meant, meant, two_named
from qa.evidence.versions.version import period, version_of
from qa.text.words import unmet
from qa.types import Found
from qa.writing.differing import alike

_READ_OF_MEANT = 2  # passages, at least
_LIKELY = 0.5  # probability that a sentence answers
_BEHIND = 3.0  # log odds that the sentence of the version that is meant may be less likely


@dataclass(frozen=True, slots=True)
class Choice:
    """A question and its hits once it is known which versions it means.

    `question` lacks the time or number that chose a version and that stands in no text. `instead`
    maps articles to the version of the same thing that is meant. `named`: by the question itself.
    """

    question: str
    hits: list[Hit]
    instead: Mapping[str, str] = field(default_factory=dict)
    named: bool = False


class Versions:
    """Which articles are versions of one thing, and which of them holds today."""

    def __init__(self, index: Index, today: Callable[[], date] = date.today) -> None:
        self._index = index
        self._today = today

    def choose(self, question: str, hits: Sequence[Hit], scope: Scope | None = None) -> Choice:
        """Return the question with its hits, those of the versions that it means before others."""
        related = self._index.related(dict.fromkeys(hit.passage.article_id for hit in hits))
        instead: dict[str, str] = {}
        named = False
        for article_id, others in related.items():
            if article_id in instead or article_id in instead.values():
                continue
            if found := self._meant(question, article_id, others, scope):
                named = named or found.named
                instead |= {one.article_id: found.version.article_id for one in found.others}
        if not instead:
            return Choice(question, list(hits))
        ordered = self._in_order(question, hits, instead)
        asked = _without_version(question, ordered, instead) if named else question
        return Choice(asked, ordered, instead, named)

    def _meant(
        self, question: str, article_id: str, others: Sequence[Overview], scope: Scope | None
    ) -> Meant | None:
        """Return which version of an article is meant, of those that may be looked at."""
        own = self._index.overview(article_id)
        among = [one for one in others if scope is None or one.article_id in scope.article_ids]
        versions = [version_of(one) for one in (own, *among) if one]
        return meant(question, versions, self._today()) if among else None

    def two(
        self, question: str, hits: Sequence[Hit], scope: Scope | None = None
    ) -> tuple[str, str] | None:
        """Return the articles of the two versions whose difference is asked for, the older first.

        Of what the best hit with versions tells; None where there are none.
        """
        related = self._index.related(dict.fromkeys(hit.passage.article_id for hit in hits))
        found = (hit.passage.article_id for hit in hits)
        best = next((one for one in found if one in related), "")
        known = (self._index.overview(best), *related.get(best, ()))
        among = [
            version_of(one)
            for one in known
            if one and (scope is None or one.article_id in scope.article_ids)
        ]
        pair = two_named(question, among, self._today())
        return (pair[0].article_id, pair[1].article_id) if pair else None

    def _in_order(
        self, question: str, hits: Sequence[Hit], instead: Mapping[str, str]
    ) -> list[Hit]:
        """Return hits, with those of a version that is meant before the first of any other.

        Its best passages are among them, whether the search has found them or not.
        """
        ordered: dict[int, Hit] = {}
        for hit in hits:
            if article_id := instead.get(hit.passage.article_id):
                scope = Scope(frozenset([article_id]))
                found = self._index.search(question, _READ_OF_MEANT, scope)
                known = [one for one in hits if one.passage.article_id == article_id]
                ordered |= {
                    one.passage.id: one for one in (*known, *found) if one.passage.id not in ordered
                }
            ordered.setdefault(hit.passage.id, hit)
        return list(ordered.values())


def meant_first(
    found: Sequence[Found], instead: Mapping[str, str], settles: Callable[[Found], bool]
) -> tuple[list[Found], list[Found]]:
    """Part evidence, best first, from what other versions say in place of the one that is meant.

    Where that one says nothing of it, the sentence of another is evidence. `settles` tells of a
    sentence that the readers doubt whether it answers: a rule is taken back in other words.
    """
    chosen = [item for item in found if not _has_its_place(item, found, instead)]
    version = instead.get(chosen[0].evidence.article_id) if chosen else None
    mine = next((item for item in chosen if item.evidence.article_id == version), None)
    if mine and settles(mine):
        others = [one for one in chosen if instead.get(one.evidence.article_id) != version]
        chosen = [mine, *(one for one in others if one is not mine)]
    return chosen, [item for item in found if item not in chosen]


def _has_its_place(item: Found, found: Sequence[Found], instead: Mapping[str, str]) -> bool:
    """Tell whether the version that is meant says something in place of a sentence of another."""
    version = instead.get(item.evidence.article_id)
    mine = (one for one in found if one.evidence.article_id == version)
    return any(
        (one.evidence.score >= _LIKELY and one.odds >= item.odds - _BEHIND)
        or alike(one.evidence.text, item.evidence.text)
        for one in mine
    )


def _without_version(question: str, hits: Sequence[Hit], instead: Mapping[str, str]) -> str:
    """Return a question without the time that no hit tells, and the number of a version.

    Of a version only the name of its file may tell its number.
    """
    own = [hit for hit in hits if hit.passage.article_id in instead.values()]
    spans = [(found.start, found.end, hits) for found in dates(question) if period(found)]
    spans += [(*match.span(), own) for match in ASKS_VERSION.finditer(question)]
    for start, end, read in sorted(spans, key=lambda span: -span[0]):
        before, told = BEFORE_VERSION.sub("", question[:start]), question[start:end]
        if before != question[:start] and unmet(told, " ".join(map(_text, read))):
            question = before + question[end:]
    return question


def _text(hit: Hit) -> str:
    return f"{hit.passage.title} {hit.passage.text}"
