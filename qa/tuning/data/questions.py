"""Training examples for the generator that write a question to an answer."""

import random
from collections.abc import Sequence

from qa.tuning.data.examples import Record, answer_in, home_of
from qa.tuning.data.phrasing import Draft
from qa.writing.prompt import asking_prompt

_LONGEST = 40  # words of a sentence to ask about


def asking_drafts(records: Sequence[Record], most: int, seed: int) -> list[Draft]:
    """Return drafts that ask for the answers of question records."""
    chance = random.Random(seed)  # noqa: S311
    usable = [
        record
        for record in records
        if record["answerable"] and "?" in record["question"] and record["gold"]
    ]
    drafts = []
    for record in chance.sample(usable, min(most, len(usable))):
        passage = record["passages"][home_of(record)]
        if found := answer_in(record, passage["text"]):
            spans, home, span = found
            sentence = passage["text"][slice(*spans[home])]
            if len(sentence.split()) <= _LONGEST:
                prompt = asking_prompt(passage["title"], sentence, passage["text"][slice(*span)])
                drafts.append(Draft(prompt, f" {record['question']}"))
    return drafts
