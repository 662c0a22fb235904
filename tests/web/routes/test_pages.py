"""The pages without JavaScript."""

import html
import re

import pytest
from fastapi.testclient import TestClient

BROWSER = {"Accept": "text/html"}
QUESTION = "How many Dolan sheep were contracted for breeding?"


def test_the_form_posts_and_the_answer_comes_back_with_its_quote(client: TestClient) -> None:
    page = client.post("/", data={"question": QUESTION}, headers=BROWSER).text
    answer, link = re.findall(r'<div class="answer">(.*?<a [^>]*href="([^"]+)")', page, re.S)[0]
    words = re.findall("<mark>(.*?)</mark>", answer)
    assert "3583" in words[0]
    article = client.get(html.unescape(link), headers=BROWSER).text
    marked = re.findall(r'<mark id="marked"[^>]*>(.*?\.)</mark>', article, re.S)[0]
    assert "Dolan sheep" in marked
    assert re.findall("<mark>(.*?)</mark>", marked)[0] in words[0]


def test_a_second_form_post_goes_on_with_the_conversation(client: TestClient) -> None:
    first = client.post("/", data={"question": QUESTION}, headers=BROWSER)
    conversation = re.findall(r'name="conversation" value="([^"]+)"', first.text)[-1]
    second = client.post(
        "/",
        data={"question": "By how many families?", "conversation": conversation},
        headers=BROWSER,
    ).text
    assert len(re.findall('<article class="turn"', second.split("<template")[0])) == 2
    assert "407" in second


def test_a_reload_or_a_second_submission_asks_nothing_again(client: TestClient) -> None:
    form = {"question": QUESTION, "submission": "0123456789abcdef"}
    answers = [
        client.post("/", data=form, headers=BROWSER, follow_redirects=False) for _ in range(2)
    ]
    assert [answer.status_code for answer in answers] == [303, 303]
    assert answers[0].headers["location"] == answers[1].headers["location"]


def test_an_unknown_conversation_keeps_the_question(client: TestClient) -> None:
    response = client.post(
        "/", data={"question": QUESTION, "conversation": "none"}, headers=BROWSER
    )
    assert response.status_code == 404
    assert f">{QUESTION}</textarea>" in response.text
    assert "There is no conversation" in client.get("/?conversation=none", headers=BROWSER).text


def test_a_declined_answer_shows_the_nearest_passages(client: TestClient) -> None:
    page = client.post(
        "/", data={"question": "Who won the world cup in 2018?"}, headers=BROWSER
    ).text
    assert "The articles do not say." in page
    assert "The nearest sentences" in page
    assert "The nearest passages" in page


def test_what_the_articles_never_mention_is_named(client: TestClient) -> None:
    asked = {"question": "What is the 2015 loan rate in Tibet?"}
    page = client.post("/", data=asked, headers=BROWSER).text
    assert "They do not mention: Tibet." in page
    assert 'class="confidence"' not in page


def test_small_talk_has_no_confidence_and_a_list_its_marks(client: TestClient) -> None:
    greeted = client.post("/", data={"question": "hello"}, headers=BROWSER).text
    assert "Ask a question about the indexed articles" in greeted
    assert "Not sure" not in greeted.split('id="turns"')[1].split("</article>")[0]
    listed = client.post("/", data={"question": "Which articles mention pigs?"}, headers=BROWSER)
    assert "2 of the 5 articles mention" in listed.text
    assert "[2]</a>" in listed.text


@pytest.mark.parametrize("question", ["", " ", "😀"])
def test_a_bad_question_keeps_the_page_and_says_what_to_do(
    client: TestClient, question: str
) -> None:
    response = client.post("/", data={"question": question}, headers=BROWSER)
    assert response.status_code == 422
    assert re.search(r'role="alert">The question (is empty|has no words)', response.text)


def test_html_in_a_question_is_shown_as_text(client: TestClient) -> None:
    page = client.post(
        "/", data={"question": "<script>alert(1)</script> sheep?"}, headers=BROWSER
    ).text
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)" in page


@pytest.mark.parametrize(
    "query",
    ["start=5&end=2", "start=x", "start=-5&end=3", "start=0&end=99999999", "words=1-2"],
)
def test_a_stale_range_opens_the_article_without_a_mark(client: TestClient, query: str) -> None:
    article_id = client.get("/articles").json()["articles"][0]["article_id"]
    response = client.get(f"/articles/{article_id}?{query}", headers=BROWSER)
    assert response.status_code == 200
    assert "<mark" not in response.text


def test_words_that_a_link_names_are_marked_in_the_sentence_and_nowhere_else(
    client: TestClient,
) -> None:
    listed = client.get("/articles").json()["articles"][0]
    text = client.get(f"/articles/{listed['article_id']}").json()["text"]
    query = "start=10&end=20&words=12-14&words=18-30&words=40-50&words=x&words=1-"
    page = client.get(f"/articles/{listed['article_id']}?{query}", headers=BROWSER).text
    marked = re.findall(r'<mark id="marked"[^>]*>((?:<mark>.*?</mark>|.)*?)</mark>', page, re.S)[0]
    said = [html.unescape(it) for it in re.findall("<mark>(.*?)</mark>", marked)]
    assert said == [text[12:14], text[18:20]]
    assert page.count("<mark") == 3


def test_the_articles_are_listed_and_an_unknown_one_is_a_page(client: TestClient) -> None:
    assert client.get("/articles", headers=BROWSER).text.count('data-source="seeds/00') == 5
    missing = client.get("/articles/none", headers=BROWSER)
    assert missing.status_code == 404
    assert "There is no article" in missing.text
