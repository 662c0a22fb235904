"""Conversations in one SQLite file: each turn with its answer, and what people said of it.

A turn has its quotes and the generation of the index. `read_feedback(path)` is all that other
programs need of the file.
"""

import hashlib
import json
import secrets
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from index.problems import Problem
from index.types import WellspringError
from qa.history.file import ConversationsFile
from qa.history.kept import Conversation, Feedback, Quoted, StoredTurn
from qa.types import Turn
from qa.wire import AnswerOut

__all__ = ["Conversation", "Conversations", "Feedback", "Quoted", "StoredTurn", "read_feedback"]

CONVERSATIONS_FILE = "conversations.sqlite"
MAX_TITLE = 120
MAX_COMMENT = 2000
_CONVERSATION = """SELECT c.id, c.title, c.created, c.updated,
    (SELECT count(*) FROM turns t WHERE t.conversation_id = c.id) FROM conversations c"""
_FOUND = """c.title LIKE :like ESCAPE '\\' OR EXISTS (
    SELECT 1 FROM turns t WHERE t.conversation_id = c.id
    AND (t.question LIKE :like ESCAPE '\\' OR t.answer LIKE :like ESCAPE '\\'))"""
_TURN = """SELECT t.id, t.conversation_id, t.json, t.versions, t.created, f.up, f.comment,
    t.number, f.created FROM turns t LEFT JOIN feedback f ON f.turn_id = t.id"""
_JUDGE = """INSERT OR REPLACE INTO feedback (turn_id, up, comment, created)
SELECT id, ?, ?, ? FROM turns WHERE id = ?"""
_NEW_TURN = """INSERT INTO turns
(id, conversation_id, question, answer, json, versions, submission, created)
VALUES (?, ?, ?, ?, ?, ?, ?, ?)"""


class Conversations:
    """The open file of conversations. Safe for several threads and processes."""

    def __init__(self, path: Path) -> None:
        """Open the file, made when it is missing; raises `WellspringError` for a damaged one."""
        self._file = ConversationsFile(path)

    def close(self) -> None:
        """Close the file."""
        self._file.close()

    def start(self, title: str) -> Conversation:
        """Begin a conversation."""
        new, short, now = secrets.token_urlsafe(12), _short(title), _now()
        self._file.change("INSERT INTO conversations VALUES (?, ?, ?, ?)", new, short, now, now)
        return Conversation(new, short, now, now, 0)

    def all(self, search: str = "", limit: int = 50, offset: int = 0) -> list[Conversation]:
        """Return conversations, the latest first.

        With `search`, those whose title, questions or answers hold these words.
        """
        order = "ORDER BY c.updated DESC, c.rowid DESC LIMIT :limit OFFSET :offset"
        query = f"{_CONVERSATION} WHERE {_FOUND} {order}"
        found = self._file.rows(query, like=_like(search), limit=limit, offset=offset)
        return [Conversation(*row) for row in found]

    def count(self, search: str = "") -> int:
        """Count the conversations, or those that a search finds."""
        query = f"SELECT count(*) FROM conversations c WHERE {_FOUND}"
        return int(self._file.rows(query, like=_like(search))[0][0])

    def get(self, conversation_id: str) -> Conversation:
        """Return one conversation; raises `WellspringError` when there is none with this id."""
        for row in self._file.rows(f"{_CONVERSATION} WHERE c.id = ?", conversation_id):
            return Conversation(*row)
        raise _unknown_conversation(conversation_id)

    def rename(self, conversation_id: str, title: str) -> Conversation:
        """Give a conversation another title."""
        title = title.strip()
        if not title or len(title) > MAX_TITLE:
            told = f"A title has 1 to {MAX_TITLE} characters. Choose another."
            raise WellspringError(Problem.BAD_TITLE, told)
        statement = "UPDATE conversations SET title = ? WHERE id = ?"
        self._file.change(statement, title, conversation_id)
        return self.get(conversation_id)

    def delete(self, conversation_id: str) -> None:
        """Delete a conversation with its turns and their feedback."""
        if not self._file.change("DELETE FROM conversations WHERE id = ?", conversation_id):
            raise _unknown_conversation(conversation_id)

    def add(
        self,
        conversation_id: str,
        answer: AnswerOut,
        versions: dict[str, str],
        submission: str | None = None,
    ) -> StoredTurn:
        """Keep one answer; a submitted question that is kept already is returned as it is."""
        self.get(conversation_id)
        new, now = secrets.token_urlsafe(12), _now()
        versions_json = json.dumps(versions, ensure_ascii=False)
        texts = (answer.question, answer.answer, answer.model_dump_json(), versions_json)
        row = (new, conversation_id, *texts, _key(submission, answer.question), now)
        with self._file.opened() as db:
            try:
                db.execute(_NEW_TURN, row)
            except sqlite3.IntegrityError:
                new = ""
            db.execute("UPDATE conversations SET updated = ? WHERE id = ?", (now, conversation_id))
        if new:
            return self.turn(new)
        kept = self.submitted(submission, answer.question, conversation_id)
        if kept is None:  # the conversation was deleted meanwhile
            raise _unknown_conversation(conversation_id)
        return kept

    def submitted(
        self, submission: str | None, question: str, conversation_id: str | None = None
    ) -> StoredTurn | None:
        """Return the turn of a submitted question when it is kept, in one conversation or any."""
        where = "t.submission = ? AND t.conversation_id = coalesce(?, t.conversation_id)"
        found = self._turns(where, _key(submission, question), conversation_id)
        return found[0] if found else None

    def turns(self, conversation_id: str) -> list[StoredTurn]:
        """Return the turns of a conversation in order."""
        self.get(conversation_id)
        return self._turns("t.conversation_id = ?", conversation_id)

    def turn(self, turn_id: str) -> StoredTurn:
        """Return one turn; raises `WellspringError` when there is none with this id."""
        for turn in self._turns("t.id = ?", turn_id):
            return turn
        why = "Its conversation was deleted, or the link is not whole."
        raise WellspringError(Problem.UNKNOWN_ANSWER, f"There is no answer at this link. {why}")

    def _turns(self, where: str, *values: str | None) -> list[StoredTurn]:
        found = self._file.rows(f"{_TURN} WHERE {where} ORDER BY t.number", *values)
        return [StoredTurn.of(*turn) for *turn, _, _ in found]

    def judge(self, turn_id: str, up: bool | None, comment: str = "") -> StoredTurn:
        """Keep what a person says of an answer; `up=None` takes it back."""
        if len(comment) > MAX_COMMENT:
            told = f"The comment has {len(comment):,} characters. Write at most {MAX_COMMENT:,}."
            raise WellspringError(Problem.COMMENT_TOO_LONG, told)
        if up is None:
            self._file.change("DELETE FROM feedback WHERE turn_id = ?", turn_id)
        else:
            self._file.change(_JUDGE, up, comment.strip(), _now(), turn_id)
        return self.turn(turn_id)

    def feedback(self) -> list[Feedback]:
        """Return all feedback, oldest first."""
        judged = f"{_TURN} WHERE f.up IS NOT NULL ORDER BY f.created, t.number"
        return [
            Feedback.of(StoredTurn.of(*turn), self._before(turn[1], number), created)
            for *turn, number, created in self._file.rows(judged)
        ]

    def _before(self, conversation_id: str, number: int) -> tuple[Turn, ...]:
        """Return the turns that come before one."""
        where = "WHERE conversation_id = ? AND number < ? ORDER BY number"
        query = f"SELECT question, answer FROM turns {where}"
        return tuple(Turn(*row) for row in self._file.rows(query, conversation_id, number))


def read_feedback(path: Path) -> list[Feedback]:
    """Return all feedback of a conversations file, oldest first; none where there is no file."""
    if not path.is_file():
        return []
    with closing(Conversations(path)) as conversations:
        return conversations.feedback()


def _unknown_conversation(conversation_id: str) -> WellspringError:
    told = f"There is no conversation {conversation_id[:40]!r}; it may have been deleted."
    return WellspringError(Problem.UNKNOWN_CONVERSATION, f"{told} Ask again to start a new one.")


def _like(search: str) -> str:
    """Return the pattern of a text that holds these words as they stand."""
    return "%" + search.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%"


def _short(title: str) -> str:
    words = " ".join(title.split())
    return words if len(words) <= MAX_TITLE else words[: MAX_TITLE - 2] + " …"


def _key(submission: str | None, question: str) -> str | None:
    """Return what a submission is kept under: a form shown again may send another question."""
    digits = hashlib.sha256(question.encode()).hexdigest()[:16]
    return f"{submission} {digits}" if submission else None


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
