"""The settings page: what is chosen has an effect, what cannot be changed is shown."""

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from index.embedder import Embedder
from index.types import Scope
from qa.measured import Measured, Strictness, keep
from qa.settings import Settings
from qa.types import Answer, Turn
from qa.ways.inquiry import EVERY_STEP, Flow
from tests.web.conftest import BRIDGE, MILL, Telling, index_of
from web.app import create_app

BROWSER = {"Accept": "text/html"}
CHOSEN = {"length": "quotes", "min_confidence": "0.75"}
Made = Callable[..., TestClient]


class Flowing(Telling):
    """Notes how it is asked to answer."""

    flows: Sequence[Flow] = ()

    def stream(
        self,
        question: str,
        turns: Sequence[Turn] = (),
        top_k: int = 5,
        flow: Flow = EVERY_STEP,
        scope: Scope | None = None,
    ) -> Iterator[str | Answer]:
        self.flows = [*self.flows, flow]
        return super().stream(question, turns, top_k, flow, scope)


@pytest.fixture
def telling(tmp_path: Path, hashed: Embedder) -> Iterator[Flowing]:
    texts = {"town/bridge.md": BRIDGE, "town/mill.md": MILL}
    with closing(index_of(tmp_path, texts, hashed)) as index:
        yield Flowing(index)


@pytest.fixture
def made(telling: Flowing, tmp_path: Path) -> Made:
    """Make a client of a server that is local or not."""

    def make(*keys: str, local: bool = True) -> TestClient:
        settings = Settings(
            data_dir=tmp_path / "data",
            api_keys=",".join(keys),
            generator="openai:qwen2.5:7b@http://10.0.0.7/v1",
            generator_key="secret-of-the-server",
        )
        app = create_app(telling.index, telling, frozenset(keys), local=local, settings=settings)
        return TestClient(app, "http://localhost", headers=BROWSER, follow_redirects=False)

    return make


def test_a_choice_is_kept_by_the_browser_and_goes_with_its_questions(
    made: Made, telling: Flowing
) -> None:
    client = made()
    assert client.post("/settings", data=CHOSEN).headers["location"] == "/settings"
    page = client.get("/settings").text
    assert re.findall(r'value="([^"]+)" checked', page) == ["quotes", "0.75"]
    assert "&#34;length&#34;: &#34;quotes&#34;" in client.get("/").text
    client.post("/", data={"question": "When was the bridge opened?"})
    assert telling.flows == [Flow(generate=False, min_confidence=0.75)]


def test_a_program_chooses_with_each_question(made: Made, telling: Flowing) -> None:
    client = made()
    asked = {"question": "When was the bridge opened?", "length": "context"}
    assert client.post("/ask", json=asked, headers={"Accept": "*/*"}).status_code == 200
    assert telling.flows == [Flow(around=True)]
    wrong = client.post("/ask", json={**asked, "length": "long"}, headers={"Accept": "*/*"})
    assert wrong.status_code == 422


def test_a_question_sent_twice_with_another_choice_is_another_question(
    made: Made, telling: Flowing
) -> None:
    client = made()
    asked = {"question": "When?", "submission": "0123456789abcdef", "conversation_id": "new"}
    for length in ("short", "short", "quotes"):
        client.post("/ask", json={**asked, "length": length}, headers={"Accept": "*/*"})
    assert len(telling.flows) == 2


@pytest.mark.parametrize("wrong", [{"length": "long"}, {"min_confidence": "2"}])
def test_a_choice_that_there_is_not_is_refused(made: Made, wrong: dict[str, str]) -> None:
    assert made().post("/settings", data={**CHOSEN, **wrong}).status_code == 422


def test_every_setting_is_shown_and_no_key(made: Made) -> None:
    page = made("secret").get("/settings", headers={"Authorization": "Bearer secret"}).text
    assert {f"WELLSPRING_{name.upper()}" for name in Settings.model_fields} == set(
        re.findall(r"<code>(WELLSPRING_\w+)</code>", page)
    )
    assert "secret" not in page


def test_over_a_network_nothing_is_chosen_and_no_path_is_told(made: Made, tmp_path: Path) -> None:
    client, key = made("secret", local=False), {"Authorization": "Bearer secret"}
    page = client.get("/settings", headers=key).text
    assert "<form" not in page
    assert "WELLSPRING_MIN_CONFIDENCE" in page
    assert str(tmp_path) not in page
    assert "WELLSPRING_API_KEYS" not in page
    assert client.post("/settings", data=CHOSEN, headers=key).status_code == 405


def test_what_being_stricter_costs_is_told_as_the_last_eval_measured_it(
    made: Made, tmp_path: Path
) -> None:
    client = made()
    assert "is not known here yet" in client.get("/settings").text
    outcomes = [Strictness(0.4, 0.84, 0.07), Strictness(0.6, 0.79, 0.05)]
    keep(Measured("seeds", 178, "2026-11-26T17:08:20+00:00", outcomes), tmp_path / "data")
    page = client.get("/settings").text
    assert "84 of 100 questions answered rightly; 7 of 100 answers wrong" in page
    assert "seeds, 178 questions, 2026-11-26" in page


def test_the_server_of_the_model_is_told_at_this_machine_only_and_its_key_nowhere(
    made: Made,
) -> None:
    here = made().get("/settings").text
    there = made("key", local=False).get("/settings", headers={"Authorization": "Bearer key"}).text
    assert "openai:qwen2.5:7b@http://10.0.0.7/v1" in here
    assert "10.0.0.7" not in there
    assert "WELLSPRING_GENERATOR_TIMEOUT" in there
    assert not [page for page in (here, there) if "secret-of-the-server" in page]
