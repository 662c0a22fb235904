"""Tell under what circumstances something is measured: code, data, machine and date."""

import hashlib
import os
import platform
import subprocess
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

_LIBRARIES = ("torch", "transformers", "sentence-transformers", "faiss-cpu", "wellspring-qa")


def circumstances() -> dict[str, object]:
    """Describe when, on what machine and with which code something is measured."""
    return {
        "date": datetime.now(UTC).isoformat(timespec="seconds"),
        "commit": _commit(),
        "machine": {
            "cores": os.cpu_count(),
            "cpu": _cpu(),
            "system": platform.platform(),
            "python": platform.python_version(),
        },
        "libraries": {library: version(library) for library in _LIBRARIES},
    }


def folder_hash(folder: Path) -> str:
    """Hash the files of a folder by name and content."""
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            digest.update(f"{path.relative_to(folder).as_posix()}\0".encode())
            digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()[:16]


def _commit() -> str:
    try:
        head = _git("rev-parse", "--short=12", "HEAD")
        return head + ("+changes" if _git("status", "--porcelain") else "")
    except (OSError, subprocess.CalledProcessError):
        return "unknown"


def _git(*args: str) -> str:
    command, here = ["git", *args], Path(__file__).parent
    done = subprocess.run(command, cwd=here, capture_output=True, text=True, check=True)  # noqa: S603
    return done.stdout.strip()


def _cpu() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text("utf-8").splitlines()
    except OSError:
        return platform.processor()
    names = (line.split(":", 1)[1].strip() for line in lines if line.startswith("model name"))
    return next(names, platform.processor())
