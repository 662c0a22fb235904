"""Files of public sets, made up about a bridge, a tunnel and a ferry."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Record = dict[str, Any]

BRIDGE = {
    "title": "Bridge",
    "text": "The bridge was opened in 1883. It is 1,825 metres long. John Roebling designed it.",
}
TUNNEL = {"title": "Tunnel", "text": "The tunnel was dug by 40 men. It took nine years."}
RECORD: Record = {
    "id": "r1",
    "question": "Who designed the bridge?",
    "answers": ["John Roebling", "Roebling"],
    "passages": [BRIDGE, TUNNEL],
    "gold": [0],
    "answerable": True,
    "source": "test",
}


@pytest.fixture
def record() -> Callable[..., Record]:
    """Make a record: one that can be used, changed by fields."""

    def make(**changes: Any) -> Record:
        return {**RECORD, **changes}

    return make


@pytest.fixture
def write_lines(tmp_path: Path) -> Callable[..., Path]:
    """Write lines of JSON to a file of a name; returns its path."""

    def write(name: str, *lines: object) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")
        return path

    return write


@pytest.fixture
def write_json(tmp_path: Path) -> Callable[[str, object], Path]:
    """Write a file of a name that is one JSON value, on many lines; returns its path."""

    def write(name: str, content: object) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(content, indent=1), "utf-8")
        return path

    return write
