"""Training examples that write questions: a follow-up in full, and a question to an answer."""

import json
import random
from collections.abc import Sequence
from pathlib import Path

from index.problems import Problem
from index.sentences import sentence_spans
from index.types import WellspringError
from qa.tuning.examples import Record, locate, read_lines
from qa.tuning.phrasing import Draft
from qa.types import Turn
from qa.writing.prompt import asking_prompt, followup_prompt

_LONGEST = 40  # words of a sentence to ask about
_ALONE = 0.1  # of the rewrites: a question after a conversation about something else, which stays as it is


def read_rewrites(file: Path) -> list[Record]:
    """Return the rewrite records of a file; raises `WellspringError` naming the line that is none."""
    records = []
    for number, line in enumerate(read_lines(file), 1):
        try:
            record = json.loads(line)
            records.append({**record, **{key: record[key] for key in ("history", "question", "rewrite")}})
        except (ValueError, KeyError, TypeError) as error:
            problem = f"{file}:{number} is no rewrite record ({error!r})."
            raise WellspringError(Problem.BAD_RECORD, f"{problem} It needs history, question and rewrite.") from error
    return records


def rewriting_drafts(records: Sequence[Record], most: int, seed: int) -> list[Draft]:
    """Return drafts from rewrite records, {"history": [{"role", "text"}], "question", "rewrite", "needs_title"}."""
    chance = random.Random(seed)  # noqa: S311 - sampling, not secrecy
    usable = [record for record in records if record["history"] and not record.get("needs_title")]
    drafts = []
    for record in chance.sample(usable, min(most, len(usable))):
        question, turns = record["question"], turns_of(record["history"])
        if chance.random() < _ALONE:
            question, turns = record["rewrite"], turns_of(chance.choice(usable)["history"])
        drafts.append(Draft(followup_prompt(question, turns), f" {record['rewrite']}", True))
    return drafts


def turns_of(history: Sequence[dict[str, str]]) -> list[Turn]:
    """Return the turns of a history of messages; a question without an answer gets an empty one."""
    turns: list[Turn] = []
    for message in history:
        if message["role"] == "user":
            turns.append(Turn(message["text"], ""))
        elif turns:
            turns[-1] = Turn(turns[-1].question, message["text"])
    return turns


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
            drafts.append(Draft(asking_prompt(home["title"], sentence, home["text"][slice(*span)]), f" {record['question']}", True))
    return drafts
