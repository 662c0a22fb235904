"""What the doctor sees of the machine: versions, port, memory, disk.

Each look says what is well, or raises what is not with what mends it.
"""

import errno
import os
import shutil
import socket
import sys
from importlib.metadata import PackageNotFoundError, version

import psutil

from index.problems import Problem
from index.types import WellspringError
from qa.wiring import Wellspring
from web.presence import present

_PACKAGES = (
    *("wellspring-qa", "torch", "transformers", "sentence-transformers"),
    *("faiss-cpu", "fastapi", "tiktoken"),
)
_MEMORY_GB = 2.5  # what the bundled models take when they answer
_DISK_GB = 1.0


def versions(_: Wellspring) -> str:
    """Name the versions of Python and of the packages that matter most."""
    return ", ".join([f"Python {sys.version.split()[0]}", *map(_version, _PACKAGES)])


def _version(package: str) -> str:
    try:
        return f"{package} {version(package)}"
    except PackageNotFoundError as error:
        told = f"The package {package} is not installed. Run `make run`."
        raise WellspringError(Problem.MISSING_PACKAGE, told) from error


def port(well: Wellspring) -> str:
    """See that a server could listen where the settings say, or that ours does."""
    host, number = well.settings.host, well.settings.port
    if (server := present(well.settings.data_dir)) and server.address.endswith(f":{number}"):
        return f"Wellspring serves this index at {server.address}"
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, number))
        except OSError as error:
            taken = "something listens there already, perhaps Wellspring over another index"
            why = taken if error.errno == errno.EADDRINUSE else error.strerror
            told = f"{host}:{number} cannot be used: {why}. Choose another with WELLSPRING_PORT."
            raise WellspringError(Problem.PORT_BUSY, told) from error
    return f"{host}:{number} is free"


def memory(_: Wellspring) -> str:
    """See that the bundled models fit into the memory that is free."""
    return enough_memory(psutil.virtual_memory().available / 1e9)


def enough_memory(free: float) -> str:
    """Say that so many gigabytes are enough for the bundled models, or raise that they are not."""
    if free < _MEMORY_GB:
        told = f"{free:.1f} GB of memory are free, {_MEMORY_GB} are needed."
        raise WellspringError(Problem.LITTLE_MEMORY, f"{told} Close other programs.")
    return f"{free:.1f} GB free, {os.cpu_count()} cores"


def disk(well: Wellspring) -> str:
    """See that the data folder can be written and has room."""
    folder = well.settings.data_dir.resolve()
    free = shutil.disk_usage(folder).free / 1e9
    if free < _DISK_GB or not os.access(folder, os.W_OK):
        told = f"{folder} has {free:.1f} GB free, or cannot be written."
        raise WellspringError(Problem.NO_ROOM, f"{told} Make room, or set WELLSPRING_DATA_DIR.")
    return f"{free:.1f} GB free in {folder}"
