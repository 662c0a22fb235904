import pytest

from index.types import WellspringError
from qa.models.known import QWEN, SMOLLM2
from qa.models.naming import known, named


def test_a_model_is_known_by_its_name_or_its_beginning() -> None:
    assert known("qwen2.5-coder-0.5b") is known("Qwen2.5-Coder-0.5B-Instruct") is QWEN
    assert known("smollm2") is SMOLLM2
    for none in ("all", "qwen2", "bundled", "someone/all-MiniLM-L6-v2", ""):
        assert known(none) is None


def test_an_unknown_name_is_told_with_the_nearest_and_all_names() -> None:
    near = r"Did you mean all-mpnet-base-v2\? The models are all-MiniLM-L6-v2, "
    with pytest.raises(WellspringError, match=rf"'all-mpnet-base-v1'\. {near}"):
        named("all-mpnet-base-v1")
    with pytest.raises(WellspringError, match=r"no model 'gpt'\. The models are"):
        named("gpt")
