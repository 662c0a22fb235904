"""Training examples for the generator that write a question to an answer."""

import random
from collections.abc import Sequence

from qa.tuning.data.phrasing import Draft
from qa.tuning.data.records import Record, answer_in, home_of
from qa.writing.prompt import asking_prompt

_LONGEST = 40  # words of a sentence to ask about


def asking_drafts(records: Sequence[Record], most: int, seed: int) -> list[Draft]:
    """Return drafts that ask for the answers of question records."""
    chance = random.Random(seed)  # noqa: S311
    usable = [record for record in records if _is_usable(record)]
    chosen = chance.sample(usable, min(most, len(usable)))
    return [draft for record in chosen if (draft := _draft(record))]


def _is_usable(record: Record) -> bool:
    return bool(record["answerable"] and "?" in record["question"] and record["gold"])


def _draft(record: Record) -> Draft | None:
    """Return a prompt for the question of a record; None without a short sentence that answers."""
    passage = record["passages"][home_of(record)]
    found = answer_in(record, passage["text"])
    if found is None:
        return None
    spans, home, span = found
    sentence, answer = passage["text"][slice(*spans[home])], passage["text"][slice(*span)]
    if len(sentence.split()) > _LONGEST:
        return None
    prompt = asking_prompt(passage["title"], sentence, answer)
    return Draft(prompt, f" {record['question']}")
