"""Where an article that is gone is found again."""

from index.reading.readers import RawArticle, ReadArticle
from index.reading.text_format import read_text
from index.storage.writing import WritableStore


def article(source: str, text: str, sha256: str) -> ReadArticle:
    raw = RawArticle(source, text.encode(), sha256, read_text, emptied=False).read()
    assert isinstance(raw, ReadArticle)
    return raw


def add(store: WritableStore, source: str, sha256: str) -> str:
    one = article(source, f"{source} is here.", sha256)
    store.add(one, source, 0)
    return one.id


def test_an_article_that_is_gone_is_found_by_its_bytes_and_better_by_its_place(
    store: WritableStore,
) -> None:
    with store.transaction():
        old, same = add(store, "a/old.txt", "1"), add(store, "b/same.txt", "1")
        new = add(store, "c/new.txt", "2")
        assert store.standing_for([old, same]) == {}
        store.remove("a/old.txt")
        assert store.standing_for([old, "none"]) == {old: same}
        store.former.replace(old, "c/new.txt", "1")
        assert store.standing_for([old]) == {old: new}
        found = store.article(old)
        assert found is not None
        assert found.id == new
        assert add(store, "a/old.txt", "3") == old
        assert store.standing_for([old]) == {}


def test_a_near_duplicate_does_not_stand_for_an_article(store: WritableStore) -> None:
    with store.transaction():
        old, other = add(store, "a/old.txt", "1"), add(store, "b/other.txt", "2")
        store.remove("a/old.txt")
        store.add_duplicate(article("c/like.txt", "Like it.", "1"), "c/like.txt", "near", other)
        assert store.standing_for([old]) == {}
        store.add_duplicate(article("c/like.txt", "Like it.", "1"), "c/like.txt", "exact", other)
        assert store.standing_for([old]) == {old: other}


def test_an_index_that_is_made_anew_knows_what_it_had(store: WritableStore) -> None:
    with store.transaction():
        old = add(store, "a/old.txt", "1")
        store.renew()
        assert store.article(old) is None
        new = add(store, "b/new.txt", "1")
        assert store.standing_for([old]) == {old: new}
