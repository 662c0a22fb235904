from pathlib import Path

import pytest

from index.problems import Problem
from index.storage.schema import FORMAT, IndexSettings
from index.storage.store import Store
from index.storage.writing import WritableStore
from index.types import WellspringError


@pytest.mark.parametrize(
    ("other", "told"),
    [
        (IndexSettings("m2"), "embedder 'm1' there, 'm2' now"),
        (IndexSettings("m1", passage_tokens=100), "passage_tokens 200 there, 100 now"),
        (IndexSettings("m1", format=FORMAT + 1), f"format {FORMAT} there, {FORMAT + 1} now"),
    ],
)
def test_other_settings_are_told_by_name(
    store: WritableStore, other: IndexSettings, told: str
) -> None:
    store.check_settings(other)  # nothing is stored yet: any will do
    store.set_meta(settings=IndexSettings("m1").to_json())
    store.check_settings(IndexSettings("m1"))
    assert store.embedder == "m1"
    with pytest.raises(WellspringError, match=told) as error:
        store.check_settings(other)
    assert error.value.code is Problem.OTHER_SETTINGS


def test_a_store_of_a_build_that_was_stopped_at_its_first_step_is_no_index(tmp_path: Path) -> None:
    (tmp_path / "index.sqlite").write_bytes(b"")
    for path in (tmp_path / "index.sqlite", tmp_path / "none.sqlite", tmp_path):
        with pytest.raises(WellspringError) as told:
            Store(path)
        assert told.value.code is Problem.MISSING_INDEX
