"""The benchmarks keep what they make beside the index of the tests."""

import pytest

from qa.wiring import Wellspring


@pytest.fixture(autouse=True)
def data_dir(well: Wellspring, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WELLSPRING_DATA_DIR", str(well.settings.data_dir))
