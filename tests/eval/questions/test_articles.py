from eval.questions.articles import articles_of, file_name, titles_of, written
from eval.questions.formats.raw import RawSet, Record

BRIDGE, FERRY = "The bridge is long.", "The ferry is old."


def record(*documents: tuple[str, str]) -> Record:
    return Record("r", "Who?", True, ("x",), documents, ())


def test_a_text_has_the_first_title_that_it_comes_with() -> None:
    records = (record(("", BRIDGE), ("Ferry", FERRY)), record(("A bridge", BRIDGE)))
    raw = RawSet((*records, record(("Another", BRIDGE))), corpus=(("", FERRY),))
    assert titles_of(raw) == {FERRY: "Ferry", BRIDGE: "A bridge"}


def test_each_text_is_one_article_and_one_that_says_nothing_is_none() -> None:
    titles = {BRIDGE: "A bridge", FERRY: "", "—": "Marks"}
    documents = [("", BRIDGE), ("", "—"), ("Old", FERRY), ("", BRIDGE)]
    articles = articles_of(documents, titles)
    assert list(articles.values()) == [("A bridge", BRIDGE), ("", FERRY)]
    assert list(articles) == [file_name("A bridge", BRIDGE), file_name("", FERRY)]


def test_a_file_is_named_after_its_title_and_known_by_its_text() -> None:
    assert file_name("A bridge", BRIDGE).startswith("a-bridge-")
    assert file_name("A bridge", BRIDGE) == file_name("A bridge", BRIDGE)
    assert file_name("A bridge", BRIDGE) != file_name("A bridge", FERRY)
    assert file_name("桥", BRIDGE).startswith("article-")
    assert file_name("../../etc/passwd", BRIDGE).startswith("etc-passwd-")


def test_a_file_opens_with_its_title_where_there_is_one() -> None:
    assert written("A bridge", BRIDGE) == f"A bridge\n\n{BRIDGE}\n"
    assert written("", BRIDGE) == f"{BRIDGE}\n"
