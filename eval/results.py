"""Keep eval runs: what was measured, with what, on which machine."""

import hashlib
import json
import os
import platform
import subprocess
from dataclasses import asdict
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from eval.types import Estimate, Result, Row
from index.problems import Problem
from index.types import WellspringError
from qa.settings import Settings

_LIBRARIES = ("torch", "transformers", "sentence-transformers", "faiss-cpu", "wellspring-qa")


def about(
    name: str,
    rows: list[Row],
    models: dict[str, str],
    settings: Settings | None,
    data: dict[str, str],
    **more: object,
) -> dict[str, object]:
    """Describe a run: commit, date, models with their hashes, settings, data hashes, machine."""
    used = settings.model_dump(exclude={"api_keys"}) if settings else {}
    return {
        "set": name,
        "questions": len(rows),
        "questions_sha256": questions_hash(rows),
        "models": models,
        "settings": {key: str(value) for key, value in used.items()},
        "data_sha256": data,
        **circumstances(),
        **more,
    }


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


def questions_hash(rows: list[Row]) -> str:
    """Hash which questions were asked and what counts as right: only like is compared with like."""
    asked = sorted((row.id, row.question, row.answers, row.gold) for row in rows)
    return hashlib.sha256(json.dumps(asked).encode()).hexdigest()[:16]


def folder_hash(folder: Path) -> str:
    """Hash the files of a folder by name and content."""
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            digest.update(f"{path.relative_to(folder).as_posix()}\0".encode())
            digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()[:16]


def save(result: Result, path: Path) -> None:
    """Write a result as JSON, one row a line."""
    path.parent.mkdir(parents=True, exist_ok=True)
    summary = {name: asdict(estimate) for name, estimate in result.summary.items()}
    told = {"about": result.about, "summary": summary}
    head = json.dumps(told, ensure_ascii=False, indent=1)
    rows = ",\n".join(json.dumps(asdict(row), ensure_ascii=False) for row in result.rows)
    path.write_text(f'{head[:-2]},\n "rows": [\n{rows}\n]\n}}\n', "utf-8")


def load(path: Path) -> Result:
    """Read a result; raises `WellspringError` when the file is none."""
    try:
        data = json.loads(path.read_text("utf-8"))
        rows = tuple(_row(row) for row in data["rows"])
        summary = {name: Estimate(**value) for name, value in data["summary"].items()}
        return Result(data["about"], summary, rows)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise WellspringError(
            Problem.BAD_RESULT,
            f"{path} is no eval result ({error}). Make one with `wellspring eval --out {path}`.",
        ) from error


def _row(row: dict[str, object]) -> Row:
    for name, value in row.items():
        if isinstance(value, list):
            row[name] = tuple(tuple(item) if isinstance(item, list) else item for item in value)
    return Row(**row)  # type: ignore[arg-type]


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
