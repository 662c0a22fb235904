"""Questions over short texts, and answers to them, as they were written.

A line of a file has "q", over "title" and "text" written for it, or over a part ("start" to "end")
of the passage of that number of the record "id". Each of "q" is a list: a label (`answered`,
`near`, `yes`, `no`, `unsure`), a question and, in `proofs` and `asked`, the words that settle it;
three questions a text of `proofs` also have a direct answer, a wrong one much like it, and its kind
(as in `qa/tuning/data/answers.py`). `asked` and `whether` ask as people do: in other words than the
text, in small letters, in part of a sentence; `whether` for yes or no.
"""

import json
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from qa.tuning.data.records import Record, read_lines

_HERE = Path(__file__).parent
_HELD_OUT = 10  # one title in so many is kept to measure on
WRITTEN = tuple(_HERE / f"{name}.jsonl.gz" for name in ("verdicts", "proofs", "asked", "whether"))


@dataclass(frozen=True, slots=True)
class Asked:
    """A question over a text; what was not written for it is ""."""

    label: str
    question: str
    words: str = ""
    right: str = ""
    wrong: str = ""
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Text:
    """A text with what is asked over it."""

    title: str
    text: str
    asked: tuple[Asked, ...]

    @property
    def held_out(self) -> bool:
        """Tell whether what is asked over it is for measuring only."""
        return is_held_out(self.title.split(" - ")[0], self.text)


def is_held_out(title: str, text: str) -> bool:
    """Tell whether a text of that title is for measuring only, whatever is learnt over texts."""
    return zlib.crc32((title or text[:40]).encode()) % _HELD_OUT == 0


def texts(records: Sequence[Record], files: Sequence[Path] = WRITTEN) -> Iterator[Text]:
    """Yield the texts of files, without those whose record is not there."""
    known = {record["id"]: record for record in records if record.get("id")}
    for row in map(json.loads, chain.from_iterable(map(read_lines, files))):
        asked = tuple(Asked(*told) for told in row["q"])
        if "text" in row:
            yield Text(row["title"], row["text"], asked)
        elif row["id"] in known:
            passage = known[row["id"]]["passages"][row["passage"]]
            part = passage["text"][row["start"] : row["end"]]
            yield Text(passage.get("title", ""), part, asked)
