"""Unpack a model that is one GGUF file into plain bfloat16 weights, which load in a moment."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

from qa.models.finding import Folders, find
from qa.models.keeping import locked, writable
from qa.models.stamps import Stamps, sha256_of
from qa.models.types import Model

_WEIGHTS, _NOTE = "model.safetensors", "SHA256"


def loadable(model: Model, folders: Folders, note: Callable[[str], None] = lambda _: None) -> Path:
    """Return a folder that `transformers` loads: a whole copy or, of a GGUF file, unpacked weights.

    These are compared with the SHA-256 noted when they were made; changed ones are made again.
    """
    copy = find(model, folders, note)
    if not model.weights.name.endswith(".gguf"):
        return copy.folder
    name = f"{model.name}-{model.sha256[:8]}"
    whole = _whole(name, folders)
    if whole is None:
        place = writable(folders)
        with locked(place, name):  # another process may have made it meanwhile
            gguf = copy.folder / model.weights.name
            whole = _whole(name, folders) or _unpacked(gguf, place / name, note)
    return whole


def _whole(name: str, folders: Folders) -> Path | None:
    kept = [folder / name for folder in folders.kept]
    return next((folder for folder in kept if _is_whole(folder, folders.stamps)), None)


def _is_whole(folder: Path, stamps: Stamps) -> bool:
    try:
        return (folder / _NOTE).read_text("utf-8") == stamps.sha256(folder / _WEIGHTS)
    except OSError:
        return False


def _unpacked(gguf: Path, folder: Path, note: Callable[[str], None]) -> Path:
    note(f"Unpacking {gguf.name} (once) …")
    partial = folder.with_name(f"{folder.name}.partial")
    shutil.rmtree(partial, ignore_errors=True)
    _unpack(gguf, partial)
    (partial / _NOTE).write_text(sha256_of(partial / _WEIGHTS), "utf-8")
    shutil.rmtree(folder, ignore_errors=True)
    os.replace(partial, folder)
    return folder


def _unpack(gguf: Path, folder: Path) -> None:
    import torch
    from transformers import AutoModelForCausalLM, AutoTokenizer, GgufConfig

    model = AutoModelForCausalLM.from_pretrained(
        gguf.parent,
        gguf_file=gguf.name,
        dtype=torch.bfloat16,
        quantization_config=GgufConfig(gguf_file=gguf.name, dequantize=True),
    )
    model.save_pretrained(folder)
    AutoTokenizer.from_pretrained(gguf.parent, gguf_file=gguf.name).save_pretrained(folder)
