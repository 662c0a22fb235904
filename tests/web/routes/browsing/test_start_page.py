"""What the chat page offers before anything is asked; no model is loaded."""

from fastapi.testclient import TestClient

from web.library.holdings import SEEDS

BROWSER = {"Accept": "text/html"}


def test_the_sample_articles_are_added_and_told_as_such(quick_town: TestClient) -> None:
    page = quick_town.get("/", headers=BROWSER).text
    assert f'name="folder" value="{SEEDS}">Add the sample articles</button>' in page
    assert "Try the sample articles" not in page
    quick_town.post("/folders", data={"folder": str(SEEDS)})
    page = quick_town.get("/", headers=BROWSER).text
    assert "You can ask 7 articles" in page
    assert "sample articles" not in page
    quick_town.delete("/folders/town")
    assert "Try the sample articles: ask one of these" in quick_town.get("/", headers=BROWSER).text
