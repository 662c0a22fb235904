"""Find what an eval run asks and over which articles."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from eval.measuring.circumstances import folder_hash
from eval.questions.known import FOLDER, load_questions
from eval.questions.public import is_public, load_public, write_articles
from eval.questions.quotes import check_quotes
from eval.types import Question
from index.building.build import Progress
from index.problems import Problem
from index.ranking.search import Index
from index.reading.files import short_names
from index.types import WellspringError
from qa.wiring import Wellspring

ROOT = Path(__file__).parents[2]
NAMED = {"seeds": ROOT / "seeds", "almanac": ROOT / "eval" / "almanac"}
# Questions of every kind over the same folders, in sets of their own: what was measured before
# stays comparable.
OF_KINDS = {f"{name}-kinds": folder for name, folder in NAMED.items()}
SETS = {**NAMED, **OF_KINDS, "languages": ROOT / "eval" / "languages"}


@dataclass(frozen=True, slots=True)
class EvalSet:
    """Questions, an index over their articles, and hashes of the data.

    `left_out` counts unusable public records.
    """

    name: str
    questions: tuple[Question, ...]
    index: Index
    hashes: dict[str, str]
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class Choice:
    """Which questions of a set are asked."""

    kind: str | None = None
    split: str | None = None
    limit: int | None = None


def open_set(
    well: Wellspring, name: str, articles: Path | None, choice: Choice, progress: Progress
) -> EvalSet:
    """Return a set by name (one of `SETS`), public file, or own question file.

    Own questions are asked over `articles`, or over the current index when no folder is given.
    Raises `WellspringError` for an unknown set or a bad file.
    """
    path = FOLDER / f"{name}.jsonl" if name in SETS else Path(name)
    if not path.exists():
        raise WellspringError(
            Problem.UNKNOWN_SET,
            f"There is no question set {name!r}. Give a file, or one of {', '.join(SETS)}.",
        )
    if is_public(path):
        return _open_public(well, path, choice, progress)
    questions = load_questions(path, kind=choice.kind, split=choice.split, limit=choice.limit)
    folder = articles or SETS.get(name)
    name = folder.name if folder and name in SETS else path.stem
    hashes = {path.name: hashlib.sha256(path.read_bytes()).hexdigest()[:16]}
    if folder:
        hashes[folder.name] = folder_hash(folder)
    index = index_over(well, folder, name, progress) if folder else well.index
    sources = ((source, article) for article in index.articles() for source in article.sources)
    texts = {short: article.text for source, article in sources for short in short_names(source)}
    return EvalSet(name, tuple(check_quotes(path, questions, texts)), index, hashes)


def _open_public(well: Wellspring, path: Path, choice: Choice, progress: Progress) -> EvalSet:
    public = load_public(path, choice.limit)
    folder = well.settings.data_dir / "eval" / public.name / "articles"
    for old in folder.glob("*.txt"):
        old.unlink()
    folder.mkdir(parents=True, exist_ok=True)
    write_articles(public, folder)
    of_kind = [q for q in public.questions if choice.kind in (None, q.kind)]
    asked = tuple(q for q in of_kind if choice.split in (None, q.split))
    if not asked:
        raise WellspringError(
            Problem.NO_QUESTIONS, f"{path} has no such question. Ask for another kind or split."
        )
    index = index_over(well, folder, public.name, progress)
    hashes = {path.name: folder_hash(folder)}
    return EvalSet(public.name, asked, index, hashes, public.left_out)


def index_over(well: Wellspring, folder: Path, name: str, progress: Progress) -> Index:
    """Return an index over a folder, kept for questions about it beside the user's own."""
    data_dir = well.settings.data_dir / "eval" / name
    well.build_index(folder, progress, data_dir=data_dir)
    return Index(data_dir, well.embedder)
