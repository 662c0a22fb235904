"""Files with many articles in them: each line of a .jsonl file is one."""

import json
from pathlib import Path

from fastapi.testclient import TestClient

from tests.web.library.conftest import Reindex, add, listed

BROWSER = {"Accept": "text/html"}


def lines(*records: object) -> str:
    return "".join(
        f"{record if isinstance(record, str) else json.dumps(record)}\n" for record in records
    )


def test_a_record_of_a_jsonl_file_is_there_and_replaced_in_its_file_only(
    town: TestClient, folder: Path, reindex: Reindex
) -> None:
    records = lines(
        {"id": "n/y.txt", "text": "The tower is 30 metres high."},
        {"id": "x.txt", "text": "The well is 12 metres deep."},
    )
    (folder / "a.jsonl").write_text(records)
    reindex()
    assert 'class="status bad"' not in town.get("/articles", headers=BROWSER).text
    for source in ("town/a.jsonl#n/y.txt", "town/a.jsonl#x.txt"):
        refused = town.put(listed(town)[source], json={"text": "Another text."})
        assert (refused.status_code, refused.json()["error"]["code"]) == (409, "one_of_many")
        assert "town/a.jsonl" in refused.json()["error"]["message"]
    assert sorted(path.name for path in folder.iterdir()) == ["a.jsonl", "bridge.md", "mill.md"]
    assert (folder / "a.jsonl").read_text() == records


def test_an_uploaded_jsonl_file_tells_its_articles_and_what_was_left_out(town: TestClient) -> None:
    result = add(
        town,
        "a.jsonl",
        lines(
            {"text": "The tower is 30 metres high."},
            "no json",
            {"id": "w", "text": "The well is deep."},
        ),
    )
    assert result["status"] == "added"
    assert town.get(f"/articles/{result['article_id']}").json()["source"] == "library/a.jsonl#1"
    assert result["message"] == "Articles in it: 2. Left out: a.jsonl#2 is not JSON."


def test_a_jsonl_file_with_bad_lines_alone_is_refused(town: TestClient, library: Path) -> None:
    bad = lines("no json", *[{"id": n} for n in range(9)])
    assert add(town, "a.jsonl", bad)["code"] == "unreadable_file"
    assert not (library / "a.jsonl").exists()
    good = lines({"text": "The tower is 30 metres high."})
    assert add(town, "a.jsonl", good)["status"] == "added"
    assert add(town, "a.jsonl", "no json\n", replace=True)["code"] == "unreadable_file"
    assert (library / "a.jsonl").read_text() == good
    assert "30 metres" in town.get(listed(town)["library/a.jsonl#1"]).json()["text"]
