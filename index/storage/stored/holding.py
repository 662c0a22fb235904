"""Find every article that holds some words: in the words' own order, in a passage, or anywhere."""

import re

from index.language.east_asian import NARROW
from index.storage.database import Database

_HOLDING = """SELECT p.article_id, p.start, p.end FROM words JOIN passages p ON p.id = words.rowid
WHERE words MATCH ? ORDER BY rank"""
_ARTICLES = """SELECT DISTINCT p.article_id FROM words JOIN passages p ON p.id = words.rowid
WHERE words MATCH ?"""

Held = tuple[str, int, int]  # an article, start and end of a passage of it


class Holding(Database):
    """The articles that hold what is asked for; none is left out, so that they can be counted."""

    def holding(self, words: str, limit: int | None = None) -> list[Held]:
        """Return the articles that hold words in text or title, each with its best passage.

        Where no article holds them as a phrase: those with all words in one passage, then those
        with all words. Forms of a word count as the word. Best first by BM25.
        """
        asked = [f'"{word}"' for word in re.findall(r"\w+", words.translate(NARROW))]
        if not asked:
            return []
        phrase = f'"{" ".join(word.strip(chr(34)) for word in asked)}"'
        with self._readable():
            found = self._best(phrase) or self._best(" AND ".join(asked)) or self._apart(asked)
        return found[:limit]

    def _best(self, match: str) -> list[Held]:
        """Return the best passage of each article that matches."""
        best: dict[str, Held] = {}
        for held in self._db.execute(_HOLDING, (match,)):
            best.setdefault(held[0], held)
        return list(best.values())

    def _apart(self, asked: list[str]) -> list[Held]:
        """Return the articles that hold all words, in whichever of their passages."""
        having = [{row[0] for row in self._db.execute(_ARTICLES, (word,))} for word in asked]
        articles = set.intersection(*having)
        return [held for held in self._best(" OR ".join(asked)) if held[0] in articles]
