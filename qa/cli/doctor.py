"""`wellspring doctor`: look at everything that answering needs, and say how to mend what is amiss."""

import errno
import os
import shutil
import socket
import sqlite3
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from typing import Annotated

import psutil
import typer

from index.problems import Problem
from index.types import WellspringError
from qa.cli.terminal import out, wellspring
from qa.history.conversations import CONVERSATIONS_FILE, Conversations
from qa.models.finding import find
from qa.models.known import DEFAULT, known
from qa.wiring import LARGE_READER_WEIGHTS, READER_WEIGHTS, Wellspring

_PACKAGES = (
    "wellspring-qa",
    "torch",
    "transformers",
    "sentence-transformers",
    "faiss-cpu",
    "fastapi",
    "tiktoken",
)
_NETWORK = (
    "socket.connect",
    "socket.sendto",
    "socket.sendmsg",
    "socket.getaddrinfo",
    "socket.gethostbyname",
)
_MEMORY_GB = 2.5  # what the bundled models take when they answer
_DISK_GB = 1.0


@dataclass(frozen=True, slots=True)
class Check:
    """What was looked at, whether it is well, and what to know or do."""

    name: str
    well: bool
    said: str


def doctor(
    prove_offline: Annotated[
        bool,
        typer.Option(
            "--prove-offline", help="Answer a question while every connection is refused."
        ),
    ] = False,
) -> None:
    """Check models, index, versions, port and memory; every fault comes with what mends it.

    Example: `wellspring doctor --prove-offline`
    """
    well = wellspring()
    checks = [_checked(name, check, well) for name, check in _CHECKS.items()]
    if prove_offline:
        checks.append(_checked("offline", _offline, well))
    for check in checks:
        out.print(f"{'ok  ' if check.well else 'FAIL'}  {check.name:14} {check.said}")
    if not all(check.well for check in checks):
        raise typer.Exit(1)


def _checked(name: str, check: Callable[[Wellspring], str], well: Wellspring) -> Check:
    try:
        return Check(name, True, check(well))
    except WellspringError as error:
        return Check(name, False, error.message)
    except (OSError, sqlite3.Error) as error:
        return Check(
            name, False, f"{error}. See that the place exists, can be written and has room."
        )


def _versions(_: Wellspring) -> str:
    return ", ".join([f"Python {sys.version.split()[0]}", *_package_versions()])


def _package_versions() -> Iterator[str]:
    for package in _PACKAGES:
        try:
            yield f"{package} {version(package)}"
        except PackageNotFoundError as error:
            raise WellspringError(
                Problem.MISSING_PACKAGE, f"The package {package} is not installed. Run `make run`."
            ) from error


def _models(well: Wellspring) -> str:
    for weights in (READER_WEIGHTS, LARGE_READER_WEIGHTS):
        if not weights.is_file():
            raise WellspringError(
                Problem.MISSING_MODEL,
                f"The weights of a reader are missing ({weights}). Install Wellspring again.",
            )
    chosen = [
        model
        for name in (well.settings.embedder, well.settings.generator)
        if (model := known(name))
    ]
    found = [find(model, well.folders) for model in dict.fromkeys((*chosen, *DEFAULT))]
    whole = [
        f"{copy.model.name} is whole ({copy.model.megabytes}, {copy.origin})" for copy in found
    ]
    return f"{', '.join(whole)}; embedder {well.settings.embedder}, generator {well.settings.generator}"


def _index(well: Wellspring) -> str:
    articles, passages = well.index.counts()
    folder = well.index.folder()
    if not folder.is_dir():
        raise WellspringError(
            Problem.MISSING_FOLDER,
            f"The folder of the articles ({folder}) is gone. Run `wellspring index FOLDER` with its new place.",
        )
    return f"{articles} articles, {passages} passages, generation {well.index.generation}, from {folder}"


def _conversations(well: Wellspring) -> str:
    with closing(Conversations(well.settings.data_dir / CONVERSATIONS_FILE)) as conversations:
        return f"{conversations.count()} kept, {len(conversations.feedback())} with feedback"


def _port(well: Wellspring) -> str:
    host, port = well.settings.host, well.settings.port
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            taken = error.errno == errno.EADDRINUSE
            why = (
                "something listens there already, perhaps Wellspring itself"
                if taken
                else error.strerror
            )
            message = f"{host}:{port} cannot be used: {why}. Choose another with WELLSPRING_PORT."
            raise WellspringError(Problem.PORT_BUSY, message) from error
    return f"{host}:{port} is free"


def _memory(_: Wellspring) -> str:
    free = psutil.virtual_memory().available / 1e9
    if free < _MEMORY_GB:
        raise WellspringError(
            Problem.LITTLE_MEMORY,
            f"{free:.1f} GB of memory are free, {_MEMORY_GB:.0f} are needed. Close other programs.",
        )
    return f"{free:.1f} GB free, {os.cpu_count()} cores"


def _disk(well: Wellspring) -> str:
    folder = well.settings.data_dir.resolve()
    free = shutil.disk_usage(folder).free / 1e9
    if free < _DISK_GB or not os.access(folder, os.W_OK):
        raise WellspringError(
            Problem.NO_ROOM,
            f"{folder} has {free:.1f} GB free, or cannot be written. Make room, or set WELLSPRING_DATA_DIR.",
        )
    return f"{free:.1f} GB free in {folder}"


def _offline(well: Wellspring) -> str:
    """Refuse every connection of this process from now on, then answer a question."""
    refused: list[str] = []

    def refuse(event: str, _: object) -> None:
        if event in _NETWORK:
            refused.append(event)
            raise PermissionError(f"{event} is refused while offline answering is proven")

    sys.addaudithook(refuse)
    (article,), _ = well.index.listing(limit=1)
    answer = well.answerer.ask(f"What is said about {' '.join(article.title.split()[:12])}?")
    outcome = "answered" if answer.answered else "declined"
    return f"a question was {outcome} in {answer.timings_ms['total']} ms with every connection refused ({len(refused)} were tried)"


_CHECKS: dict[str, Callable[[Wellspring], str]] = {
    "versions": _versions,
    "models": _models,
    "index": _index,
    "conversations": _conversations,
    "port": _port,
    "memory": _memory,
    "disk": _disk,
}
