"""Make the overviews of new and changed articles, when all passages are stored."""

from collections.abc import Iterable, Iterator

from index.storage.writing import WritableStore
from index.types import Overview


def sum_up(store: WritableStore, article_ids: Iterable[str]) -> Iterator[int]:
    """Store the overviews of articles; yield how many are done."""
    for done, article_id in enumerate(article_ids, 1):
        article = store.article(article_id)
        assert article is not None, "what is to be summed up has just been stored"
        store.add_overview(Overview(article.id, article.title, article.source))
        yield done
