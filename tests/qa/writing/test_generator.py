from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from index.types import WellspringError
from qa.wiring import Wellspring
from qa.writing.generator import TransformersGenerator

TinyModel = Callable[[Sequence[str]], Path]
ASKED = "Sentences:\n1. The bridge is 240 metres long.\n\nQuestion: How long is the bridge?"
MESSAGES = [{"role": "user", "content": ASKED}]


@pytest.fixture
def tiny_model(tiny_model_of: TinyModel) -> Path:
    return tiny_model_of([ASKED])


def test_any_local_folder_is_a_generator(tiny_model: Path) -> None:
    generator = TransformersGenerator(str(tiny_model))
    assert generator.name == tiny_model.name
    assert generator.count_tokens("The bridge is long") == 4
    assert 1 <= len(list(generator.generate(MESSAGES, 5))) <= 5


def test_a_folder_without_a_model_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(WellspringError, match="WELLSPRING_GENERATOR"):
        TransformersGenerator(str(tmp_path))


def test_the_bundled_model_writes_text_piece_by_piece(well: Wellspring) -> None:
    pieces = list(well.generator.generate(MESSAGES, 30))
    assert len(pieces) > 3
    assert "240" in "".join(pieces)


def test_closing_the_iterator_stops_the_model_and_frees_it(well: Wellspring) -> None:
    pieces = well.generator.generate(MESSAGES, 1000)
    next(pieces)
    pieces.close()  # type: ignore[attr-defined]
    assert list(well.generator.generate(MESSAGES, 3))
