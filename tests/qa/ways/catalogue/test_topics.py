from collections.abc import Callable, Mapping

import numpy as np

from qa.ways.catalogue.topics import chosen, summed_up
from qa.ways.catalogue.view import View

Seen = Callable[[Mapping[str, str]], View]


def test_what_is_near_and_new_is_chosen() -> None:
    vectors = np.array([[1, 0], [1, 0], [0, 1]], dtype=np.float32)
    assert list(chosen(np.array([0.9, 0.9, 0.7], np.float32), vectors, 2)) == [0, 2]
    assert list(chosen(np.array([0.9, 0.9, 0.7], np.float32), vectors, 5)) == [0, 2, 1]


def test_a_subject_is_summed_up_from_all_articles_in_their_order(view: View) -> None:
    reply = summed_up(view, "drinking water in Maigaiti")
    assert reply
    assert reply.listed
    assert "30 safe water drinking stations" in " ".join(said.text for said in reply.statements)
    places = [(item.source, item.start) for said in reply.statements for item in said.proof]
    assert places == sorted(places)


def test_a_name_is_summed_up_from_the_articles_that_have_it(seen: Seen) -> None:
    texts = {
        "mill.txt": "Ada Fenn said that the mill of Lenn will grind corn for ten more years.",
        "bridge.txt": "Mayor Lund said that the bridge of Marrow will be painted for the feast.",
    }
    reply = summed_up(seen(texts), "what Ada Fenn said")
    assert reply
    assert {item.source for said in reply.statements for item in said.proof} == {
        "articles/mill.txt"
    }


def test_a_subject_that_no_article_has_is_not_summed_up(view: View) -> None:
    assert summed_up(view, "volcanoes of Iceland") is None
