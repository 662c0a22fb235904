from collections.abc import Callable, Mapping

from index.types import Scope
from qa.ways.catalogue.holdings import holdings
from qa.ways.catalogue.view import View

MILL = "The mill at Lenn was built in 1874. It ground corn."
BRIDGE = "The bridge at Marrow is 240 metres long. A mill stands beside it."
BOTH = {"mill.txt": MILL, "bridge.txt": BRIDGE}
Seen = Callable[[Mapping[str, str]], View]


def said(view: View, words: str) -> str:
    reply = holdings(view, words, counted=True)
    assert reply
    return reply.statements[0].text


def test_the_articles_that_hold_some_words_are_counted(seen: Seen) -> None:
    view = seen(BOTH)
    assert said(view, "mill") == "2 of the 2 articles mention “mill”:"
    assert said(view, "corn") == "1 of the 2 articles mentions “corn”:"
    assert said(view, "corn or beside") == "2 of the 2 articles mention “corn or beside”:"
    assert said(view, "dragons") == "None of the 2 articles mentions “dragons”."


def test_one_article_alone_is_not_counted(seen: Seen) -> None:
    view = seen({"mill.txt": MILL})
    assert said(view, "mill") == "The article mentions “mill”:"
    assert said(view, "dragons") == "The article does not mention “dragons”."


def test_nor_is_the_one_that_a_question_is_limited_to(seen: Seen) -> None:
    view = seen(BOTH)
    (bridge,) = (it.id for it in view.index.articles() if "bridge" in it.text)
    limited = View(view.index, view.embedder, Scope(frozenset({bridge})))
    assert said(limited, "mill") == "The article mentions “mill”:"
    assert said(limited, "corn") == "The article does not mention “corn”."


def test_many_words_that_no_article_has_are_a_question_of_their_own(seen: Seen) -> None:
    view, words = seen(BOTH), "bridge of which the mayor will paint both ends"
    assert holdings(view, words, counted=False) is None
    assert holdings(view, words, counted=False, named=True)
    assert holdings(view, "bridge of sighs", counted=False)
