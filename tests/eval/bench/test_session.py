"""A real server and `wellspring index --watch`; with `running/served`, which starts them."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from eval.bench.session import Session, running

pytestmark = pytest.mark.usefixtures("data_dir")
CHANGES = 6
TEXT = """The harbour of Lenn

The harbour of Lenn has 12 berths. It was opened on 3 May 1874 by Anna Holm.
"""


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    """A session over one short article: what is indexed first is not what is measured."""
    (tmp_path / "harbour").mkdir()
    (tmp_path / "harbour" / "lenn.txt").write_text(TEXT, "utf-8")
    with running(tmp_path, tmp_path / "harbour") as session:
        session.chance.seed(1)
        yield session


def test_a_session_of_changes_and_questions_has_no_fault(session: Session) -> None:
    for _ in range(CHANGES):
        session.step()
    found = session.found()
    assert not any(name.startswith("fault") for name in found), found
    done = {name: found.get(name, 0) for name in ("add", "edit", "delete")}
    assert sum(done.values()) == CHANGES
    assert done["add"] >= 4
    assert done["edit"] + done["delete"] >= 1, "another seed is needed"
    assert found["right"] >= 3
    assert found["questions"] == 2 * CHANGES
    assert 0 < found["seconds until found, median"] < 30
