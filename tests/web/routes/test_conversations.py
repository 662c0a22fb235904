"""Conversations, kept answers and feedback over HTTP."""

import html
import re
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from qa.history.conversations import read_feedback

BROWSER = {"Accept": "text/html"}
QUESTION = "When was the Orrin bridge opened?"


def ask(client: TestClient, question: str = QUESTION, **more: object) -> dict[str, Any]:
    answer: dict[str, Any] = client.post(
        "/ask", json={"question": question, "conversation_id": "new", **more}
    ).json()
    return answer


def test_an_answer_outside_a_conversation_is_not_kept(town: TestClient) -> None:
    assert "id" not in town.post("/ask", json={"question": QUESTION}).json()
    assert town.get("/conversations").json()["total"] == 0


def test_a_conversation_is_begun_continued_and_read_again(town: TestClient) -> None:
    first = ask(town)
    second = ask(town, "And when was the deck renewed?", conversation_id=first["conversation_id"])
    assert "Orrin bridge" in second["standalone_question"]  # the kept turn was its history
    kept = town.get(f"/conversations/{first['conversation_id']}").json()
    assert kept["title"] == "Orrin bridge opened"
    assert [turn["id"] for turn in kept["turns"]] == [first["id"], second["id"]]


def test_a_question_is_asked_again_in_place_of_its_turn_and_those_after_it(
    town: TestClient,
) -> None:
    first = ask(town)
    kept_in = {"conversation_id": first["conversation_id"]}
    second, third = ask(town, "How many arches has it?", **kept_in), ask(town, **kept_in)
    again = ask(town, "And when was its deck renewed?", **kept_in, instead_of=second["id"])
    assert "1931" in again["answer"]  # read with the turn before, which is left
    kept = town.get(f"/conversations/{first['conversation_id']}").json()
    assert [turn["id"] for turn in kept["turns"]] == [first["id"], again["id"]]
    assert town.get(f"/answers/{third['id']}").json()["id"] == third["id"]
    unknown = town.post("/ask", json={"question": QUESTION, **kept_in, "instead_of": "none"})
    assert (unknown.status_code, unknown.json()["error"]["code"]) == (404, "unknown_answer")


def test_a_streamed_answer_is_kept_too(town: TestClient) -> None:
    town.post("/ask", json={"question": QUESTION, "conversation_id": "new", "stream": True})
    assert town.get("/conversations").json()["conversations"][0]["turn_count"] == 1


def test_conversations_are_listed_searched_renamed_and_deleted(town: TestClient) -> None:
    bridge = ask(town)["conversation_id"]
    mill = ask(town, "How many tonnes of oats did the mill grind?")["conversation_id"]
    listed = town.get("/conversations").json()["conversations"]
    assert [item["conversation_id"] for item in listed] == [mill, bridge]
    assert town.get("/conversations?search=1874").json()["total"] == 1
    assert town.patch(f"/conversations/{mill}", json={"title": "Oats"}).json()["title"] == "Oats"
    untitled = town.patch(f"/conversations/{mill}", json={"title": ""})
    assert untitled.json()["error"]["code"] == "bad_title"
    assert town.delete(f"/conversations/{mill}").json() == {"deleted": mill}
    assert town.get(f"/conversations/{mill}").json()["error"]["code"] == "unknown_conversation"


@pytest.mark.parametrize("stream", [True, False])
def test_an_unknown_conversation_is_refused_before_the_models_run(
    town: TestClient, stream: bool
) -> None:
    response = town.post(
        "/ask", json={"question": QUESTION, "conversation_id": "none", "stream": stream}
    )
    assert (response.status_code, response.json()["error"]["code"]) == (404, "unknown_conversation")


def test_a_question_sent_twice_is_answered_once(town: TestClient) -> None:
    first, second = ask(town, submission="12345678"), ask(town, submission="12345678")
    assert first["id"] == second["id"]
    assert town.get("/conversations").json()["total"] == 1


def test_a_conversation_is_exported(town: TestClient) -> None:
    answer = ask(town)
    address = f"/conversations/{answer['conversation_id']}/export"
    markdown = town.get(address)
    assert "> [1] The Orrin bridge was opened in 1874." in markdown.text
    assert markdown.headers["content-disposition"].endswith('.md"')
    assert town.get(f"{address}?format=json").json()["turns"][0]["id"] == answer["id"]
    assert town.get(f"{address}?format=pdf").json()["error"]["code"] == "invalid_request"


def test_an_answer_is_replayed_after_its_article_changed(town: TestClient, folder: Path) -> None:
    answer = ask(town)
    address = f"/answers/{answer['id']}"
    assert town.get(address).json()["changes"] == []
    town.put(
        f"/articles/{answer['citations'][0]['article_id']}",
        json={"text": "# The Orrin bridge\n\nIt was pulled down."},
    )
    replayed = town.get(address).json()
    assert replayed["answer"] == answer["answer"]
    assert replayed["citations"] == answer["citations"]
    assert replayed["models"]["index"] == "generation 1"
    (change,) = replayed["changes"]
    assert (change["status"], change["quotes_stand"]) == ("changed", False)
    page = town.get(address, headers={"Accept": "text/html"}).text
    assert "was changed since" in page
    assert "The Orrin bridge was opened in <mark>1874</mark>." in page
    town.delete(f"/articles/{answer['citations'][0]['article_id']}")
    assert "was removed since" in town.get(address, headers={"Accept": "text/html"}).text


def test_a_kept_quote_leads_to_where_it_stands_today_or_nowhere(town: TestClient) -> None:
    answer = ask(town)
    address = f"/articles/{answer['citations'][0]['article_id']}"
    page = f"/answers/{answer['id']}"
    moved = "# A new title\n\nA new first sentence. The Orrin bridge was opened in 1874."
    town.put(address, json={"text": moved})
    shown = town.get(page, headers=BROWSER).text
    link = html.unescape(re.findall(r'<div class="answer">.*?href="([^"]+)"', shown, re.S)[0])
    article = town.get(link, headers=BROWSER).text
    assert '<mark id="marked" tabindex="-1">The Orrin bridge was opened in <mark>1874' in article
    town.put(address, json={"text": "# A new title\n\nNothing of it is left."})
    assert "#marked" not in town.get(page, headers=BROWSER).text
    chat = f"/?conversation={answer['conversation_id']}"
    assert "#marked" not in town.get(chat, headers=BROWSER).text


def test_a_stale_link_says_so(town: TestClient) -> None:
    response = town.get("/answers/none")
    assert (response.status_code, response.json()["error"]["code"]) == (404, "unknown_answer")


def test_feedback_is_kept_changed_and_read_from_the_file(town: TestClient, tmp_path: Path) -> None:
    answer = ask(town)
    address = f"/answers/{answer['id']}/feedback"
    assert town.put(address, json={"up": False, "comment": "Wrong year"}).json()["feedback"] == {
        "up": False,
        "comment": "Wrong year",
    }
    (feedback,) = read_feedback(tmp_path / "data" / "conversations.sqlite")
    assert (feedback.question, feedback.up, feedback.comment) == (QUESTION, False, "Wrong year")
    (told,) = town.get("/feedback").json()["feedback"]
    assert told["citations"][0]["quote"] == feedback.citations[0].quote
    assert town.put(address, json={"up": None}).json()["feedback"] is None
    long = town.put(address, json={"up": True, "comment": "x" * 2001})
    assert long.json()["error"]["code"] == "comment_too_long"
    assert town.put("/answers/none/feedback", json={"up": True}).status_code == 404
