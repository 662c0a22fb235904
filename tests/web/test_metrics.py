"""The numbers at `GET /metrics`."""

from fastapi.testclient import TestClient


def test_metrics_count_requests_answers_and_stages(town: TestClient) -> None:
    town.post("/ask", json={"question": "When was the Orrin bridge opened?"})
    town.post("/ask", json={"question": "Who won the world cup in 2018?"})
    town.get("/articles/none")
    town.request("INVENTED", "/articles")
    text = town.get("/metrics").text
    assert 'wellspring_answers_total{answered="true"} 1.0' in text
    assert 'wellspring_answers_total{answered="false"} 1.0' in text
    labels = 'method="GET",route="/articles/{article_id}",status="404"'
    assert f"wellspring_requests_total{{{labels}}} 1.0" in text
    assert "INVENTED" not in text
    assert 'wellspring_stage_seconds_count{stage="total"} 2.0' in text
    assert "wellspring_first_word_seconds_count 2.0" in text
    assert "wellspring_articles 2.0" in text
