"""Every setting, in one flat class; each comes from an environment variable `WELLSPRING_<NAME>`."""

import difflib
import os
from pathlib import Path
from typing import Literal

from pydantic import Field, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from index.problems import Problem
from index.types import WellspringError

PREFIX = "WELLSPRING_"


class Settings(BaseSettings):
    """All settings with their defaults."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, extra="forbid", frozen=True)

    data_dir: Path = Field(default=Path(".wellspring"), description="where the index is kept")
    models: Path | None = Field(
        default=None, description="a folder that holds published models by name; looked at first"
    )
    articles: str = Field(
        default="seeds",
        description="the folder that `index` reads when none is named; several are separated "
        f"by `{os.pathsep}`",
    )
    ignore: str = Field(
        default="",
        description="what `index` leaves out, as in .gitignore; patterns separated by commas",
    )
    max_file_mb: float = Field(
        default=20,
        gt=0,
        allow_inf_nan=False,
        description="a larger file (of .jsonl: a longer line) is skipped",
    )
    embedder: str = Field(
        default="bundled",
        description="`bundled`, a name of `wellspring models`, a local folder, "
        "or a sentence-transformers hub name",
    )
    generator: str = Field(
        default="bundled",
        description="`bundled`, `bundled-untuned`, a name of `wellspring models`, "
        "a local folder (a model or an adapter), the hub name of a causal language model, "
        "or `openai:MODEL@http://127.0.0.1:11434/v1`: a model of an OpenAI-compatible server",
    )
    generator_key: str = Field(
        default="", repr=False, description="key that the generator's server wants; empty: none"
    )
    generator_timeout: float = Field(
        default=90,
        gt=0,
        le=3600,
        allow_inf_nan=False,
        description="seconds that a generator not tuned here has for an answer",
    )
    generator_context: int = Field(
        default=0,
        ge=0,
        description="tokens that the generator reads at once; 0: as many as the model says, "
        "2048 on a server",
    )
    runtime: Literal["auto", "transformers"] = Field(
        default="auto", description="what runs the generator"
    )
    host: str = Field(default="127.0.0.1", description="address that `serve` listens on")
    port: int = Field(default=8000, ge=0, le=65535, description="port that `serve` listens on")
    api_keys: str = Field(
        default="",
        description="keys that clients must send, separated by commas; empty: none needed",
    )
    allowed_origins: str = Field(
        default="",
        description="origins whose pages may call the API, as app://obsidian.md, "
        "separated by commas; empty: none",
    )
    root_path: str = Field(
        default="", description="path that a proxy serves Wellspring under, as /docs/ask"
    )
    trusted_proxies: str = Field(
        default="127.0.0.1,::1",
        description="addresses or networks of proxies whose X-Forwarded headers are believed, "
        "separated by commas",
    )
    editable: bool = Field(
        default=True,
        description="whether the page and the API may add, replace and delete articles",
    )
    min_confidence: float = Field(
        default=0.4, ge=0, le=1, description="answers below this confidence are declined"
    )
    threads: int = Field(
        default=0, ge=0, description="CPU threads of the models; 0: one for each core"
    )
    at_once: int = Field(
        default=2,
        ge=1,
        description="questions that a server answers at once; the others wait for their turn",
    )
    waiting: int = Field(
        default=64,
        ge=0,
        description="questions that may wait, half of them of one address; more get 503",
    )

    @property
    def keys(self) -> tuple[str, ...]:
        """Return the keys of which a client must send one."""
        return tuple(key.strip() for key in self.api_keys.split(",") if key.strip())

    @property
    def key(self) -> str:
        """Return the key that a command sends to a server, "" where none is set."""
        return next(iter(self.keys), "")

    @property
    def folders(self) -> tuple[Path, ...]:
        """Return the folders of `articles`; one whose name holds the separator is one folder."""
        if Path(self.articles).is_dir():
            return (Path(self.articles),)
        return tuple(Path(folder) for folder in self.articles.split(os.pathsep) if folder)


def load_settings() -> Settings:
    """Read the settings from the environment.

    Raises `WellspringError` for a `WELLSPRING_` name that is no setting, or a value that does not
    fit.
    """
    for given in os.environ:
        if given.upper().startswith(PREFIX):
            _see_known(given)
    try:
        return Settings()
    except ValidationError as error:
        first = error.errors()[0]
        name = PREFIX + str(first["loc"][0]).upper()
        told = f"{name}={first['input']!r} does not fit: {first['msg']}."
        raise WellspringError(Problem.BAD_SETTING, told) from error


def _see_known(given: str) -> None:
    """Refuse a variable that is no setting."""
    names = [PREFIX + name.upper() for name in Settings.model_fields]
    if given.upper() in names:
        return
    bare = {name.removeprefix(PREFIX): name for name in names}
    near = difflib.get_close_matches(given.upper().removeprefix(PREFIX), bare, 1)
    hint = f"Did you mean {bare[near[0]]}?" if near else f"The settings are {', '.join(names)}."
    raise WellspringError(Problem.UNKNOWN_SETTING, f"There is no setting {given}. {hint}")
