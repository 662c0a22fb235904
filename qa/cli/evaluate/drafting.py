"""What `wellspring eval new` writes: drafted questions, and those that people judged."""

import json
from pathlib import Path

from eval.drafting.asking import Asker, asker
from eval.questions.sets import index_over
from index.problems import Problem
from index.types import WellspringError
from qa.cli.evaluate.measuring import indexing
from qa.cli.terminal import progress_bar, wellspring
from qa.history.conversations import CONVERSATIONS_FILE
from qa.wiring import Wellspring
from qa.writing.tuned import TunedGenerator


def draft(folder: Path, file: Path, count: int, *, cloze_only: bool) -> tuple[int, int]:
    """Write a question file over a folder; return how many are drafted, and how many judged.

    Raises `WellspringError` when the file is there already.
    """
    from eval.drafting.drafts import draft_questions
    from eval.drafting.remembered import remembered_questions

    if file.exists():
        told = f"{file} exists already and is kept. Name another with --out."
        raise WellspringError(Problem.FILE_EXISTS, told)
    well = wellspring()
    ask = None if cloze_only else _asker(well)
    with progress_bar() as bar:
        name = f"new-{folder.resolve().name}"
        articles = index_over(well, folder, name, indexing(bar)).articles()
        task = bar.add_task("Drafting", total=count)
        drafts = draft_questions(articles, count, ask=ask, tick=lambda: bar.advance(task))
    judged = remembered_questions(well.settings.data_dir / CONVERSATIONS_FILE, articles)
    lines = [json.dumps(question, ensure_ascii=False) + "\n" for question in (*judged, *drafts)]
    file.write_text("".join(lines), "utf-8")
    return len(drafts), len(judged)


def _asker(well: Wellspring) -> Asker | None:
    """Return what writes questions: the tuned generator, proven by the large reader."""
    writer = well.generator
    return asker(writer, well.readers.large) if isinstance(writer, TunedGenerator) else None
