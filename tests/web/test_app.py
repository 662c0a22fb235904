"""What an application is put together of (`routes/parts.py`), and what it leaves out."""

import pytest
from fastapi.testclient import TestClient

from qa.history.conversations import Conversations
from qa.wiring import Wellspring
from web.app import create_app
from web.line import Line


def test_each_application_has_parts_of_its_own(well: Wellspring) -> None:
    one, other = (create_app(well.index, well.answerer, local=True) for _ in range(2))
    assert one.state.parts.desk is not other.state.parts.desk
    assert one.state.parts.index is other.state.parts.index is well.index
    with TestClient(one, base_url="http://localhost") as client:
        client.get("/health")
        assert 'route="/health"' in client.get("/metrics").text
    with TestClient(other, base_url="http://localhost") as client:
        assert 'route="/health"' not in client.get("/metrics").text


def test_questions_and_examples_wait_in_the_line_that_is_given(well: Wellspring) -> None:
    line = Line(1, 0)
    app = create_app(well.index, well.answerer, local=True, line=line)
    with TestClient(app, base_url="http://localhost") as client, line.join():
        assert client.post("/search", json={"query": "sheep"}).status_code == 503
        assert client.get("/examples").json() == {"questions": []}
        assert "wellspring_questions_in_models 1.0" in client.get("/metrics").text


@pytest.mark.parametrize(("keys", "kept"), [({"sesame"}, True), (set(), False)])
def test_conversations_are_used_only_where_not_everybody_comes_in(
    well: Wellspring, keys: set[str], kept: bool, tmp_path_factory: pytest.TempPathFactory
) -> None:
    conversations = Conversations(tmp_path_factory.mktemp("kept") / "c.sqlite")
    app = create_app(well.index, well.answerer, frozenset(keys), conversations=conversations)
    assert (app.state.parts.desk.conversations is conversations) == kept
    assert app.state.parts.keeps == kept
    conversations.close()
