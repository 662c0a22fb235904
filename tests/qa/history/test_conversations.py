import sqlite3
from contextlib import closing
from pathlib import Path
from threading import Thread

import pytest

from index.types import WellspringError
from qa.history.conversations import CONVERSATIONS_FILE, Conversations
from tests.qa.history.conftest import answer


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


def test_a_damaged_file_says_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "c.sqlite").write_bytes(b"not a database at all" * 100)
    with pytest.raises(WellspringError, match="Move it away"):
        Conversations(tmp_path / "c.sqlite")


def test_a_turn_that_was_half_written_when_a_process_died_is_not_there(
    kept: Conversations, tmp_path: Path
) -> None:
    conversation = kept.start("Bridges")
    turn = kept.add(conversation.id, answer(), {})
    with closing(sqlite3.connect(tmp_path / CONVERSATIONS_FILE)) as other:
        other.execute("BEGIN")
        other.execute(
            "INSERT INTO turns SELECT NULL, 'half', conversation_id, question, answer, json, "
            "versions, NULL, created, NULL FROM turns"
        )  # and is never committed
    assert kept.turns(conversation.id) == [turn]
    assert kept.add(conversation.id, answer("How long?"), {}).answer.question == "How long?"


def test_a_conversation_that_another_process_deletes_is_gone_for_this_one(
    kept: Conversations, tmp_path: Path
) -> None:
    conversation = kept.start("Bridges")
    turn = kept.add(conversation.id, answer(), {})
    with closing(Conversations(tmp_path / CONVERSATIONS_FILE)) as other:
        other.delete(conversation.id)
    with pytest.raises(WellspringError, match="no answer at this link"):
        kept.judge(turn.id, True)
    with pytest.raises(WellspringError, match="no answer at this link"):
        kept.judge(turn.id, None)
    with pytest.raises(WellspringError, match="Ask again to start a new one"):
        kept.add(conversation.id, answer(), {}, submission="s1")
    assert kept.feedback() == []


def test_many_threads_keep_all_their_turns_in_order(kept: Conversations) -> None:
    conversation = kept.start("Many")

    def ask(asker: int) -> None:
        for number in range(5):
            kept.add(conversation.id, answer(f"{asker}: question {number}?"), {})

    threads = [Thread(target=ask, args=(asker,)) for asker in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    questions = [turn.answer.question for turn in kept.turns(conversation.id)]
    assert len(set(questions)) == len(questions) == 20
    for asker in range(4):
        own = [question for question in questions if question.startswith(f"{asker}:")]
        assert own == [f"{asker}: question {number}?" for number in range(5)]


def test_a_search_that_looks_like_sql_or_a_pattern_finds_it_as_it_stands(
    kept: Conversations,
) -> None:
    for title in ("50% off", "a_b", "back\\slash", "it's; DROP TABLE turns"):
        kept.start(title)
    for words in ("50%", "a_b", "back\\", "it's; DROP"):
        assert kept.count(words) == len(kept.all(words)) == 1
    assert kept.count("%") == 1
    assert kept.count() == 4


def test_a_title_as_long_as_allowed_is_taken_and_a_longer_one_is_not(kept: Conversations) -> None:
    conversation = kept.start("Old")
    assert kept.rename(conversation.id, "x" * 120).title == "x" * 120
    with pytest.raises(WellspringError, match="1 to 120"):
        kept.rename(conversation.id, "x" * 121)
    with pytest.raises(WellspringError, match="There is no conversation"):
        kept.rename("none", "New")


def test_a_stretch_ends_with_the_last_turn_or_a_named_one(kept: Conversations) -> None:
    conversation = kept.start("Bridges")
    ids = [kept.add(conversation.id, answer(), {}).id for _ in range(5)]
    last = kept.stretch(conversation.id, 2)
    assert [turn.id for turn in last.turns] == ids[3:]
    assert (last.earlier, last.later) == (ids[:3], 0)
    before = kept.stretch(conversation.id, 2, last.earlier[-1])
    assert [turn.id for turn in before.turns] == ids[1:3]
    assert (before.earlier, before.later) == (ids[:1], 2)


def test_what_is_asked_again_leaves_and_its_feedback_keeps_its_history(
    kept: Conversations,
) -> None:
    conversation = kept.start("Bridges")
    first, second, third = [kept.add(conversation.id, answer(), {}).id for _ in range(3)]
    kept.judge(third, up=False)
    fourth = kept.add(conversation.id, answer(), {}, instead_of=second).id
    kept.judge(fourth, up=True)
    assert [turn.id for turn in kept.turns(conversation.id)] == [first, fourth]
    assert kept.get(conversation.id).turns == 2
    assert kept.turn(third).up is False
    assert {item.id: len(item.history) for item in kept.feedback()} == {third: 2, fourth: 1}
    assert len(kept.said(conversation.id, 20, fourth)) == 1
    with pytest.raises(WellspringError, match="no answer"):
        kept.said(conversation.id, 20, second)


def test_a_file_of_an_older_version_is_read_and_added_to(tmp_path: Path) -> None:
    path = tmp_path / "c.sqlite"
    with closing(Conversations(path)) as older:
        conversation = older.start("Bridges")
        older.add(conversation.id, answer(), {})
    with closing(sqlite3.connect(path)) as db:
        db.execute("ALTER TABLE turns DROP COLUMN replaced_by")
    with closing(Conversations(path)) as now:
        now.add(conversation.id, answer(), {})
        assert len(now.turns(conversation.id)) == 2
