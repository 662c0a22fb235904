from collections.abc import Iterator
from pathlib import Path

import pytest

from index.types import Article, WellspringError
from qa.history.conversations import Conversations, Quoted, read_feedback
from qa.history.transcript import changes_since, cited_versions, to_json, to_markdown
from qa.types import Turn
from qa.wire import AnswerOut

ARTICLE = Article(
    "bridge-1", "The bridge", "The bridge was opened in 1874.", "a/bridge.txt", "aaa", "2026-01-01"
)


def answer(question: str = "When was the bridge opened?", text: str = "In 1874. [1]") -> AnswerOut:
    quote = {
        "marker": 1,
        "article_id": "bridge-1",
        "title": "The bridge",
        "source": "a/bridge.txt",
        "quote": ARTICLE.text,
        "start": 0,
        "end": 30,
    }
    kept = {
        "question": question,
        "answer": text,
        "answered": True,
        "citations": [quote],
        "passages": [],
    }
    return AnswerOut.model_validate({**kept, "models": {"index": "generation 3"}})


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[Conversations]:
    conversations = Conversations(tmp_path / "conversations.sqlite")
    yield conversations
    conversations.close()


def test_a_turn_keeps_its_answer_quotes_and_generation(kept: Conversations) -> None:
    conversation = kept.start("Bridges")
    turn = kept.add(conversation.id, answer(), {"bridge-1": "aaa"})
    assert kept.turn(turn.id) == turn
    assert turn.answer == answer()
    assert kept.turns(conversation.id) == [turn]
    assert kept.get(conversation.id).turns == 1


def test_conversations_survive_the_process(tmp_path: Path) -> None:
    for _ in range(2):
        conversations = Conversations(tmp_path / "c.sqlite")
        conversations.start("One")
        conversations.close()
    reopened = Conversations(tmp_path / "c.sqlite")
    assert len(reopened.all()) == reopened.count() == 2
    reopened.close()


def test_the_latest_conversation_comes_first_and_pages_follow(kept: Conversations) -> None:
    ids = [kept.start(f"Number {n}").id for n in range(3)]
    assert [c.id for c in kept.all()] == ids[::-1]
    assert [c.id for c in kept.all(limit=1, offset=1)] == [ids[1]]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("bridg", 1),
        ("1874", 1),
        ("opened?", 1),
        ("BRIDGES", 1),
        ("100%", 0),
        ("_", 0),
        ("桥", 0),
        ("", 1),
    ],
)
def test_titles_questions_and_answers_are_searched(
    kept: Conversations, words: str, found: int
) -> None:
    kept.add(kept.start("Bridges").id, answer(), {})
    assert len(kept.all(words)) == found


def test_a_conversation_is_renamed(kept: Conversations) -> None:
    conversation = kept.start("Old")
    assert kept.rename(conversation.id, "  New ").title == "New"
    with pytest.raises(WellspringError, match="1 to 120"):
        kept.rename(conversation.id, " ")


def test_a_long_question_makes_a_short_title(kept: Conversations) -> None:
    assert len(kept.start("x " * 500).title) <= 120


def test_a_deleted_conversation_takes_turns_and_feedback_along(kept: Conversations) -> None:
    conversation = kept.start("Gone")
    turn = kept.add(conversation.id, answer(), {})
    kept.judge(turn.id, True)
    kept.delete(conversation.id)
    assert kept.feedback() == []
    with pytest.raises(WellspringError, match="no answer at this link"):
        kept.turn(turn.id)


def test_an_unknown_conversation_is_named(kept: Conversations) -> None:
    for call in (kept.get, kept.delete, kept.turns):
        with pytest.raises(WellspringError, match="There is no conversation 'none'"):
            call("none")
    with pytest.raises(WellspringError, match="There is no conversation"):
        kept.add("none", answer(), {})


def test_the_same_submission_is_kept_once(kept: Conversations) -> None:
    conversation = kept.start("Twice")
    first = kept.add(conversation.id, answer(), {}, submission="s1")
    assert kept.add(conversation.id, answer(text="Another."), {}, submission="s1") == first
    question = answer().question
    assert (
        kept.submitted("s1", question, conversation.id) == kept.submitted("s1", question) == first
    )
    assert kept.get(conversation.id).turns == 1


def test_another_question_of_the_same_submission_is_kept_beside_it(kept: Conversations) -> None:
    conversation = kept.start("Twice")
    first = kept.add(conversation.id, answer(), {}, submission="s1")
    other = kept.add(
        conversation.id, answer("How long is it?", "40 metres. [1]"), {}, submission="s1"
    )
    assert other.answer.question == "How long is it?"
    assert kept.submitted("s1", "How long is it?") == other
    assert kept.submitted("s1", "When was the bridge opened?") == first
    assert kept.submitted("s1", "Who built it?") is None


def test_feedback_is_read_with_question_history_answer_and_quotes(
    kept: Conversations, tmp_path: Path
) -> None:
    conversation = kept.start("Bridges")
    kept.add(conversation.id, answer("What is it?", "A bridge. [1]"), {})
    turn = kept.add(conversation.id, answer(), {})
    kept.judge(turn.id, False, " Wrong year ")
    (feedback,) = read_feedback(tmp_path / "conversations.sqlite")
    assert (feedback.id, feedback.question, feedback.answer) == (
        turn.id,
        "When was the bridge opened?",
        "In 1874. [1]",
    )
    assert (feedback.up, feedback.comment, feedback.answered) == (False, "Wrong year", True)
    assert feedback.history == (Turn("What is it?", "A bridge. [1]"),)
    assert feedback.citations == (Quoted("bridge-1", ARTICLE.text),)


def test_feedback_is_changed_and_taken_back(kept: Conversations) -> None:
    turn = kept.add(kept.start("x").id, answer(), {})
    assert kept.judge(turn.id, True).up is True
    assert kept.judge(turn.id, False, "no").up is False
    assert kept.judge(turn.id, None).up is None
    assert kept.feedback() == []
    with pytest.raises(WellspringError, match="at most 2,000"):
        kept.judge(turn.id, True, "x" * 2001)


def test_no_file_is_no_feedback(tmp_path: Path) -> None:
    assert read_feedback(tmp_path / "none.sqlite") == []


def test_a_damaged_file_says_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "c.sqlite").write_bytes(b"not a database at all" * 100)
    with pytest.raises(WellspringError, match="Move it away"):
        Conversations(tmp_path / "c.sqlite")


def test_markdown_and_json_hold_question_answer_quotes_and_generation(kept: Conversations) -> None:
    conversation = kept.start("Bridges")
    turn = kept.add(conversation.id, answer(), {})
    text = to_markdown(conversation, [turn])
    assert text.startswith(
        "# Bridges\n\n## When was the bridge opened?\n\nIn 1874. [1]\n\n> [1] The bridge was opened in 1874."
    )
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
