from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from sentence_transformers import SentenceTransformer
from sentence_transformers.sentence_transformer.modules import Pooling, Transformer
from transformers import BertConfig, BertModel, BertTokenizer

from index.embedder import SentenceTransformerEmbedder, Vectors
from index.types import WellspringError
from qa.wiring import Wellspring

Together = Callable[..., list[tuple[Any, Any]]]


@pytest.fixture
def tiny_model(tmp_path: Path) -> Path:
    """A sentence-transformers folder with a random two-layer BERT."""
    bert = tmp_path / "bert"
    bert.mkdir()
    (bert / "vocab.txt").write_text(
        "\n".join(
            [
                "[PAD]",
                "[UNK]",
                "[CLS]",
                "[SEP]",
                "[MASK]",
                *"abcdefghijklmnopqrstuvwxyz",
                "sheep",
                "loan",
            ]
        )
    )
    BertTokenizer(vocab=str(bert / "vocab.txt")).save_pretrained(bert)
    config = BertConfig(
        vocab_size=33,
        hidden_size=16,
        num_hidden_layers=2,
        num_attention_heads=2,
        intermediate_size=32,
    )
    BertModel(config).save_pretrained(bert)
    body = Transformer(str(bert))
    SentenceTransformer(modules=[body, Pooling(16)]).save(str(tmp_path / "tiny"))
    return tmp_path / "tiny"


def test_a_local_folder_is_an_embedder(tiny_model: Path) -> None:
    embedder = SentenceTransformerEmbedder(str(tiny_model))
    vectors = embedder.encode(["sheep", "loan", "sheep"])
    assert vectors.shape == (3, 16)
    assert vectors.dtype == np.float32
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)
    assert np.allclose(vectors[0], vectors[2], atol=1e-5)


def test_the_name_follows_the_weights(tiny_model: Path) -> None:
    before = SentenceTransformerEmbedder(str(tiny_model)).name
    (weights,) = tiny_model.rglob("*.safetensors")
    weights.write_bytes(weights.read_bytes()[:-1] + b"\x01")
    assert SentenceTransformerEmbedder(str(tiny_model)).name != before


def test_a_folder_without_a_model_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(WellspringError, match="WELLSPRING_EMBEDDER"):
        SentenceTransformerEmbedder(str(tmp_path)).encode(["x"])


def test_eight_threads_get_the_vectors_that_one_gets(well: Wellspring, together: Together) -> None:
    texts = [
        "Wheels of cheese.",
        "The cooperative makes 900 wheels of cheese a year. " * 8,
        "The bridge at Marrow was opened in 1874. " * 60,
    ]

    def both(text: str) -> tuple[bool, Vectors]:
        return well.embedder.overflows(text), well.embedder.encode([text])[0]

    alone = {text: both(text) for text in texts}
    for text, (overflows, vector) in together(both, texts, 3):
        assert overflows is alone[text][0]
        assert np.allclose(vector, alone[text][1], atol=1e-6)


def test_measuring_a_text_changes_nothing_for_a_thread_that_encodes(well: Wellspring) -> None:
    tokenizer = well.embedder.load().tokenizer
    well.embedder.encode(["A text."])
    before = tokenizer.backend_tokenizer.truncation, tokenizer.backend_tokenizer.padding
    assert well.embedder.overflows("The bridge at Marrow was opened in 1874. " * 60)
    assert (tokenizer.backend_tokenizer.truncation, tokenizer.backend_tokenizer.padding) == before
    assert before[0]["max_length"] == 256
