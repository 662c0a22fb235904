"""Drop what most articles of a site repeat, and what says nothing."""

from collections.abc import Iterable

from index.cleaning.boilerplate import MIN_ARTICLES, MOST, repeatable_lines, without_lines
from index.reading.readers import ReadArticle
from index.storage.writing import WritableStore


class Repeated:
    """The lines of all articles that may go, and how many of a site have each."""

    def __init__(self, store: WritableStore) -> None:
        self._store = store
        self._common: dict[tuple[int, str], bool] = {}  # whether most articles of a site have it
        self._sizes: dict[str, int] = {}  # the articles of a site

    def note(self, article: ReadArticle, file: str) -> None:
        """Keep the lines of an article that may go; a .jsonl file is a site of its own."""
        source = article.source
        site = f"{file}#" if source != file else source[: source.rfind("/") + 1]
        lines = repeatable_lines(article.title, article.text, article.links)
        self._store.lines.add(article.id, site, lines)

    def drop(self, article_ids: Iterable[str]) -> None:
        """Drop from these articles what most of their sites repeat; call it when all are noted."""
        for article_id in article_ids:
            lines = self._store.lines.of(article_id)
            repeated = {line for line, site in lines if self._is_repeated(line, site)}
            stored = self._store.article(article_id) if repeated else None
            if stored is None:
                continue
            shorter, changes, pages = without_lines(stored.text, repeated, stored.pages)
            if changes:
                self._store.replace_text(article_id, shorter, pages)
                self._store.add_changes(article_id, changes)

    def _is_repeated(self, line: int, site: str) -> bool:
        """Tell whether most articles of the folder, or of one above it, have a line."""
        above = [site[: place + 1] for place, char in enumerate(site) if char == "/"]
        return any(self._is_common(line, part) for part in dict.fromkeys((site, *reversed(above))))

    def _is_common(self, line: int, site: str) -> bool:
        if (line, site) not in self._common:
            having = self._store.lines.having(line, site)
            if site not in self._sizes and having >= MIN_ARTICLES:
                self._sizes[site] = self._store.lines.articles(site)
            most = having >= MIN_ARTICLES and having > MOST * self._sizes[site]
            self._common[line, site] = most
        return self._common[line, site]
