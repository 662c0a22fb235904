"""The hub's own library against a server of ours that answers as the hub does."""

import os
import pickle
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.responses import FileResponse

from index.types import WellspringError
from qa.models.fetching import fetch
from qa.models.finding import Folders
from qa.models.types import Model, OnHub
from tests.qa.models.conftest import FILES, model_of, sha256, write_model

ROOT = Path(__file__).parents[3]
SOURCE = OnHub("someone/small-model", "a" * 40)
MODEL = model_of(FILES, SOURCE)


@pytest.fixture
def hub(tmp_path: Path, serve: Callable[[Any], str]) -> str:
    """The address of a hub that has one repository at one revision."""
    write_model(tmp_path / "hub")
    app = FastAPI()

    @app.api_route(
        f"/{SOURCE.repository}/resolve/{SOURCE.revision}/{{path:path}}", methods=["GET", "HEAD"]
    )
    def resolve(path: str) -> FileResponse:
        return FileResponse(
            tmp_path / "hub" / path,
            headers={"X-Repo-Commit": SOURCE.revision, "ETag": f'"{sha256(path.encode())}"'},
        )

    return serve(app)


def fetched(model: Model, place: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    (place.parent / "model.pickle").write_bytes(pickle.dumps(model))
    command = [
        sys.executable,
        "-m",
        "tests.qa.models.fetch_one",
        str(place.parent / "model.pickle"),
        str(place),
        "hub",
    ]
    clean = {name: value for name, value in os.environ.items() if not name.startswith("HF_")}
    return subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, env={**clean, **environment}, timeout=120
    )


def test_a_model_comes_from_the_hub_at_its_revision(hub: str, tmp_path: Path) -> None:
    done = fetched(MODEL, tmp_path / "models", HF_ENDPOINT=hub)
    assert done.stdout == "whole, from hub someone/small-model at aaaaaaaa\n", done.stderr
    place = tmp_path / "models" / "small-model"
    assert {path: (place / path).read_bytes() for path in FILES} == FILES
    assert not (place / ".cache").exists()
    assert not (tmp_path / "models" / "small-model.parts").exists()


def test_another_file_than_the_published_one_is_refused(hub: str, tmp_path: Path) -> None:
    (tmp_path / "hub" / "config.json").write_text('{"layers": 3}', "utf-8")
    done = fetched(MODEL, tmp_path / "models", HF_ENDPOINT=hub)
    assert done.returncode == 1
    refused = "wrong_hash: small-model from hub someone/small-model at aaaaaaaa is refused"
    assert f"{refused}: the SHA-256 of " in done.stderr
    assert not (tmp_path / "models" / "small-model").exists()


@pytest.mark.parametrize(
    ("revision", "environment"),
    [
        ("b" * 40, {}),
        (SOURCE.revision, {"HF_ENDPOINT": "http://127.0.0.1:9"}),
        (SOURCE.revision, {"HF_HUB_OFFLINE": "1"}),
    ],
    ids=["no such revision", "not reached", "told to stay offline"],
)
def test_when_the_hub_does_not_give_it_the_packages_are_named(
    hub: str, tmp_path: Path, revision: str, environment: dict[str, str]
) -> None:
    model = replace(MODEL, sources=(replace(SOURCE, revision=revision),))
    done = fetched(model, tmp_path / "models", **{"HF_ENDPOINT": hub, **environment})
    assert done.returncode == 1
    assert "no_hub: small-model cannot be fetched from hub" in done.stderr
    assert "`wellspring models fetch small-model`" in done.stderr
    assert "Traceback" not in done.stderr


def test_the_hub_is_not_asked_unless_the_user_wants_it(folders: Folders) -> None:
    with pytest.raises(WellspringError, match="not here"):
        fetch(MODEL, folders)
