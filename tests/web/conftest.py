from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from qa.wiring import Wellspring
from web.app import create_app


@pytest.fixture(scope="session")
def client(well: Wellspring) -> Iterator[TestClient]:
    with TestClient(create_app(well.index, well.answerer), raise_server_exceptions=False) as client:
        yield client
