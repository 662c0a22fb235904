from pathlib import Path

from transformers import AutoTokenizer

from index.tokens import load_encoding
from qa.models.known import SMOLLM2
from qa.models.unpacking import loadable
from qa.wiring import Wellspring


def test_counts_equal_the_models_own_tokenizer_on_every_line_of_the_seeds(well: Wellspring) -> None:
    folder = loadable(SMOLLM2, well.folders)
    encoding = load_encoding(folder / "tokenizer.json")
    own = AutoTokenizer.from_pretrained(folder)
    lines = [
        line
        for path in (Path(__file__).parents[2] / "seeds").iterdir()
        for line in path.read_text("utf-8").splitlines()
    ]
    assert [len(encoding.encode_ordinary(line)) for line in lines] == [
        len(own(line)["input_ids"]) for line in lines
    ]
