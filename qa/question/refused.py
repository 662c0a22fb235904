"""What is refused as no question."""

from index.problems import Problem
from index.reading.extracted import whole
from index.types import WellspringError

MAX_QUESTION = 2000  # characters; longer is a document, not a question


def check_question(question: str) -> None:
    """Refuse what is not a question: nothing, no words at all, or a whole document."""
    if not question.strip():
        raise WellspringError(
            Problem.EMPTY_QUESTION, "The question is empty. Type what you want to know."
        )
    if whole(question) != question:
        message = "The question holds bytes that are no text. Type it again."
        raise WellspringError(Problem.INVALID_REQUEST, message)
    if len(question) > MAX_QUESTION:
        raise WellspringError(
            Problem.QUESTION_TOO_LONG,
            f"The question has {len(question):,} characters. Ask in at most {MAX_QUESTION:,}.",
        )
    if not any(char.isalnum() for char in question):
        raise WellspringError(
            Problem.NO_WORDS, "The question has no words. Type what you want to know in words."
        )
