from pathlib import Path

import pytest

from index.types import WellspringError
from qa.cli.doctor.parts import conversations, index, model_server, models
from qa.history.conversations import CONVERSATIONS_FILE, Conversations
from qa.settings import Settings
from qa.wiring import Wellspring
from qa.writing.served.generator import ServedGenerator
from tests.qa.history.conftest import answer
from tests.qa.writing.served.hostile import running


def well(**settings: object) -> Wellspring:
    return Wellspring(Settings.model_validate(settings))


def test_conversations_are_counted_with_what_was_said_of_them(tmp_path: Path) -> None:
    kept = Conversations(tmp_path / CONVERSATIONS_FILE)
    for thumb in (True, False, None):
        turn = kept.add(kept.start("Bridges").id, answer(), {})
        kept.judge(turn.id, thumb)
    kept.close()
    assert conversations(well(data_dir=tmp_path)) == "3 kept, 2 with feedback"


def test_damaged_conversations_are_told_with_what_mends_them(tmp_path: Path) -> None:
    (tmp_path / CONVERSATIONS_FILE).write_bytes(b"damaged" * 1000)
    with pytest.raises(WellspringError, match="Move it away"):
        conversations(well(data_dir=tmp_path))


def test_a_missing_index_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(WellspringError, match="wellspring index FOLDER"):
        index(well(data_dir=tmp_path, embedder="someone/some-embedder"))


def test_a_folder_of_models_that_is_none_is_told(tmp_path: Path) -> None:
    with pytest.raises(WellspringError, match=r"WELLSPRING_MODELS=.*none is no folder"):
        models(well(data_dir=tmp_path, models=tmp_path / "none"))


def test_a_model_server_is_asked_for_a_word() -> None:
    assert model_server(well()) == "none is asked: the generator runs here"
    with running() as server:
        good = well(generator=server.named("well"))
        bad = well(generator=server.named("wrong-key"), generator_key="secret")
        assert model_server(good) == f"well answers at {server.address}/v1"
        with pytest.raises(WellspringError, match="WELLSPRING_GENERATOR_KEY"):
            model_server(bad)
        for generator in (good.generator, bad.generator):
            assert isinstance(generator, ServedGenerator)
            generator.close()


def test_a_generator_that_names_no_server_is_told() -> None:
    with pytest.raises(WellspringError, match="has not the form openai:MODEL@"):
        model_server(well(generator="openai:llama"))
