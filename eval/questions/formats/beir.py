"""BEIR: a folder of corpus.jsonl, queries.jsonl and qrels/*.tsv (test.tsv alone if there is)."""

from collections.abc import Iterator
from pathlib import Path

from eval.questions.formats.raw import (
    RawSet,
    Record,
    Support,
    Text,
    bad,
    checked,
    file_text,
    lines,
    make_document,
)


def parse(folder: Path) -> RawSet:
    """Parse a folder; its questions have relevant articles, but no answers."""
    corpus = {
        key: make_document(line.title, line.text) for key, line in _entries(folder / "corpus.jsonl")
    }
    relevant = _relevant(folder)
    records = []
    for key, line in _entries(folder / "queries.jsonl"):
        supports = tuple(Support(corpus.get(name, ("", ""))) for name in relevant.get(key, ()))
        records.append(Record(key, line.text, True, (), (), supports))
    return RawSet(tuple(records), tuple(corpus.values()), retrieval=True)


def _entries(path: Path) -> Iterator[tuple[str, Text]]:
    for place, content in lines(file_text(path), path):
        key = content.get("_id") if isinstance(content, dict) else None
        if key is None:
            raise bad(place, "this line has no `_id`")
        yield str(key), checked(Text, content, place)


def _relevant(folder: Path) -> dict[str, list[str]]:
    """Return the relevant documents of each judged query: those with a score above 0."""
    test = folder / "qrels" / "test.tsv"
    files = [test] if test.is_file() else sorted((folder / "qrels").glob("*.tsv"))
    if not files:
        problem = "there is no .tsv file that says which articles are relevant"
        raise bad(str(folder / "qrels"), problem, "Add it from the set's archive")
    relevant: dict[str, list[str]] = {}
    for path in files:
        for number, line in enumerate(file_text(path).splitlines(), 1):
            cells = line.split("\t")
            scored = len(cells) == 3 and cells[2].strip().lstrip("-").isdigit()
            if not scored and number > 1 and line.strip():
                problem = (
                    "this line is not query-id, corpus-id and a whole score, with tabs between"
                )
                raise bad(f"{path}:{number}", problem)
            if scored and int(cells[2]) > 0 and cells[1] not in relevant.setdefault(cells[0], []):
                relevant[cells[0]].append(cells[1])
    return relevant
