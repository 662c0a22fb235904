from dataclasses import replace

from index.types import Article
from qa.history.conversations import Conversations
from qa.history.kept import Conversation, StoredTurn
from qa.history.transcript import (
    changes_since,
    cited_versions,
    conversation_json,
    places_now,
    to_json,
    to_markdown,
    turn_json,
)
from qa.types import Validity
from tests.qa.history.conftest import ARTICLE, QUOTE, answer

CONVERSATION = Conversation("c-1", "Bridges", "2026-01-01", "2026-01-02", 2)
TURN = StoredTurn("t-1", "c-1", answer(), {"bridge-1": "aaa"}, "2026-01-01")
NOW = {"bridge-1": ARTICLE}


def asked(question: str, text: str, **fields: object) -> StoredTurn:
    """A turn whose answer differs in some fields."""
    return replace(TURN, answer=answer(question, text).model_copy(update=fields))


def test_markdown_and_json_hold_question_answer_quotes_and_generation(kept: Conversations) -> None:
    conversation = kept.start("Bridges")
    turn = kept.add(conversation.id, answer(), {})
    text = to_markdown(conversation, [turn])
    begin = "# Bridges\n\n## When was the bridge opened?\n\nIn 1874. [1]\n\n"
    assert text.startswith(f"{begin}> [1] The bridge was opened in 1874.")
    assert "generation 3" in text
    assert to_json(conversation, [turn])["turns"][0]["citations"] == [
        citation.model_dump() for citation in answer().citations
    ]


def test_a_replayed_answer_says_which_articles_changed(kept: Conversations) -> None:
    turn = kept.add(
        kept.start("x").id, answer(), cited_versions(answer(), {"bridge-1": ARTICLE}.get)
    )
    assert changes_since(turn, {"bridge-1": ARTICLE}.get) == []
    (gone,) = changes_since(turn, lambda _: None)
    assert (gone["status"], gone["title"]) == ("removed", "The bridge")
    edited = Article("bridge-1", "The bridge", "It fell.", "a/bridge.txt", "bbb", "2026-02-02")
    (changed,) = changes_since(turn, {"bridge-1": edited}.get)
    assert (changed["status"], changed["since"], changed["quotes_stand"]) == (
        "changed",
        "2026-02-02",
        False,
    )


def test_a_question_or_quote_of_several_lines_stays_one_heading_and_one_quote() -> None:
    quote = answer().citations[0].model_copy(update={"quote": "It was\n\nopened."})
    text = to_markdown(CONVERSATION, [asked("When\n# was it?", "In 1874.", citations=[quote])])
    assert "## When # was it?\n" in text
    assert "> [1] It was opened.\n>\n> — The bridge (a/bridge.txt)\n" in text


def test_a_quote_has_its_source_with_its_validity() -> None:
    validity = Validity("version 1", valid_until="2022")
    quote = answer().citations[0].model_copy(update={"validity": validity})
    text = to_markdown(CONVERSATION, [asked("When?", "In 1874.", citations=[quote])])
    assert "— The bridge (a/bridge.txt, version 1, valid until 2022)\n" in text


def test_a_quote_of_an_article_with_pages_is_told_with_its_page() -> None:
    quote = answer().citations[0].model_copy(update={"page": 3})
    text = to_markdown(CONVERSATION, [asked("When?", "In 1874.", citations=[quote])])
    assert "> — The bridge (a/bridge.txt, page 3)\n" in text


def test_a_declined_answer_has_no_quotes_and_an_old_one_an_unknown_index() -> None:
    declined = asked("Who?", "The articles do not say.", citations=[], models={})
    text = to_markdown(CONVERSATION, [declined])
    assert ">" not in text
    assert text.endswith("The articles do not say.\n\n*2026-01-01, index unknown*\n")


def test_turns_follow_each_other_in_order() -> None:
    turns = [asked(f"Question {number}?", "Yes. [1]") for number in range(3)]
    text = to_markdown(CONVERSATION, turns)
    assert [line for line in text.splitlines() if line.startswith("## ")] == [
        f"## Question {number}?" for number in range(3)
    ]


def test_a_conversation_in_a_list_has_its_count_and_no_turns() -> None:
    listed = conversation_json(CONVERSATION)
    assert listed["turn_count"] == 2
    assert "turns" not in listed
    assert to_json(CONVERSATION, [])["turns"] == []


def test_what_people_said_stands_beside_the_answer() -> None:
    assert turn_json(TURN)["feedback"] is None
    said = turn_json(replace(TURN, up=False, comment="Wrong year"))
    assert said["feedback"] == {"up": False, "comment": "Wrong year"}
    assert said["answer"] == "In 1874. [1]"
    assert said["id"] == "t-1"


def test_an_article_that_changed_elsewhere_still_holds_its_quotes() -> None:
    longer = replace(ARTICLE, text=f"New. {ARTICLE.text}", sha256="bbb")
    (change,) = changes_since(TURN, {"bridge-1": longer}.get)
    assert (change["status"], change["quotes_stand"]) == ("changed", True)


def test_a_removed_article_that_no_quote_names_is_told_by_its_id() -> None:
    turn = replace(asked("When?", "In 1874.", citations=[]), versions={"gone-7": "aaa"})
    (change,) = changes_since(turn, NOW.get)
    assert (change["article_id"], change["title"]) == ("gone-7", "gone-7")


def test_quotes_and_passages_get_the_places_where_they_stand_today() -> None:
    passage = {**QUOTE, "text": "opened in 1874", "start": 15, "end": 29}
    quote = {**QUOTE, "answer_ranges": [(25, 29)], "line": 3}
    kept = {"answer": "In 1874.", "citations": [quote], "passages": [passage]}
    assert places_now(kept, NOW.get) == kept

    longer = {"bridge-1": replace(ARTICLE, text=f"New. {ARTICLE.text}")}
    moved = places_now(kept, longer.get)
    assert (moved["citations"][0]["start"], moved["citations"][0]["end"]) == (5, 35)
    assert moved["citations"][0]["answer_ranges"] == [(30, 34)]
    assert moved["citations"][0]["line"] is None
    assert (moved["passages"][0]["start"], moved["passages"][0]["end"]) == (20, 34)
    assert moved["answer"] == "In 1874."

    paged = {"bridge-1": replace(longer["bridge-1"], pages=((0, 1), (5, 2), (20, 3)))}
    told = places_now(kept, paged.get)
    assert [told[kind][0]["page"] for kind in ("citations", "passages")] == [2, 3]

    other = {"bridge-1": replace(ARTICLE, text="It was opened in 1874.")}
    partly = places_now(kept, other.get)
    assert partly["citations"][0]["gone"] is True
    assert "gone" not in partly["passages"][0]
    assert places_now(kept, lambda _: None)["passages"][0]["gone"] is True


def test_the_version_of_an_article_is_kept_once_and_of_a_missing_one_not_at_all() -> None:
    twice = answer().model_copy(update={"citations": answer().citations * 2})
    looked: list[str] = []

    def find(article_id: str) -> Article:
        looked.append(article_id)
        return ARTICLE

    assert cited_versions(twice, find) == {"bridge-1": "aaa"}
    assert looked == ["bridge-1"]
    assert cited_versions(answer(), lambda _: None) == {}
