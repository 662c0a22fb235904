from index.reading.readers import ReadArticle
from index.storage.writing import WritableStore


def add(store: WritableStore, name: str) -> None:
    source = f"{name}.txt"
    store.add(ReadArticle(name, "Owls", "The owls numbered 77.", source, "f00", ()), source, 1)


def test_near_duplicates_are_found_by_shared_keys_those_that_share_most_first(
    store: WritableStore,
) -> None:
    for name in ("a", "b", "c"):
        add(store, name)
    store.near.add("a", [1])
    store.near.add("b", [1, 2, -3])
    store.near.add("c", [9])
    assert store.near.likely([1, 2, -3], 5) == ["b", "a"]
    assert store.near.likely([1, 2, -3], 1) == ["b"]
    assert store.near.likely([], 5) == store.near.likely([4], 5) == []
    store.remove("b.txt")
    assert store.near.likely([1, 2, -3], 5) == ["a"]


def test_lines_are_counted_in_a_site_and_all_below_it(store: WritableStore) -> None:
    for name in ("s/a", "s/t/b", "so/c"):
        add(store, name)
        store.lines.add(name, f"{name.rsplit('/', 1)[0]}/", {5: "Back to top"})
    assert store.lines.of("s/t/b") == [(5, "s/t/")]
    assert (store.lines.having(5, "s/"), store.lines.articles("s/")) == (2, 2)
    assert (store.lines.having(5, "s/t/"), store.lines.having(6, "s/")) == (1, 0)
    assert store.lines.articles("so/") == 1
