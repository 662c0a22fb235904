"""Make the overviews of new and changed articles, when all passages are stored."""

from collections.abc import Callable, Iterable, Iterator
from math import log

from index.overview.making import make
from index.storage.writing import WritableStore
from index.types import Overview

# Whatever a text holds must not cost the article; a fault of the disk does end a build.
_FAILURES = (
    ArithmeticError,
    AttributeError,
    LookupError,
    MemoryError,
    RecursionError,
    TypeError,
    ValueError,
)


class _Rarity:
    """How much a word tells: the logarithm of all passages over those that hold it.

    Counts are kept for a build.
    """

    def __init__(self, store: WritableStore) -> None:
        self._store = store
        self._passages = store.passages_after(0)
        self._known: dict[str, float] = {}

    def __call__(self, word: str) -> float:
        """Return how much a word tells."""
        if word not in self._known:
            holding = max(1, self._store.document_frequency(word))
            self._known[word] = log(1 + self._passages / holding)
        return self._known[word]


def sum_up(
    store: WritableStore, article_ids: Iterable[str], make: Callable[..., Overview] = make
) -> Iterator[int]:
    """Store the overviews of articles; yield how many are done.

    One that cannot be made tells nothing but the title.
    """
    rarity, shared = _Rarity(store), store.shared_titles()
    for done, article_id in enumerate(article_ids, 1):
        article = store.article(article_id)
        assert article is not None, "what is to be summed up has just been stored"
        passages = [(start, end) for start, end, _ in store.passages_of(article_id)]
        vectors = store.vectors_of(article_id)
        try:
            made = make(article, passages, vectors, rarity, shared)
        except _FAILURES:
            made = Overview(article.id, article.title, article.source)
        store.add_overview(made)
        yield done
