"""What the list of articles tells of each: its date, its key sentences, its topics."""

from collections.abc import Iterable
from dataclasses import dataclass

from index.ranking.search import Index
from index.types import ListedArticle
from qa.writing.shown import as_shown

_SENTENCES = 3  # of a summary


@dataclass(frozen=True, slots=True)
class About:
    """What is told of one article; "" and none where it does not tell."""

    date: str = ""
    summary: str = ""
    topics: tuple[str, ...] = ()


def abouts(index: Index, shown: Iterable[ListedArticle]) -> dict[str, About]:
    """Return what is told of each of some articles, by their ids."""
    return {listed.id: _about(index, listed) for listed in shown}


def _about(index: Index, listed: ListedArticle) -> About:
    article, overview = index.article(listed.id), index.overview(listed.id)
    if article is None or overview is None:
        return About()
    written = overview.published.value if overview.published else ""
    sentences = (as_shown(article.text[slice(*span)]) for span in overview.key[:_SENTENCES])
    summary = " ".join(" ".join(sentences).split())
    return About(listed.published or written, summary, overview.topics)
