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
from qa.history import statements as sql
from qa.history.feedback import feedback_in
from qa.history.file import ConversationsFile
from qa.history.kept import Conversation, Feedback, Quoted, StoredTurn, Stretch
from qa.history.missing import no_answer, no_conversation
from qa.history.titles import MAX_TITLE, title_of
from qa.types import Turn
from qa.wire import AnswerOut

__all__ = ["Conversation", "Conversations", "Feedback", "Quoted", "StoredTurn", "read_feedback"]

CONVERSATIONS_FILE = "conversations.sqlite"
MAX_COMMENT = 2000


class Conversations:
    """The open file of conversations. Safe for several threads and processes."""

    def __init__(self, path: Path) -> None:
        """Open the file, made when it is missing; raises `WellspringError` for a damaged one."""
        self._file = ConversationsFile(path)

    def close(self) -> None:
        """Close the file."""
        self._file.close()

    def start(self, question: str) -> Conversation:
        """Begin a conversation with a question, of which its title is made."""
        new, short, now = secrets.token_urlsafe(12), title_of(question), _now()
        self._file.change("INSERT INTO conversations VALUES (?, ?, ?, ?)", new, short, now, now)
        return Conversation(new, short, now, now, 0)

    def all(self, search: str = "", limit: int = 50, offset: int = 0) -> list[Conversation]:
        """Return conversations, the latest first.

        With `search`, those whose title, questions or answers hold these words.
        """
        order = "ORDER BY c.updated DESC, c.rowid DESC LIMIT :limit OFFSET :offset"
        query = f"{sql.CONVERSATION} WHERE {sql.FOUND} {order}"
        found = self._file.rows(query, like=sql.like(search), limit=limit, offset=offset)
        return [Conversation(*row) for row in found]

    def count(self, search: str = "") -> int:
        """Count the conversations, or those that a search finds."""
        query = f"SELECT count(*) FROM conversations c WHERE {sql.FOUND}"
        return int(self._file.rows(query, like=sql.like(search))[0][0])

    def get(self, conversation_id: str) -> Conversation:
        """Return one conversation; raises `WellspringError` when there is none with this id."""
        for row in self._file.rows(f"{sql.CONVERSATION} WHERE c.id = ?", conversation_id):
            return Conversation(*row)
        raise no_conversation(conversation_id)

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
            raise no_conversation(conversation_id)

    def add(
        self,
        conversation_id: str,
        answer: AnswerOut,
        versions: dict[str, str],
        submission: str | None = None,
        instead_of: str | None = None,
    ) -> StoredTurn:
        """Keep one answer; a submitted question that is kept already is returned as it is.

        The turn that it stands `instead_of` leaves the conversation, with all turns after it.
        """
        self.get(conversation_id)
        new, now = secrets.token_urlsafe(12), _now()
        versions_json = json.dumps(versions, ensure_ascii=False)
        texts = (answer.question, answer.answer, answer.model_dump_json(), versions_json)
        row = (new, conversation_id, *texts, _key(submission, answer.question), now)
        with self._file.opened() as db:
            try:
                number = db.execute(sql.NEW_TURN, row).lastrowid
                db.execute(sql.REPLACE, (number, conversation_id, number, instead_of))
            except sqlite3.IntegrityError:
                new = ""
            db.execute("UPDATE conversations SET updated = ? WHERE id = ?", (now, conversation_id))
        if new:
            return self.turn(new)
        kept = self.submitted(submission, answer.question, conversation_id)
        if kept is None:  # the conversation was deleted meanwhile
            raise no_conversation(conversation_id)
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
        return self._turns("t.conversation_id = ? AND t.replaced_by IS NULL", conversation_id)

    def stretch(self, conversation_id: str, most: int, upto: str = "") -> Stretch:
        """Return the last turns of a conversation, or those that end with one of its turns."""
        self.get(conversation_id)
        ids = self._ids(conversation_id)
        end = ids.index(upto) + 1 if upto in ids else len(ids)
        shown = ids[max(0, end - most) : end]
        marks = ", ".join("?" * len(shown))
        earlier = ids[: end - len(shown)]
        return Stretch(self._turns(f"t.id IN ({marks})", *shown), earlier, len(ids) - end)

    def said(self, conversation_id: str, most: int, before: str | None = None) -> list[Turn]:
        """Return the last questions with their answers, of those before a turn if it is named.

        Raises `WellspringError` where the conversation does not have that turn.
        """
        self.get(conversation_id)
        ids = self._ids(conversation_id)
        if before and before not in ids:
            raise no_answer()
        read = ids[: ids.index(before)] if before else ids
        query = "SELECT question, answer FROM turns WHERE id = ?"
        return [Turn(*self._file.rows(query, turn)[0]) for turn in read[max(0, len(read) - most) :]]

    def _ids(self, conversation_id: str) -> list[str]:
        return [str(turn) for (turn,) in self._file.rows(sql.IDS, conversation_id)]

    def turn(self, turn_id: str) -> StoredTurn:
        """Return one turn; raises `WellspringError` when there is none with this id."""
        for turn in self._turns("t.id = ?", turn_id):
            return turn
        raise no_answer()

    def _turns(self, where: str, *values: str | None) -> list[StoredTurn]:
        found = self._file.rows(f"{sql.TURN} WHERE {where} ORDER BY t.number", *values)
        return [StoredTurn.of(*turn) for *turn, _, _ in found]

    def judge(self, turn_id: str, up: bool | None, comment: str = "") -> StoredTurn:
        """Keep what a person says of an answer; `up=None` takes it back."""
        if len(comment) > MAX_COMMENT:
            told = f"The comment has {len(comment):,} characters. Write at most {MAX_COMMENT:,}."
            raise WellspringError(Problem.COMMENT_TOO_LONG, told)
        if up is None:
            self._file.change("DELETE FROM feedback WHERE turn_id = ?", turn_id)
        else:
            self._file.change(sql.JUDGE, up, comment.strip(), _now(), turn_id)
        return self.turn(turn_id)

    def feedback(self) -> list[Feedback]:
        """Return all feedback, oldest first."""
        return feedback_in(self._file)


def read_feedback(path: Path) -> list[Feedback]:
    """Return all feedback of a conversations file, oldest first; none where there is no file."""
    if not path.is_file():
        return []
    with closing(Conversations(path)) as conversations:
        return conversations.feedback()


def _key(submission: str | None, question: str) -> str | None:
    """Return what a submission is kept under: a form shown again may send another question."""
    digits = hashlib.sha256(question.encode()).hexdigest()[:16]
    return f"{submission} {digits}" if submission else None


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
