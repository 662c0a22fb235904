"""Requests with files: forms and JSON, their limits and their faults."""

from collections.abc import Iterator

import pytest
from fastapi import FastAPI, Request
from fastapi.testclient import TestClient

from web.errors import install_errors
from web.library.uploads import MAX_FILES, read_text, read_uploads
from web.requests import MAX_REQUEST


@pytest.fixture
def reader() -> Iterator[TestClient]:
    """A client of an application that says what it read of a request."""
    app = FastAPI()
    install_errors(app)

    @app.post("/files")
    async def files(request: Request) -> dict[str, object]:
        uploads, replace = await read_uploads(request)
        return {"read": [[it.name, it.raw.decode("latin-1")] for it in uploads], "replace": replace}

    @app.post("/text")
    async def text(request: Request) -> str:
        return (await read_text(request)).decode("latin-1")

    with TestClient(app) as client:
        yield client


def form(*files: tuple[str, bytes]) -> list[tuple[str, tuple[str, bytes]]]:
    return [("files", file) for file in files]


def test_the_files_of_a_form_are_read_in_order_as_they_are(reader: TestClient) -> None:
    sent = form(("b.txt", b"\xff\x00\r\n"), ("a b.txt", b""), ("é.txt", b"Ash."))
    assert reader.post("/files", files=sent).json() == {
        "read": [["b.txt", "\xff\x00\r\n"], ["a b.txt", ""], ["é.txt", "Ash."]],
        "replace": False,
    }


def test_a_file_may_stand_in_a_field_of_any_name(reader: TestClient) -> None:
    sent = [("file", ("a.txt", b"Ash.")), ("another", ("b.txt", b"Beech."))]
    assert len(reader.post("/files", files=sent).json()["read"]) == 2


@pytest.mark.parametrize(
    ("word", "wanted"), [("true", True), ("1", True), ("ON", True), ("false", False), ("", False)]
)
def test_replacing_is_asked_for_in_a_field_of_the_form(
    reader: TestClient, word: str, wanted: bool
) -> None:
    sent = reader.post("/files", files=form(("a.txt", b"Ash.")), data={"replace": word})
    assert sent.json()["replace"] is wanted


def test_as_many_files_are_read_as_the_limit_says_and_no_more(reader: TestClient) -> None:
    sent = [(f"{number}.txt", b"Ash.") for number in range(MAX_FILES + 1)]
    assert len(reader.post("/files", files=form(*sent[1:])).json()["read"]) == MAX_FILES
    refused = reader.post("/files", files=form(*sent))
    assert (refused.status_code, refused.json()["error"]["code"]) == (400, "broken_form")
    assert f"at most {MAX_FILES} files" in refused.json()["error"]["message"]
    articles = [{"name": name, "text": "Ash."} for name, _ in sent]
    assert reader.post("/files", json={"articles": articles}).status_code == 422
    assert reader.post("/files", json={"articles": articles[1:]}).status_code == 200


def test_a_file_larger_than_what_memory_holds_of_it_is_read_whole(reader: TestClient) -> None:
    raw = b"0123456789" * 300_000
    (read,) = reader.post("/files", files=form(("a.txt", raw))).json()["read"]
    assert read[1].encode() == raw


def test_a_pasted_text_is_read_whole_and_may_be_as_large_as_a_file(reader: TestClient) -> None:
    text = "The tide came in and went out again. " * 140_000  # 5 MB
    sent = reader.post("/files", files={"title": (None, "Tides"), "text": (None, text)})
    ((name, raw),) = sent.json()["read"]
    assert (name, raw) == ("tides.txt", f"Tides\n\n{text}\n")
    sent = reader.post("/files", json={"articles": [{"title": "Tides", "text": text}]})
    assert sent.json()["read"] == [[name, raw]]


@pytest.mark.parametrize(
    "cut", [b"", b"--x\r\n", b"--x\r\nContent-Disposition: form-data\r\n\r\nAsh.\r\n--x--\r\n"]
)
def test_a_form_that_breaks_off_is_refused(reader: TestClient, cut: bytes) -> None:
    headers = {"Content-Type": "multipart/form-data; boundary=x"}
    refused = reader.post("/files", content=cut, headers=headers)
    assert refused.status_code in (400, 422)
    assert refused.json()["error"]["code"] in ("broken_form", "no_file")


def test_one_text_replaces_an_article_and_not_two(reader: TestClient) -> None:
    assert reader.post("/text", json={"text": "Ash."}).json() == "Ash."
    assert reader.post("/text", files=form(("a.txt", b"Ash."))).json() == "Ash."
    refused = reader.post("/text", files=form(("a.txt", b"Ash."), ("b.txt", b"Beech.")))
    assert (refused.status_code, refused.json()["error"]["code"]) == (422, "one_file_needed")


@pytest.mark.parametrize("kind", ["application/json", "application/json; charset=utf-8"])
def test_json_is_known_by_its_type_alone(reader: TestClient, kind: str) -> None:
    sent = reader.post("/text", content=b'{"text": "Ash."}', headers={"Content-Type": kind})
    assert sent.json() == "Ash."


def test_a_request_that_is_too_large_is_refused_before_it_is_read(town: TestClient) -> None:
    response = town.post(
        "/articles",
        content=b"x" * (MAX_REQUEST + 1),
        headers={"Content-Type": "multipart/form-data; boundary=x"},
    )
    assert (response.status_code, response.json()["error"]["code"]) == (413, "request_too_large")


@pytest.mark.parametrize(
    ("sent", "code"),
    [
        ({"json": {}}, "invalid_request"),
        ({"content": b"{", "headers": {"Content-Type": "application/json"}}, "malformed_json"),
        ({"content": b"text", "headers": {"Content-Type": "text/plain"}}, "unsupported_body"),
        ({"content": b"x", "headers": {"Content-Type": "multipart/form-data"}}, "broken_form"),
        ({"data": {"replace": "true"}, "files": {"note": (None, "x")}}, "no_file"),
    ],
)
def test_a_bad_request_names_its_fault(
    town: TestClient, sent: dict[str, object], code: str
) -> None:
    assert town.post("/articles", **sent).json()["error"]["code"] == code  # type: ignore[arg-type]


@pytest.mark.parametrize("name", ["C:\\temp\\x.txt", "sub/x.txt", "/etc/x.txt"])
def test_a_path_in_a_json_name_is_refused(town: TestClient, name: str) -> None:
    response = town.post(
        "/articles", json={"articles": [{"name": name, "text": "Out of the folder."}]}
    )
    assert response.json()["error"]["code"] == "path_in_name"
