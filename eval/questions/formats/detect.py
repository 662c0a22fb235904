"""Tell the format of a public question set from its content, never from its name, and parse it.

Each may be gzipped, except a BEIR folder.
"""

from pathlib import Path
from typing import Any

from eval.questions.formats import beir, multihop, records, squad
from eval.questions.formats.raw import GZIP, RawSet, bad, file_text, parsed_json
from index.types import WellspringError

_BEIR = ("corpus.jsonl", "queries.jsonl")


def recognise(path: Path) -> str:
    """Name the format of a path ("squad", "beir", ..., "rewrites"), or return ""."""
    if path.is_dir():
        return "beir" if all((path / name).is_file() for name in _BEIR) else ""
    try:
        return _shape(file_text(path))[0]
    except WellspringError:
        return "records" if path.is_file() and path.read_bytes()[:2] == GZIP else ""


def read_set(path: Path) -> RawSet:
    """Parse a public set. Raises `WellspringError` naming the place that does not fit."""
    if path.is_dir():
        if not recognise(path):
            problem = f"this folder has no {' and '.join(_BEIR)}"
            raise bad(str(path), problem, "Give a BEIR folder or a question file")
        return beir.parse(path)
    text = file_text(path)
    shape, content = _shape(text)
    if shape == "squad":
        return squad.parse(content, path)
    if shape == "multihop":
        return multihop.parse(content, path)
    if shape == "records":
        return records.parse(text, path)
    if shape == "rewrites":
        problem = "this file has rewrites of questions, without passages"
        raise bad(str(path), problem, "Give a question file instead")
    problem = "this is no SQuAD, MultiHop-RAG or record file"
    raise bad(str(path), problem, "Give one of these, or a BEIR folder")


def _shape(text: str) -> tuple[str, Any]:
    """Tell the format from the first line, or the whole if that is JSON; return its content too."""
    head = parsed_json(text.lstrip().split("\n", 1)[0])
    if isinstance(head, dict):
        for key, shape in (("passages", "records"), ("rewrite", "rewrites")):
            if key in head:
                return shape, None
    content = parsed_json(text) if head is None or not isinstance(head, dict) else head
    if isinstance(content, dict) and isinstance(content.get("data"), list):
        return "squad", content
    first = content[0] if isinstance(content, list) and content else None
    if isinstance(first, dict) and {"query", "evidence_list"} <= first.keys():
        return "multihop", content
    return "", None
