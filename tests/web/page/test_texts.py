"""The language of the page, and its words."""

import re
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from index.unread import Unread
from web.page.texts import SCRIPTED, TEXTS, say_reason

BROWSER = {"Accept": "text/html"}
STATIC = Path(__file__).parents[3] / "web" / "page" / "static"


def test_the_page_speaks_the_language_of_the_browser(client: TestClient) -> None:
    for asked, spoken in (("zh-CN,zh;q=0.9,en;q=0.8", "zh"), ("fr-FR,fr;q=0.9", "en")):
        page = client.get("/", headers={**BROWSER, "Accept-Language": asked}).text
        assert f'<html lang="{spoken}">' in page


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
        "http://[",
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
    said_in_code = ("error.", "skipped.", "setting.")
    assert {key for key in TEXTS["zh"] if not key.startswith(said_in_code)} == set(TEXTS["en"])


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


def test_a_page_brings_along_what_its_scripts_say_and_nothing_else() -> None:
    scripts = "".join(place.read_text("utf-8") for place in STATIC.rglob("*.js"))
    said = set(re.findall(r"""\bt\(\s*["'](\w+)["']""", scripts))
    assert len(said) > 50
    for language, texts in SCRIPTED.items():
        assert said | {"time_total", "result_added"} <= set(texts)
        assert {key for key in TEXTS[language] if key.startswith("error.")} <= set(texts)
        assert not {"lead", "skip"} & set(texts)


def test_every_text_of_the_page_is_used() -> None:
    places = [
        *STATIC.rglob("*.js"),
        *STATIC.parent.glob("*.py"),
        *(STATIC.parent / "templates").glob("*.html"),
    ]
    code = "".join(place.read_text("utf-8") for place in places)
    quoted = set(re.findall(r"[\"'](\w+)[\"']", code))
    unused = set(TEXTS["en"]) - quoted
    # with what they tell
    joined = ("step_", "time_", "result_", "on_", "sort_", "length_", "group_", "model_")
    assert {key for key in unused if not key.startswith(joined)} == set()
