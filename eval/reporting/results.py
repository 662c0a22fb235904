"""Keep eval runs: what was measured, with what, on which machine."""

import hashlib
import json
from dataclasses import asdict
from pathlib import Path

from eval.measuring.circumstances import circumstances
from eval.types import Estimate, Result, Row
from index.problems import Problem
from index.types import WellspringError
from qa.settings import Settings


def about(
    name: str,
    rows: list[Row],
    models: dict[str, str],
    settings: Settings | None,
    data: dict[str, str],
    **more: object,
) -> dict[str, object]:
    """Describe a run: commit, date, models with their hashes, settings, data hashes, machine."""
    used = settings.model_dump(exclude={"api_keys", "generator_key"}) if settings else {}
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


def questions_hash(rows: list[Row]) -> str:
    """Hash which questions were asked and what counts as right: only like is compared with like."""
    asked = sorted((row.id, row.question, row.answers, row.gold) for row in rows)
    return hashlib.sha256(json.dumps(asked).encode()).hexdigest()[:16]


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
