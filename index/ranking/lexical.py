"""Lexical search: BM25 by SQLite's FTS5, over the words of a query that tell passages apart."""

from itertools import accumulate

import numpy as np

from index.bigrams import words_of
from index.ranking.dated import date_phrases
from index.storage.store import Store

_BUDGET = 8_000  # passages that one search ranks, at about 1 µs each (`python -m eval.bench.scale`)
# Times as many, where the search is limited to few: to pass by the others costs a tenth at most.
_PASSED_BY = 10


class Lexical:
    """The lexical index of a store. Counts of words are kept until the generation changes."""

    def __init__(self, store: Store, budget: int = _BUDGET) -> None:
        self._store = store
        self._budget = budget
        self._frequencies: dict[str, int] = {}
        self._generation = -1  # that the counts are of

    def search(
        self, query: str, limit: int, generation: int, among: np.ndarray | None = None
    ) -> list[int]:
        """Return the ids of the passages that share words with the query, best first.

        A date counts in each of its forms. The rarest words count, as far as all of them together
        stand in no more passages than one search ranks; the rarest one always. Common words say
        little and cost most. `among` some passages, given by their ids, only these are ranked.
        """
        few = among is not None and len(among) <= self._budget
        budget = self._budget * (_PASSED_BY if few else 1)
        asked = [*words_of(query), *date_phrases(query)]
        counted = {word: self.frequency(word, generation) for word in asked}
        rarest = sorted((word for word in counted if counted[word]), key=lambda word: counted[word])
        totals = accumulate(counted[word] for word in rarest)
        chosen = [
            word
            for n, (word, total) in enumerate(zip(rarest, totals, strict=True))
            if n == 0 or total <= budget
        ]
        return self._store.ranked(chosen, limit, among) if chosen else []

    def frequency(self, word: str, generation: int) -> int:
        """Count the passages that hold a word or a form of it."""
        if generation != self._generation:
            self._generation, self._frequencies = generation, {}
        if word not in self._frequencies:
            self._frequencies[word] = self._store.document_frequency(word)
        return self._frequencies[word]
