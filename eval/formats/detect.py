"""Tell the format of a public question set from its content, never from its name, and parse it.

Each may be gzipped, except a BEIR folder.
"""

from pathlib import Path
from typing import Any

from eval.formats import beir, multihop, records, squad
from eval.formats.raw import GZIP, RawSet, bad, file_text, parsed_json
from index.types import WellspringError


def recognise(path: Path) -> str:
    """Name the format of a path ("squad", "beir", ..., "rewrites"), or return "" for anything else."""
    if path.is_dir():
        return (
            "beir"
            if all((path / name).is_file() for name in ("corpus.jsonl", "queries.jsonl"))
            else ""
        )
    try:
        return _shape(file_text(path))[0]
    except WellspringError:
        return "records" if path.is_file() and path.read_bytes()[:2] == GZIP else ""


def read_set(path: Path) -> RawSet:
    """Parse a public set. Raises `WellspringError` naming the place that does not fit."""
    if path.is_dir():
        if not recognise(path):
            raise bad(
                str(path),
                "this folder has no corpus.jsonl and queries.jsonl",
                "Give a BEIR folder or a question file",
            )
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
        raise bad(
            str(path),
            "this file has rewrites of questions, without passages",
            "Give a question file instead",
        )
    raise bad(
        str(path),
        "this is no SQuAD, MultiHop-RAG or record file",
        "Give one of these, or a BEIR folder",
    )


def _shape(text: str) -> tuple[str, Any]:
    """Tell the format from the first line, or from the whole when that is JSON; return its content too."""
    head = parsed_json(text.lstrip().split("\n", 1)[0])
    if isinstance(head, dict):
        for key, shape in (("passages", "records"), ("rewrite", "rewrites")):
            if key in head:
                return shape, None
    content = parsed_json(text) if head is None or not isinstance(head, dict) else head
    if isinstance(content, dict) and isinstance(content.get("data"), list):
        return "squad", content
    if (
        isinstance(content, list)
        and content
        and isinstance(content[0], dict)
        and {"query", "evidence_list"} <= content[0].keys()
    ):
        return "multihop", content
    return "", None
