from typing import TYPE_CHECKING

from index.ranking.lexical import Lexical
from index.storage.store import Store

if TYPE_CHECKING:
    from tests.index.conftest import Folder


def test_a_search_ranks_by_the_rarest_words_within_its_budget(folder: "Folder") -> None:
    for n in range(30):
        folder.write(f"tower{n}.txt", f"The tower of place number {n} has many bells.")
    folder.write("owl.txt", "The observatory counted owls.")
    folder.build()
    store = Store(folder.data / "index.sqlite")
    (owl,) = Lexical(store).search("owls", 50, 1)
    assert len(Lexical(store).search("the tower owls", 50, 1)) == 33
    assert Lexical(store, budget=10).search("the tower owls unheard", 50, 1) == [owl]
    assert (
        len(Lexical(store, budget=10).search("tower", 50, 1)) == 30
    )  # the rarest word counts whatever it costs
    assert Lexical(store).search("unheard of?", 50, 1) != []
    assert Lexical(store).search("unheard", 50, 1) == []


def test_counts_of_words_follow_the_generations(folder: "Folder") -> None:
    folder.build()
    index = folder.open()
    assert index.document_frequency("owls") == 0
    folder.write("owl.txt", "The observatory counted owls.")
    folder.build()
    index.search("owls")
    assert index.document_frequency("owls") == 1


def test_wide_letters_are_found_as_people_type_them_and_the_other_way_round(
    folder: "Folder",
) -> None:
    folder.write("rail.txt", "The ＡＢＣ railway opened.")
    folder.write("mill.txt", "The XYZ mill opened.")
    folder.build()
    store = Store(folder.data / "index.sqlite")
    assert len(Lexical(store).search("abc", 50, 1)) == 1
    assert len(Lexical(store).search("ｘｙｚ", 50, 1)) == 1
