"""What is said of a conversation or an answer that is not there."""

from index.problems import Problem
from index.types import WellspringError


def no_conversation(conversation_id: str) -> WellspringError:
    """Return the error for a conversation that is not there."""
    told = f"There is no conversation {conversation_id[:40]!r}; it may have been deleted."
    return WellspringError(Problem.UNKNOWN_CONVERSATION, f"{told} Ask again to start a new one.")


def no_answer() -> WellspringError:
    """Return the error for an answer that is not there."""
    why = "Its conversation was deleted, or the link is not whole."
    return WellspringError(Problem.UNKNOWN_ANSWER, f"There is no answer at this link. {why}")
