"""Make the overview of one article, out of its text, its passages and their vectors."""

from collections.abc import Collection, Sequence

from index.embedder import Vectors
from index.overview.key_sentences import key_sentences
from index.overview.signed import signed
from index.overview.telling import telling_sentences
from index.overview.terms import Rarity
from index.overview.titles import overview_title
from index.overview.topics import topics
from index.overview.validity import series, validity
from index.sentences import Span
from index.types import Article, Overview


def make(
    article: Article,
    passages: Sequence[Span],
    vectors: Vectors,
    rarity: Rarity,
    shared_titles: Collection[str] = (),
) -> Overview:
    """Return what an article is about and what it tells of itself.

    `vectors` are those of its passages, `shared_titles` the titles that several articles have.
    """
    told = signed(article.text, article.published, article.author)
    signatures = [article.text.find(one.value, one.start) for one in told.values()]
    sentences = telling_sentences(article.text, signatures)
    holds = validity(article.title, article.text, article.source)
    signers = " ".join(told[name].value for name in ("author", "publisher") if name in told)
    found = topics(article.title, article.text, rarity, signers)
    return Overview(
        article.id,
        overview_title(article, told, found, rarity, shared_titles),
        article.source,
        **told,
        **holds,
        series=series(article.title, article.source, holds),
        key=key_sentences(article.text, sentences, rarity, passages, vectors),
        topics=found,
    )
