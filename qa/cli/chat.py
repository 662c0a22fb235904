"""`wellspring chat`: a conversation in the terminal. And how an answer's proof is printed."""

import sys
from collections.abc import Iterator
from pathlib import Path

from index.ranking.search import Index
from index.types import Limits, WellspringError
from qa.answerer import Answerer
from qa.cli.limits import ARTICLES, FOLDER, limits_of
from qa.cli.places import line_of
from qa.cli.terminal import err, out, wellspring
from qa.text.validity import in_words
from qa.types import Answer, Citation, Turn
from qa.wiring import Wellspring

_HELP = (
    "Ask a question; follow-ups are understood. "
    "/new starts again, /quit ends (or Ctrl+D), Ctrl+C stops an answer."
)


def chat(article: ARTICLES = None, folder: FOLDER = None) -> None:
    """Hold a conversation in the terminal; follow-ups are understood.

    Example: `wellspring chat`, or from a file of questions: `wellspring chat < questions.txt`
    """
    well = wellspring()
    limits, place = limits_of(article, folder), folder_of(well)
    well.index.scope(limits)  # what there is not is told before the models are loaded
    answerer = well.answerer
    turns: list[Turn] = []
    out.print(_HELP, style="dim")
    for question in _questions():
        if question == "/new":
            turns.clear()
            out.print("A new conversation.", style="dim")
            continue
        if answer := _answered(answerer, well.index, question, turns, limits):
            print_proof(answer, place)
            turns.append(Turn(answer.question, answer.text))


def _questions() -> Iterator[str]:
    """Yield what is typed, line by line, until the end of the input or `/quit`."""
    if sys.stdin.isatty():
        import readline  # noqa: F401 - gives input() its arrow keys and history
    while True:
        try:
            line = input("\n> " if sys.stdin.isatty() else "").strip()
        except (EOFError, KeyboardInterrupt):
            out.print()
            return
        if line == "/quit":
            return
        if line:
            yield line


def _answered(
    answerer: Answerer, index: Index, question: str, turns: list[Turn], limits: Limits
) -> Answer | None:
    """Print an answer as it comes; None when it was stopped or could not be asked."""
    try:
        for piece in answerer.stream(question, turns, scope=index.scope(limits)):
            if isinstance(piece, Answer):
                return piece
            out.print(piece, end="")
    except KeyboardInterrupt:
        out.print("\nStopped.", style="dim")
    except WellspringError as error:
        err.print(error.message)
    return None


def folder_of(well: Wellspring) -> Path:
    """Return the folder of the sources of the index, so that `folder / source` is a file."""
    return well.index.folder().parent


def print_proof(answer: Answer, folder: Path) -> None:
    """Print how a follow-up was read, and each quote with its file and line.

    Of a declined answer, print the nearest passages.
    """
    out.print()
    if answer.standalone_question != answer.question.strip():
        out.print(f"\nRead as: {answer.standalone_question}", style="dim")
    for citation in answer.citations:
        _print_quote(citation, folder)
    if not answer.answered and answer.hits:
        out.print("\nThe nearest passages:", style="dim")
        for hit in answer.hits[:3]:
            out.print(f"  {hit.passage.source}: {hit.passage.text[:160].strip()} …", style="dim")


def _print_quote(citation: Citation, folder: Path) -> None:
    evidence, told = citation.evidence, in_words(citation.validity)
    line = line_of(evidence.text, folder / evidence.source)
    place = f"{evidence.source}:{line}" if line else evidence.source
    out.print(f"\n[{citation.marker}] “{evidence.text}”", style="dim")
    place = f"{place}, {told}" if told else place
    out.print(f"    {place}, characters {evidence.start}–{evidence.end}", style="dim")
