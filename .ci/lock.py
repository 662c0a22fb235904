"""Write the lock files anew: `make lock`; `make lock NEWER=--upgrade` takes the newest versions.

uv resolves what `pyproject.toml` names, for every system and every Python that it allows, and lists
the hash of each published file. What is locked already keeps its version where that still fits.
`requirements-cpu.lock` is kept by hand: what it names is not published where uv looks.
"""

import re
import subprocess
import sys
import tempfile
import tomllib
import venv
from pathlib import Path

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
CUDA = re.compile(r"(cuda|nvidia)-|triton$")
HEADS = {
    "requirements.lock": "Exact versions and hashes of all that runs, for every system.",
    "requirements-cuda.lock": "What torch needs besides on Linux, where it comes with CUDA.",
    "requirements-dev.lock": "What tests and checks need on top of requirements.lock.",
}

Blocks = dict[str, str]  # by name: a requirement with its hashes, in the words of the file


def blocks(text: str) -> Blocks:
    """Read a lock file."""
    parts = re.split(r"^(?=[a-z])", text, flags=re.M)
    return {part.split("==")[0]: part for part in parts if "==" in part}


def resolve(folder: Path, locked: str, *options: str) -> Blocks:
    """Let uv find versions of everything, the `locked` ones where they fit."""
    file = folder / "all.lock"
    file.write_text(locked, "utf-8")
    command = [f"{folder}/bin/uv", "pip", "compile", "pyproject.toml", "-", "-o", str(file)]
    command += ["--universal", "--generate-hashes", "--no-header", "--no-annotate", "--quiet"]
    command += ["--python-version", PROJECT["project"]["requires-python"].removeprefix(">=")]
    builds = "\n".join(PROJECT["build-system"]["requires"])
    subprocess.run(  # noqa: S603 (only what this file names is run)
        [*command, *options],
        input=builds,
        stdout=subprocess.DEVNULL,
        text=True,
        check=True,
        cwd=ROOT,
    )
    return blocks(file.read_text("utf-8"))


def main(*options: str) -> None:
    """Write every file but the one that is kept by hand."""
    now = "".join((ROOT / name).read_text("utf-8") for name in HEADS)
    with tempfile.TemporaryDirectory() as name:
        venv.create(name, with_pip=True)
        pip = [f"{name}/bin/pip", "install", "--quiet", "uv==0.13.9"]
        subprocess.run(pip, check=True)  # noqa: S603
        runs = resolve(Path(name), now, *options).keys()
        found = resolve(Path(name), now, "--extra", "dev", *options)
    by_hand = (ROOT / "requirements-cpu.lock").read_text("utf-8")
    hashes = sorted(set(re.findall(r"--hash=\S+", found["torch"] + by_hand)))
    found["torch"] = " \\\n    ".join([found["torch"].split(" ")[0], *hashes]) + "\n"
    files = {name: f"# {head} `make lock` writes it.\n" for name, head in HEADS.items()}
    for name, block in found.items():
        kind = "-cuda" if CUDA.match(name) else "" if name in runs else "-dev"
        files[f"requirements{kind}.lock"] += block
    for name, text in files.items():
        (ROOT / name).write_text(text, "utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
