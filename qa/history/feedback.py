"""What people said of answers, with the turns before each."""

from qa.history.file import ConversationsFile
from qa.history.kept import Feedback, StoredTurn
from qa.history.statements import BEFORE, TURN
from qa.types import Turn


def feedback_in(file: ConversationsFile) -> list[Feedback]:
    """Return all feedback, oldest first."""
    judged = f"{TURN} WHERE f.up IS NOT NULL ORDER BY f.created, t.number"
    return [
        Feedback.of(StoredTurn.of(*turn), _before(file, turn[1], number), created)
        for *turn, number, created in file.rows(judged)
    ]


def _before(file: ConversationsFile, conversation_id: str, number: int) -> tuple[Turn, ...]:
    """Return the turns that came before one when it was asked."""
    return tuple(Turn(*row) for row in file.rows(BEFORE, conversation_id, number, number))
