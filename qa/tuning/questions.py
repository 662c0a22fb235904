"""Training examples for the generator that write a question to an answer."""

import random
from collections.abc import Sequence

from index.sentences import sentence_spans
from qa.tuning.examples import Record, locate
from qa.tuning.phrasing import Draft
from qa.writing.prompt import asking_prompt

_LONGEST = 40  # words of a sentence to ask about


def asking_drafts(records: Sequence[Record], most: int, seed: int) -> list[Draft]:
    """Return drafts that ask for the answers of question records."""
    chance = random.Random(seed)  # noqa: S311
    usable = [record for record in records if record["answerable"] and "?" in record["question"] and record["gold"]]
    drafts = []
    for record in chance.sample(usable, min(most, len(usable))):
        home = record["passages"][record["gold"][0]]
        span = locate(record["question"], home["text"], record["answers"], str(record.get("evidence") or ""))
        sentence = next((home["text"][a:b] for a, b in sentence_spans(home["text"]) if span and a <= span[0] < b), "")
        if span and sentence and len(sentence.split()) <= _LONGEST:
            drafts.append(Draft(asking_prompt(home["title"], sentence, home["text"][slice(*span)]), f" {record['question']}"))
    return drafts
