from collections.abc import Iterator

import pytest

from tests.qa.writing.served.hostile import Hostile, running


@pytest.fixture
def hostile() -> Iterator[Hostile]:
    with running() as server:
        yield server
