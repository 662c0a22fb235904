"""`wellspring chat`: a conversation in the terminal. And how an answer's proof is printed."""

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

from index.types import Limits, WellspringError
from qa.cli.asking import Asked, asked, indexed_folders
from qa.cli.limits import ARTICLES, FOLDER, limits_of
from qa.cli.terminal import err, out
from qa.text.places import line_of
from qa.text.validity import in_words
from qa.types import Answer, Citation, Turn, told_place

if TYPE_CHECKING:
    from index.reading.roots import Roots

_HELP = (
    "Ask a question; follow-ups are understood. "
    "/new starts again, /quit ends (or Ctrl+D), Ctrl+C stops an answer."
)


def chat(article: ARTICLES = None, folder: FOLDER = None) -> None:
    """Hold a conversation in the terminal; follow-ups are understood.

    Example: `wellspring chat`, or from a file of questions: `wellspring chat < questions.txt`
    """
    limits = limits_of(article, folder)
    answers = asked(limits)
    turns: list[Turn] = []
    out.print(_HELP, style="dim")
    for question in _questions():
        if question == "/new":
            turns.clear()
            out.print("A new conversation.", style="dim")
            continue
        if answer := _answered(answers, question, turns, limits):
            print_proof(answer, indexed_folders())
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


def _answered(answers: Asked, question: str, turns: list[Turn], limits: Limits) -> Answer | None:
    """Print an answer as it comes; None when it was stopped or could not be asked."""
    try:
        for piece in answers.stream(question, turns, limits=limits):
            if isinstance(piece, Answer):
                return piece
            out.print(piece, end="")
    except KeyboardInterrupt:
        out.print("\nStopped.", style="dim")
    except WellspringError as error:
        err.print(error.message)
    return None


def print_proof(answer: Answer, roots: "Roots") -> None:
    """Print how a follow-up was read, and each quote with its file and line or page.

    Of a declined answer, print the nearest passages.
    """
    out.print()
    if answer.standalone_question != answer.question.strip():
        out.print(f"\nRead as: {answer.standalone_question}", style="dim")
    if answer.writing.away:
        err.print(f"The articles are quoted. {answer.writing.away}")
    for citation in answer.citations:
        _print_quote(citation, roots)
    if not answer.answered and answer.hits:
        out.print("\nThe nearest passages:", style="dim")
        for hit in answer.hits[:3]:
            place = told_place(hit.passage.source, hit.passage.page)
            out.print(f"  {place}: {hit.passage.text[:160].strip()} …", style="dim")


def _print_quote(citation: Citation, roots: "Roots") -> None:
    evidence = citation.evidence
    path = roots.path(evidence.source)
    line = line_of(evidence.text, path) if path else None
    place = f"{evidence.source}:{line}" if line else told_place(evidence.source, citation.page)
    out.print(f"\n[{citation.marker}] “{evidence.text}”", style="dim")
    place = ", ".join(filter(None, (place, in_words(citation.validity))))
    out.print(f"    {place}, characters {evidence.start}–{evidence.end}", style="dim")
