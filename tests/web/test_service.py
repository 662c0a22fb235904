"""What every request gets, the metrics, the manual, the language of the page."""

import json
import re
from pathlib import Path

import anyio.to_thread
import httpx
import pytest
from fastapi.testclient import TestClient

from index.unread import Unread
from qa.wiring import Wellspring
from web.app import create_app
from web.page.texts import TEXTS, say_reason

BROWSER = {"Accept": "text/html"}
STATIC = Path(__file__).parents[2] / "web" / "page" / "static"


def test_every_response_has_a_request_id(client: TestClient) -> None:
    assert re.fullmatch(r"[0-9a-f]{32}", client.get("/health").headers["x-request-id"])
    assert (
        client.get("/nowhere", headers={"X-Request-Id": "mine-1"}).headers["x-request-id"]
        == "mine-1"
    )
    assert (
        client.get("/health", headers={"X-Request-Id": "<script>"}).headers["x-request-id"]
        != "<script>"
    )


def test_health_is_told_while_every_thread_is_busy(client: TestClient) -> None:
    async def ask() -> httpx.Response:
        limiter = anyio.to_thread.current_default_thread_limiter()
        for borrower in range(int(limiter.total_tokens)):
            limiter.acquire_on_behalf_of_nowait(borrower)
        async with httpx.AsyncClient(
            transport=httpx.ASGITransport(client.app), base_url="http://localhost"
        ) as other:
            with anyio.fail_after(10):
                return await other.get("/health")

    assert anyio.run(ask).json() == {"status": "ok"}


def test_metrics_count_requests_answers_and_stages(town: TestClient) -> None:
    town.post("/ask", json={"question": "When was the Orrin bridge opened?"})
    town.post("/ask", json={"question": "Who won the world cup in 2018?"})
    town.get("/articles/none")
    town.request("INVENTED", "/articles")
    text = town.get("/metrics").text
    assert 'wellspring_answers_total{answered="true"} 1.0' in text
    assert 'wellspring_answers_total{answered="false"} 1.0' in text
    assert (
        'wellspring_requests_total{method="GET",route="/articles/{article_id}",status="404"} 1.0'
        in text
    )
    assert "INVENTED" not in text
    assert 'wellspring_stage_seconds_count{stage="total"} 2.0' in text
    assert "wellspring_first_word_seconds_count 2.0" in text
    assert "wellspring_articles 2.0" in text


def test_the_manual_loads_nothing_from_outside(client: TestClient) -> None:
    page = client.get("/docs").text
    assert "http" not in page
    for address in re.findall(r'(?:src|href)="([^"]+)"', page):
        assert client.get(address).status_code == 200


def test_openapi_describes_every_route_with_examples(client: TestClient) -> None:
    described = client.get("/openapi.json").json()
    assert {
        "/ask",
        "/search",
        "/articles",
        "/articles/{article_id}",
        "/conversations",
        "/v1/chat/completions",
        "/metrics",
    } <= set(described["paths"])
    assert described["components"]["schemas"]["AskIn"]["examples"]
    assert described["paths"]["/ask"]["post"]["responses"]["200"]["content"]["application/json"][
        "example"
    ]["citations"]
    assert set(described["paths"]["/articles"]["post"]["requestBody"]["content"]) == {
        "application/json",
        "multipart/form-data",
    }
    assert "example" in json.dumps(described["paths"]["/articles"]["post"]["requestBody"])


def test_every_route_is_in_the_manual(client: TestClient) -> None:
    manual = (Path(__file__).parents[2] / "docs" / "API.md").read_text("utf-8")
    assert [
        path for path in client.get("/openapi.json").json()["paths"] if f"`{path}`" not in manual
    ] == []


def test_the_page_speaks_the_language_of_the_browser(client: TestClient) -> None:
    assert (
        '<html lang="zh">'
        in client.get("/", headers={**BROWSER, "Accept-Language": "zh-CN,zh;q=0.9,en;q=0.8"}).text
    )
    assert (
        '<html lang="en">'
        in client.get("/", headers={**BROWSER, "Accept-Language": "fr-FR,fr;q=0.9"}).text
    )


def test_a_chosen_language_is_remembered(client: TestClient) -> None:
    chosen = client.get("/language/zh?back=/articles", follow_redirects=False)
    assert chosen.headers["location"] == "/articles"
    assert '<html lang="zh">' in client.get("/", headers={**BROWSER, "Cookie": "language=zh"}).text
    client.cookies.clear()


@pytest.mark.parametrize(
    "back",
    [
        "https://elsewhere.example/",
        "//elsewhere.example/x",
        "/\\elsewhere.example",
        "javascript:alert(1)",
    ],
)
def test_the_language_switch_leads_nowhere_else(client: TestClient, back: str) -> None:
    target = client.get("/language/en", params={"back": back}, follow_redirects=False).headers[
        "location"
    ]
    client.cookies.clear()
    assert re.match(r"/[^/\\]|/$", target)


def test_both_languages_have_the_same_texts() -> None:
    for key, text in TEXTS["en"].items():
        assert sorted(re.findall(r"{\w+}", text)) == sorted(re.findall(r"{\w+}", TEXTS["zh"][key]))
    assert {key for key in TEXTS["zh"] if not key.startswith(("error.", "skipped."))} == set(
        TEXTS["en"]
    )


def test_every_reason_for_not_reading_a_file_is_said_in_chinese() -> None:
    for kind in Unread:
        said = kind.said(size=2.5)
        chinese = say_reason("zh", said)
        assert re.match("[\u4e00-\u9fff]|PDF|Word", chinese), said
        assert ("2.5" in chinese) == ("2.5" in said)
        assert say_reason("en", said) == said


def test_a_chinese_reader_reads_errors_in_chinese(client: TestClient) -> None:
    page = client.post(
        "/", data={"question": ""}, headers={**BROWSER, "Accept-Language": "zh"}
    ).text
    assert "问题是空的" in page


def test_example_questions_are_answered_by_the_articles(town: TestClient) -> None:
    questions = town.get("/examples").json()["questions"]
    assert "When was the Orrin bridge opened?" in questions


def test_every_text_of_the_page_is_used() -> None:
    places = [
        *STATIC.glob("*.js"),
        *STATIC.parent.glob("*.py"),
        *(STATIC.parent / "templates").glob("*.html"),
    ]
    code = "".join(place.read_text("utf-8") for place in places)
    assert [
        key
        for key in TEXTS["en"]
        if not re.search(rf"[\"']{key}[\"']", code) and not key.startswith(("time_", "result_"))
    ] == []


def test_a_local_server_answers_under_its_own_name_only(well: Wellspring) -> None:
    app = create_app(well.index, well.answerer, local=True)
    assert TestClient(app, base_url="http://localhost:8000").get("/articles").status_code == 200
    refused = TestClient(app, base_url="http://elsewhere.example:8000").get("/articles")
    assert (refused.status_code, refused.json()["error"]["code"]) == (403, "foreign_host")
