import pytest

from qa.models.known import DEFAULT, MODELS, QWEN
from qa.models.types import InParts, Model, OnHub


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.name)
def test_every_model_is_pinned_by_hash_version_and_revision(model: Model) -> None:
    hashes = [file.sha256 for file in model.files]
    for source in model.sources:
        if isinstance(source, OnHub):
            assert len(bytes.fromhex(source.revision)) == 20
        else:
            hashes += (
                [part.wheel.sha256 for part in source.parts]
                if isinstance(source, InParts)
                else [source.wheel.sha256]
            )
    assert all(len(bytes.fromhex(sha256)) == 32 for sha256 in hashes)
    assert len(set(hashes)) == len(hashes)
    assert isinstance(model.sources[-1], OnHub)  # asked last, and only when the user wants it


def test_parts_that_make_one_file_are_as_large_as_it() -> None:
    (source, _) = QWEN.sources
    assert isinstance(source, InParts)
    assert sum(part.size for part in source.parts) == QWEN.size == 491_400_064


def test_the_default_install_stays_below_what_it_may_cost() -> None:
    assert sum(model.size for model in DEFAULT) < 700_000_000
