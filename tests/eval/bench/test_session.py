"""A real server and `wellspring index --watch`, and a scripted server that makes faults.

With `running/served`, which starts the real ones.
"""

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from eval.bench.session import Session, running

Serve = Callable[[object], str]
CHANGES = 6
TEXT = """The harbour of Lenn

The harbour of Lenn has 12 berths. It was opened on 3 May 1874 by Anna Holm.
"""


@pytest.fixture
def session(data_dir: None, tmp_path: Path) -> Iterator[Session]:
    """A session over one short article: what is indexed first is not what is measured."""
    (tmp_path / "harbour").mkdir()
    (tmp_path / "harbour" / "lenn.txt").write_text(TEXT, "utf-8")
    with running(tmp_path, tmp_path / "harbour") as session:
        session.chance.seed(28)  # which edits and deletes within six steps
        yield session


def test_a_session_of_changes_and_questions_has_no_fault(session: Session) -> None:
    for _ in range(CHANGES):
        session.step()
    found = session.found()
    assert not any(name.startswith("fault") for name in found), found
    done = {name: found.get(name, 0) for name in ("add", "edit", "delete")}
    assert sum(done.values()) == CHANGES
    assert done["add"] >= 4
    assert min(done["edit"], done["delete"]) >= 1, "another seed is needed"
    assert found["right"] >= 3
    assert found["questions"] == 2 * CHANGES
    assert 0 < found["seconds until found, median"] < 30


@dataclass
class Town:
    """A server over a folder of lighthouses, which is as good as it is told to be."""

    folder: Path
    forgets: bool = True  # what was changed
    follows: bool = True  # says that it has indexed a change
    shift: int = 0  # of its quotes
    status: int = 200  # of its answers
    texts: dict[str, str] = field(default_factory=dict)
    generation: int = 0

    def app(self) -> Starlette:
        return Starlette(
            routes=[
                Route("/index", self.index),
                Route("/ask", self.ask, methods=["POST"]),
                Route("/articles/{name}", self.article),
            ]
        )

    async def index(self, _: Request) -> Response:
        self.generation += self.follows
        return JSONResponse({"generation": self.generation})

    async def article(self, request: Request) -> Response:
        return JSONResponse({"text": self.text(request.path_params["name"])})

    async def ask(self, request: Request) -> Response:
        asked = re.search(r"lighthouse of (\w+)", (await request.json())["question"])
        text = self.text(asked[1]) if asked else ""
        if not asked or not text:
            said: dict[str, Any] = {"answer": "The articles do not say.", "citations": []}
            return JSONResponse(said, self.status)
        quote = {"start": self.shift, "end": len(text) + self.shift, "quote": text}
        cited = {**quote, "article_id": asked[1], "source": f"articles/{asked[1]}.txt"}
        return JSONResponse({"answer": text, "citations": [cited]}, self.status)

    def text(self, name: str) -> str:
        file = self.folder / f"{name}.txt"
        now = file.read_text("utf-8") if file.exists() else ""
        return now if self.forgets else self.texts.setdefault(name, now)


def session_over(serve: Serve, folder: Path, **faults: Any) -> Session:
    """Take fourteen steps, at least one of each kind, over a server with faults."""
    url = serve(Town(folder, **faults).app())
    session = Session(folder, url, random.Random(5), patience=0.0)
    for _ in range(14):
        session.step()
    assert min(session.counts[kind] for kind in ("add", "edit", "delete")) > 0
    return session


def faults_of(session: Session) -> set[str]:
    return {name for name in session.counts if name.startswith("fault")}


def test_a_good_server_has_no_fault(serve: Serve, tmp_path: Path) -> None:
    session = session_over(serve, tmp_path)
    assert faults_of(session) == set()
    counts = session.counts
    assert counts["right"] == counts["add"] + counts["edit"] == counts["quotes"]
    assert counts["no answer from a deleted article"] == counts["delete"]
    assert counts["questions"] == 28
    assert {path.stem for path in tmp_path.iterdir()} == set(session.heights)


def test_answers_from_texts_that_are_gone_are_faults(serve: Serve, tmp_path: Path) -> None:
    session = session_over(serve, tmp_path, forgets=False)
    assert faults_of(session) == {
        *("fault: an old answer", "fault: answered from a deleted article")
    }
    assert session.counts["fault: an old answer"] == session.counts["edit"]


def test_a_quote_that_its_article_does_not_hold_is_a_fault(serve: Serve, tmp_path: Path) -> None:
    session = session_over(serve, tmp_path, shift=1)
    assert faults_of(session) == {"fault: quote not at its place"}


def test_a_request_that_fails_is_a_fault(serve: Serve, tmp_path: Path) -> None:
    session = session_over(serve, tmp_path, status=500)
    assert faults_of(session) == {"fault: failed request"}
    assert session.counts["fault: failed request"] == session.counts["questions"]


def test_a_change_that_is_not_indexed_in_time_is_a_fault(serve: Serve, tmp_path: Path) -> None:
    session = session_over(serve, tmp_path, follows=False)
    assert faults_of(session) == {"fault: not indexed in time"}
    assert session.found()["seconds until found, median"] == 0.0
