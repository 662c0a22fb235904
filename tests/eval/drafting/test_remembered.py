import json
from pathlib import Path

from eval.drafting.remembered import remembered_questions
from eval.questions.known import load_questions
from index.types import Article
from qa.history.conversations import Conversations
from qa.wire import AnswerOut

SENTENCE = "The bridge of Marrow was opened in 1874 by the king."


def said(answered: bool, quote: str = SENTENCE) -> AnswerOut:
    citation = {
        "marker": 1,
        "article_id": "x",
        "title": "Bridge",
        "source": "a/bridge.txt",
        "quote": quote,
        "start": 0,
        "end": len(quote),
    }
    kept = {
        "question": "When was the bridge opened?",
        "answer": f"{quote} [1]" if answered else "The articles do not say.",
        "short_answer": "in 1874" if answered else "",
        "answered": answered,
        "citations": [citation] if answered else [],
        "passages": [],
        "models": {"index": "generation 1"},
    }
    return AnswerOut.model_validate(kept)


ARTICLES = [
    Article("bridge-1", "The bridge", f"The bridge\n\n{SENTENCE}\n", "articles/bridge.txt", "", "")
]


def drafts_after(tmp_path: Path, *judged: tuple[AnswerOut, bool, str]) -> list[dict[str, object]]:
    conversations = Conversations(tmp_path / "conversations.sqlite")
    for answer, up, comment in judged:
        turn = conversations.add(conversations.start("Bridges").id, answer, {})
        conversations.judge(turn.id, up, comment)
    conversations.close()
    drafts = remembered_questions(tmp_path / "conversations.sqlite", ARTICLES)
    file = tmp_path / "drafts.jsonl"
    file.write_text("".join(json.dumps(draft) + "\n" for draft in drafts), "utf-8")
    if drafts:
        assert len(load_questions(file)) == len(drafts)
    return drafts


def test_a_liked_answer_is_known_with_its_evidence(tmp_path: Path) -> None:
    (draft,) = drafts_after(tmp_path, (said(answered=True), True, ""))
    assert draft["answerable"] is True
    assert draft["answers"] == [["in 1874"]]
    assert draft["evidence"] == [{"article": "bridge.txt", "text": SENTENCE}]
    assert draft["reviewed"] is False


def test_what_was_disliked_and_a_liked_decline_have_no_answer_and_a_note(tmp_path: Path) -> None:
    drafts = drafts_after(
        tmp_path, (said(answered=True), False, "It was 1875."), (said(answered=False), True, "")
    )
    assert [draft["answerable"] for draft in drafts] == [False, False]
    notes = sorted(str(draft["note"]) for draft in drafts)
    assert "Comment: It was 1875." in notes[0]
    assert notes[1].startswith("Liked: The articles do not say.")


def test_an_answer_from_another_folder_is_left_out_and_no_file_gives_nothing(
    tmp_path: Path,
) -> None:
    assert remembered_questions(tmp_path / "none.sqlite", ARTICLES) == []
    assert drafts_after(tmp_path, (said(answered=True, quote="Another sentence."), True, "")) == []


def test_a_list_without_a_short_answer_has_an_item_for_each_quote(tmp_path: Path) -> None:
    listed = said(answered=True).model_copy(update={"short_answer": ""})
    (draft,) = drafts_after(tmp_path, (listed, True, ""))
    assert (draft["kind"], draft["answers"]) == ("list", [[SENTENCE]])
    assert draft["evidence"] == [{"article": "bridge.txt", "text": SENTENCE}]


def test_judged_answers_are_dealt_out_to_the_splits_in_turn(tmp_path: Path) -> None:
    judged = [(said(answered=True), True, "")] * 4
    drafts = drafts_after(tmp_path, *judged)
    assert [draft["split"] for draft in drafts] == ["dev", "test", "dev", "test"]
    assert len({draft["family"] for draft in drafts}) == 4
