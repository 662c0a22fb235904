"""What a build writes: all or nothing, in place of what was, and nothing of what is gone.

With it what reads it back: `stored`, `file_notes`, `schema`, and the
nouns of `index.types`.
"""

from contextlib import closing
from dataclasses import replace

import numpy as np
import pytest

from index.cleaning.cleaning import Change
from index.reading.readers import ReadArticle, Skipped
from index.storage.store import Store
from index.storage.writing import NewPassage, WritableStore

OWL = ReadArticle(
    "owl-1", "Owls", "The owls numbered 77.", "a/owl.txt", "f00", (Change("hidden", "x", ""),)
)


INN = ReadArticle("inn-1", "The inn", "The inn has 12 rooms.", "a/inn.txt", "f11", ())


def add(store: WritableStore, article: ReadArticle, key: int = 1) -> None:
    """Store an article of one file, as one passage whose vector is its length."""
    end = len(article.text)
    passage = NewPassage(0, end, 4, np.full(3, end, np.float32))
    store.add(article, article.source, key)
    store.add_passages(article.id, article.title, article.text, [passage])
    store.count()


def only_id(store: Store) -> int:
    ((ids, _),) = list(store.vectors())
    (one,) = ids
    return int(one)


def test_what_is_added_is_read_back(store: WritableStore) -> None:
    add(store, OWL, key=-(2**63))
    (article,) = store.articles()
    assert (article.id, article.title, article.text) == (OWL.id, OWL.title, OWL.text)
    assert (article.sources, article.characters) == (("a/owl.txt",), len(OWL.text))
    assert list(store.changes()) == [("a/owl.txt", OWL.changes[0])]
    assert store.with_text(-(2**63)) == ("owl-1", "a/owl.txt")
    assert store.with_text(5) is None
    assert store.counts() == (1, 1)
    passage = store.passages([only_id(store), 999])[only_id(store)]
    assert (passage.text, passage.start, passage.end) == (OWL.text, 0, len(OWL.text))


def test_what_the_file_gives_is_read_back(store: WritableStore) -> None:
    add(store, replace(OWL, published="2024-05-06", url="https://x.example", author="Ann Reed"))
    (article,) = store.articles()
    given = article.published, article.url, article.author
    assert given == ("2024-05-06", "https://x.example", "Ann Reed")


def test_pages_are_read_back_with_the_article_and_its_passages(store: WritableStore) -> None:
    pages = ((0, 1), (4, 3))
    store.add(replace(OWL, pages=pages), OWL.source, 1)
    vector = np.ones(3, np.float32)
    passages = [NewPassage(0, 8, 2, vector, 1), NewPassage(4, 21, 4, vector, 3)]
    store.add_passages(OWL.id, OWL.title, OWL.text, passages)
    (article,) = store.articles()
    assert article.pages == pages
    ((ids, _),) = list(store.vectors())
    assert [passage.page for passage in store.passages(ids.tolist()).values()] == [1, 3]
    store.replace_text(OWL.id, "owls", ((0, 3),))
    changed = store.article(OWL.id)
    assert changed is not None
    assert (changed.text, changed.pages) == ("owls", ((0, 3),))


@pytest.mark.parametrize(
    "text", ["👩‍👩‍👧 owls", "a\u2028b owls", "é" * 9 + " owls", "'; DROP owls --"]
)
def test_texts_of_any_letters_come_back_as_they_are(store: WritableStore, text: str) -> None:
    add(store, replace(OWL, text=text, title=text))
    stored = store.article(OWL.id)
    assert stored is not None
    assert (stored.text, stored.title) == (text, text)
    assert store.passages([only_id(store)])[only_id(store)].text == text
    assert store.ranked(["owls"], 5) == [only_id(store)]


def test_a_failure_leaves_nothing_of_a_transaction(store: WritableStore) -> None:
    def fail() -> None:
        with store.transaction():
            add(store, INN)
            raise KeyError

    add(store, OWL)
    with pytest.raises(KeyError):
        fail()
    assert store.sources() == {"a/owl.txt"}
    with store.transaction():
        add(store, INN)
    assert store.sources(own=True) == {"a/inn.txt", "a/owl.txt"}


def test_readers_see_the_store_before_or_after_a_transaction_never_half_of_it(
    store: WritableStore,
) -> None:
    add(store, OWL)
    with closing(Store(store.path)) as reader:
        with store.transaction():
            add(store, INN)
            assert reader.counts() == (1, 1)
            assert reader.article("inn-1") is None
        with reader.snapshot():
            before = reader.counts()
            with store.transaction():
                store.remove("a/owl.txt")
                store.count()
            assert reader.counts() == before == (2, 2)
        assert reader.counts() == (1, 1)


def test_an_article_that_is_replaced_leaves_no_passage_and_its_id_is_not_used_again(
    store: WritableStore,
) -> None:
    add(store, OWL)
    old = only_id(store)
    add(store, replace(OWL, text="The owls numbered 78.", changes=()))
    assert only_id(store) > old
    assert store.passages([old]) == {}
    assert store.removed_since(0).tolist() == [old]
    assert store.removed_since(1).tolist() == []
    assert store.ranked(["77"], 5) == []
    assert list(store.changes()) == []
    store.forget_removed(1)
    assert store.removed_since(0).tolist() == []


def test_a_duplicate_is_listed_with_its_article_and_lost_with_it(store: WritableStore) -> None:
    add(store, OWL)
    copy = replace(OWL, id="copy-1", source="a/copy.txt")
    store.add_duplicate(copy, copy.source, "exact", OWL.id)
    assert store.articles()[0].sources == ("a/owl.txt", "a/copy.txt")
    assert store.notes.is_current("a/copy.txt", "f00")
    assert not store.notes.is_current("a/copy.txt", "f01")
    assert store.notes.orphans() == []
    store.remove("a/owl.txt")
    assert store.notes.orphans() == ["a/copy.txt"]
    assert store.notes.sources_of("a/copy.txt") == {"a/copy.txt": ("f00", None)}
    assert not store.notes.is_current("a/copy.txt", "f00")


def test_what_is_noted_of_a_file_is_replaced_restamped_and_forgotten(store: WritableStore) -> None:
    skipped = [Skipped("a/x.jsonl#2", "is not JSON"), Skipped("a/x.jsonl#1", "is not JSON")]
    store.notes.keep("a/x.jsonl", "", "", skipped)
    store.notes.keep("a/y.txt", "f00", "1:2:3", [])
    assert store.skipped() == [("a/x.jsonl#1", "is not JSON"), ("a/x.jsonl#2", "is not JSON")]
    assert store.hashes() == {"a/x.jsonl": "", "a/y.txt": "f00"}
    store.notes.restamp("a/y.txt", "4:5:6")
    assert store.files()["a/y.txt"] == ("f00", "4:5:6")
    store.notes.keep("a/x.jsonl", "f01", "", skipped[:1])
    assert len(store.skipped()) == 1
    store.notes.forget("a/x.jsonl")
    assert (store.skipped(), set(store.files())) == ([], {"a/y.txt"})


def test_a_renewed_store_is_empty_and_goes_on_counting(store: WritableStore) -> None:
    add(store, OWL)
    store.set_meta(generation="7")
    identity, last = store.meta()["identity"], only_id(store)
    store.renew()
    assert (store.generation, store.articles(), store.sources()) == (7, [], set())
    assert store.meta()["identity"] != identity
    add(store, OWL)
    assert only_id(store) > last


def test_words_are_found_in_all_their_forms_and_without_accents(store: WritableStore) -> None:
    add(store, replace(OWL, text="She loaned the cafés 77 sheep; the loans were paid."))
    for word in ("loan", "loaning", "cafe", "café", "SHEEP", "77"):
        assert store.ranked([word], 5) == [only_id(store)], word
        assert store.document_frequency(word) == 1
    assert store.document_frequency("goat") == 0
    assert store.ranked(["goat", "owls"], 5) == [only_id(store)]  # the title counts, too


def test_vectors_come_after_an_id_in_the_order_of_the_ids(store: WritableStore) -> None:
    assert list(store.vectors()) == []
    add(store, OWL)
    first = only_id(store)
    add(store, INN)
    ((ids, vectors),) = list(store.vectors())
    assert (ids[0], vectors.shape) == (first, (2, 3))
    assert vectors[:, 0].tolist() == [len(OWL.text), len(INN.text)]
    ((later, _),) = list(store.vectors(after=first))
    assert later.tolist() == ids[1:].tolist()
    assert store.passages_after(first) == 1


def test_a_store_that_searches_still_read_is_settled_later(store: WritableStore) -> None:
    with closing(Store(store.path)) as reader, reader.snapshot():
        reader.counts()
        add(store, OWL)
        store.settle()
        assert reader.counts() == (0, 0)
    store.settle()
    assert store.path.with_name("index.sqlite-wal").stat().st_size == 0


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (["水厂"], True),
        (["水"], True),  # a single character
        (["园"], True),  # the last one of a run
        (["水厂将改造"], True),  # a phrase
        (["厂水"], False),
        (["改园"], False),
        (["2021年6月"], True),
        (["ravel"], True),
    ],
)
def test_text_without_spaces_is_found_by_parts_of_it(
    store: WritableStore, words: list[str], found: bool
) -> None:
    add(store, replace(OWL, title="青石镇", text="2021年6月18日旧水厂将改造成Ravel公园。"))
    assert bool(store.ranked(words, 5)) is found
    assert bool(store.document_frequency(words[0])) is found
    assert bool(store.holding(words[0])) is found
