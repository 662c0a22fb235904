"""Turn texts into unit vectors with sentence-transformers."""

import copy
import hashlib
from collections.abc import Sequence
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np
from numpy.typing import NDArray

from index.problems import Problem
from index.types import WellspringError

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

Vectors = NDArray[np.float32]


class Embedder(Protocol):
    """What the index needs of an embedding model."""

    @property
    def name(self) -> str:
        """Name the model and its weights: two embedders with one name give the same vectors."""
        ...

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Return one unit vector a text, shape (len(texts), dimension), float32."""
        ...

    def overflows(self, text: str) -> bool:
        """Tell whether a text is longer than the model reads, so that its end would not count."""
        ...


class SentenceTransformerEmbedder:
    """Any sentence-transformers model, by hub name or local folder; loaded when first used."""

    def __init__(self, model: str, name: str | None = None) -> None:
        self._model = model
        self.name = name or model_name(model)
        self._loaded: SentenceTransformer | None = None
        # A tokenizer that cuts nothing; the model's own one is told to cut, and threads share it.
        self._counting: Any = None
        self._lock = Lock()

    def load(self) -> "SentenceTransformer":
        """Return the loaded model.

        Raises `WellspringError` when there is no such folder or hub model.
        """
        with self._lock:
            if self._loaded is None:
                loaded = _load(self._model)
                self._counting = copy.deepcopy(loaded.tokenizer)
                # Tells its tokenizer how to cut and pad before threads share it.
                loaded.encode(["once"], show_progress_bar=False)
                self._loaded = loaded
        return self._loaded

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Return one unit vector a text, shape (len(texts), dimension), float32."""
        import torch

        model = self.load()
        with torch.autocast("cpu", torch.bfloat16, enabled=len(texts) > 1 and _computes_bfloat16()):
            vectors = model.encode(
                list(texts),
                batch_size=32,
                normalize_embeddings=True,
                show_progress_bar=False,
                convert_to_numpy=True,
            )
        return np.asarray(vectors, dtype=np.float32)

    def overflows(self, text: str) -> bool:
        """Tell whether a text is longer than the model reads, so that its end would not count."""
        model = self.load()
        limit = model.max_seq_length
        # A token is a letter at least; two of them mark the ends.
        if limit is None or len(text) < limit // 2:
            return False
        return len(self._counting(text, truncation=False, verbose=False)["input_ids"]) > limit


def _computes_bfloat16() -> bool:
    """Tell whether the processor multiplies in bfloat16.

    Elsewhere it would be slower than float32, here it is several times as fast.
    """
    from torch import cpu

    return bool(cpu._is_avx512_bf16_supported() or cpu._is_amx_tile_supported())


def model_name(model: str) -> str:
    """Name a model: a hub name as it is, a local folder with a hash of its weights."""
    folder = Path(model)
    if not folder.is_dir():
        return model
    digest = hashlib.sha256()
    weights = [*folder.rglob("*.safetensors"), *folder.rglob("*.bin")]
    for file in sorted([*weights, folder / "config.json"]):
        if file.is_file():
            digest.update(file.read_bytes())
    return f"{folder.name}@{digest.hexdigest()[:8]}"


def _load(model: str) -> "SentenceTransformer":
    # Seconds to import: only when vectors are needed.
    from sentence_transformers import SentenceTransformer

    try:
        return SentenceTransformer(model, device="cpu")
    except Exception as error:  # whatever a hub, a file or the model's own code raises
        raise WellspringError(
            Problem.BAD_EMBEDDER,
            f"The embedder {model!r} could not be loaded ({type(error).__name__}). "
            "Set WELLSPRING_EMBEDDER to a folder with a sentence-transformers model, "
            "or to a hub name while you are online, or unset it for the bundled one.",
        ) from error
