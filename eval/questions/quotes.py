"""The evidence of known questions, held against the articles."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from eval.questions.known import line_of
from eval.types import Gold, Question
from index.problems import Problem
from index.reading.markup.markdown import plain_markdown
from index.types import WellspringError

_LEFT = re.compile(r"\*\*|`")  # of a sentence that was cut within its marks


def check_quotes(
    path: Path, questions: Sequence[Question], texts: Mapping[str, str]
) -> list[Question]:
    """Return questions with their evidence as the articles show it, without marks of Markdown.

    Refuses one whose evidence is not in its article, naming file and line. `texts` maps the file
    name of an article to its text.
    """
    checked = []
    for question in questions:
        place = path, question.id
        evidence = tuple(_shown(gold, texts, *place) for gold in question.evidence)
        checked.append(replace(question, evidence=evidence))
    return checked


def _shown(gold: Gold, texts: Mapping[str, str], path: Path, question_id: str) -> Gold:
    problem = f"there is no article {gold.article!r}"
    if gold.article in texts:
        problem = f"the evidence {gold.text[:60]!r} is not in {gold.article}"
        plain = plain_markdown(gold.text)[0]
        for text in (gold.text, plain, _LEFT.sub("", plain)):
            if text in texts[gold.article]:
                return replace(gold, text=text)
    place = f"{path}:{line_of(path, question_id)}"
    told = f"{place}: {problem}. Copy the sentence as the article shows it."
    raise WellspringError(Problem.BAD_QUESTION, told)
