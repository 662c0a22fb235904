"""Which pages may call the API: those of the origins that are named."""

import pytest

from index.problems import Problem
from index.types import WellspringError
from tests.web.front.conftest import Made, client_of
from web.front.origins import origins_of
from web.front.reach import Reach

NOTES, EXTENSION = "app://obsidian.md", "moz-extension://2b1f3c4d-0000-4abc-9def-1234567890ab"
ALLOWED = Reach(origins=frozenset({NOTES, EXTENSION, "https://notes.example"}))
CHAT = "/v1/chat/completions"
ASKED = {"messages": [{"role": "user", "content": "When was the bridge opened?"}]}


def preflight(origin: str, method: str = "POST") -> dict[str, str]:
    wanted = "authorization,content-type,x-stainless-os"
    return {
        "Origin": origin,
        "Sec-Fetch-Site": "cross-site",
        "Access-Control-Request-Method": method,
        "Access-Control-Request-Headers": wanted,
    }


@pytest.mark.parametrize("origin", sorted(ALLOWED.origins))
def test_a_page_of_an_origin_that_is_named_may_ask(made: Made, origin: str) -> None:
    client = client_of(made(ALLOWED))
    allowed = client.options(CHAT, headers=preflight(origin))
    assert allowed.status_code == 200
    assert allowed.headers["access-control-allow-origin"] == origin
    assert "x-stainless-os" in allowed.headers["access-control-allow-headers"]
    sent = {"Origin": origin, "Sec-Fetch-Site": "cross-site"}
    answered = client.post(CHAT, json=ASKED, headers=sent)
    assert answered.json()["choices"]
    assert answered.headers["access-control-allow-origin"] == origin
    assert "Origin" in answered.headers["vary"]


@pytest.mark.parametrize(
    "origin",
    ["https://notes.example.evil", "http://notes.example", "https://notes.example:8443", "null"],
)
def test_a_page_of_another_origin_is_refused_and_told_of_the_setting(
    made: Made, origin: str
) -> None:
    client = client_of(made(ALLOWED))
    for refused in (
        client.options(CHAT, headers=preflight(origin)),
        client.post(CHAT, json=ASKED, headers={"Origin": origin}),
    ):
        assert refused.status_code == 403
        assert "access-control-allow-origin" not in refused.headers
        assert "WELLSPRING_ALLOWED_ORIGINS" in refused.json()["error"]["message"]
        assert refused.headers["vary"] == "Origin"


def test_where_no_origin_is_named_none_is_let_in(made: Made) -> None:
    client = client_of(made())
    refused = client.options(CHAT, headers=preflight(NOTES))
    assert (refused.status_code, refused.json()["error"]["code"]) == (403, "cross_site")
    assert "WELLSPRING_ALLOWED_ORIGINS" in refused.json()["error"]["message"]
    read = client.get("/health", headers={"Origin": NOTES})
    assert "access-control-allow-origin" not in read.headers


def test_what_a_browser_keeps_of_keys_is_never_sent_for_another_page(made: Made) -> None:
    client = client_of(made(ALLOWED, "sesame"))
    allowed = client.options(CHAT, headers=preflight(NOTES))
    assert allowed.status_code == 200  # a browser sends no key with it
    assert "access-control-allow-credentials" not in allowed.headers
    refused = client.post(CHAT, json=ASKED, headers={"Origin": NOTES})
    assert refused.status_code == 401
    assert refused.headers["access-control-allow-origin"] == NOTES  # so that it can be read
    key = {"Origin": NOTES, "Authorization": "Bearer sesame"}
    assert client.post(CHAT, json=ASKED, headers=key).is_success


def test_articles_can_be_changed_from_an_origin_that_is_named(made: Made) -> None:
    allowed = client_of(made(ALLOWED)).options("/articles/x", headers=preflight(NOTES, "PUT"))
    assert allowed.status_code == 200


def test_origins_stand_between_commas() -> None:
    given = f" {NOTES}, {EXTENSION},http://localhost:5173,http://[::1]:5173, "
    assert origins_of(given) == {NOTES, EXTENSION, "http://localhost:5173", "http://[::1]:5173"}
    assert origins_of(" , ") == origins_of("") == frozenset()
    assert origins_of("chrome-extension://abcdefghijklmnopabcdefghijklmnop,capacitor://localhost")


@pytest.mark.parametrize(
    ("setting", "told"),
    [
        ("*", "more than one origin"),
        ("https://*.notes.example", "more than one origin"),
        ("moz-extension://*", "more than one origin"),
        ("notes.example", "a scheme and a host"),
        ("null", "a scheme and a host"),
        ("https://notes.example/", "perhaps https://notes.example is meant"),
        ("https://Notes.example", "perhaps https://notes.example is meant"),
        ("https://notes.example/page", "a scheme and a host"),
        ("https://me@notes.example", "a scheme and a host"),
        ("https://nötes.example", "a scheme and a host"),
        ("https://notes.example:443", "write https://notes.example. "),
        ("http://notes.example:70000", "port that there is not"),
        ("file://localhost", "sends no origin"),
        ("app://obsidian.md https://notes.example", "a scheme and a host"),
    ],
)
def test_an_origin_that_is_none_is_refused_with_what_to_write(setting: str, told: str) -> None:
    with pytest.raises(WellspringError, match="WELLSPRING_ALLOWED_ORIGINS does not fit") as refused:
        origins_of(f"{NOTES},{setting}")
    assert refused.value.code is Problem.BAD_SETTING
    assert told in refused.value.message
