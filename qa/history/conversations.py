"""Conversations in one SQLite file: every turn with its answer, quotes and index generation, and what people said of it.

`read_feedback(path)` is all that other programs need of it.
"""

import hashlib
import json
import secrets
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from threading import Lock
from typing import Any

from index.problems import Problem
from index.types import WellspringError
from qa.history.kept import Conversation, Feedback, Quoted, StoredTurn
from qa.types import Turn
from qa.wire import AnswerOut

__all__ = ["Conversation", "Conversations", "Feedback", "Quoted", "StoredTurn", "read_feedback"]

CONVERSATIONS_FILE = "conversations.sqlite"
MAX_TITLE = 120
MAX_COMMENT = 2000
_SCHEMA = """
CREATE TABLE IF NOT EXISTS conversations (id TEXT PRIMARY KEY, title TEXT NOT NULL, created TEXT NOT NULL, updated TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS turns (
    number INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE,
    conversation_id TEXT NOT NULL REFERENCES conversations(id) ON DELETE CASCADE,
    question TEXT NOT NULL, answer TEXT NOT NULL, json TEXT NOT NULL, versions TEXT NOT NULL,
    submission TEXT, created TEXT NOT NULL, UNIQUE (conversation_id, submission));
CREATE INDEX IF NOT EXISTS turns_of_submission ON turns(submission);
CREATE TABLE IF NOT EXISTS feedback (
    turn_id TEXT PRIMARY KEY REFERENCES turns(id) ON DELETE CASCADE, up INTEGER NOT NULL, comment TEXT NOT NULL, created TEXT NOT NULL);
"""
_CONVERSATION = """SELECT c.id, c.title, c.created, c.updated, (SELECT count(*) FROM turns t WHERE t.conversation_id = c.id)
FROM conversations c"""
_TURN = """SELECT t.id, t.conversation_id, t.json, t.versions, t.created, f.up, f.comment
FROM turns t LEFT JOIN feedback f ON f.turn_id = t.id"""
_FOUND = """EXISTS (
    SELECT 1 FROM turns t WHERE t.conversation_id = c.id AND (t.question LIKE :like ESCAPE '\\' OR t.answer LIKE :like ESCAPE '\\'))
OR c.title LIKE :like ESCAPE '\\'"""


class Conversations:
    """The open file of conversations. Safe for several threads and processes."""

    def __init__(self, path: Path) -> None:
        """Open the file, making it when it is missing; raises `WellspringError` when it is damaged."""
        self._path = path
        self._lock = Lock()
        path.parent.mkdir(parents=True, exist_ok=True)
        self._db = sqlite3.connect(path, check_same_thread=False, isolation_level=None, timeout=10)
        with self._open() as db:
            db.execute("PRAGMA journal_mode = WAL")
            db.execute("PRAGMA foreign_keys = ON")
            db.executescript(_SCHEMA)

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        """Give the connection to one thread at a time."""
        with self._lock:
            try:
                yield self._db
            except sqlite3.DatabaseError as error:
                if isinstance(error, sqlite3.IntegrityError | sqlite3.OperationalError):
                    raise
                message = f"The file {self._path} cannot be read ({error}). Move it away to start with an empty list of conversations."
                raise WellspringError(Problem.DAMAGED_CONVERSATIONS, message) from error

    def close(self) -> None:
        """Close the file."""
        self._db.close()

    def start(self, title: str) -> Conversation:
        """Begin a conversation."""
        new, now = secrets.token_urlsafe(12), _now()
        with self._open() as db:
            db.execute(
                "INSERT INTO conversations VALUES (?, ?, ?, ?)", (new, _short(title), now, now)
            )
        return Conversation(new, _short(title), now, now, 0)

    def all(self, search: str = "", limit: int = 50, offset: int = 0) -> list[Conversation]:
        """Return conversations, the latest first; with `search`, those whose title, questions or answers hold these words."""
        query = f"{_CONVERSATION} WHERE {_FOUND} ORDER BY c.updated DESC, c.rowid DESC LIMIT :limit OFFSET :offset"
        with self._open() as db:
            return [
                Conversation(*row)
                for row in db.execute(
                    query, {"like": _like(search), "limit": limit, "offset": offset}
                )
            ]

    def count(self, search: str = "") -> int:
        """Count the conversations, or those that a search finds."""
        with self._open() as db:
            return int(
                db.execute(
                    f"SELECT count(*) FROM conversations c WHERE {_FOUND}", {"like": _like(search)}
                ).fetchone()[0]
            )

    def get(self, conversation_id: str) -> Conversation:
        """Return one conversation; raises `WellspringError` when there is none with this id."""
        with self._open() as db:
            row = db.execute(f"{_CONVERSATION} WHERE c.id = ?", (conversation_id,)).fetchone()
        if row is None:
            raise _unknown_conversation(conversation_id)
        return Conversation(*row)

    def rename(self, conversation_id: str, title: str) -> Conversation:
        """Give a conversation another title."""
        if not title.strip() or len(title.strip()) > MAX_TITLE:
            raise WellspringError(
                Problem.BAD_TITLE, f"A title has 1 to {MAX_TITLE} characters. Choose another."
            )
        with self._open() as db:
            db.execute(
                "UPDATE conversations SET title = ? WHERE id = ?", (title.strip(), conversation_id)
            )
        return self.get(conversation_id)

    def delete(self, conversation_id: str) -> None:
        """Delete a conversation with its turns and their feedback."""
        with self._open() as db:
            if not db.execute(
                "DELETE FROM conversations WHERE id = ?", (conversation_id,)
            ).rowcount:
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
        row = (
            new,
            conversation_id,
            answer.question,
            answer.answer,
            answer.model_dump_json(),
            _json(versions),
            _key(submission, answer.question),
            now,
        )
        columns = "id, conversation_id, question, answer, json, versions, submission, created"
        with self._open() as db:
            try:
                db.execute(f"INSERT INTO turns ({columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)", row)
            except sqlite3.IntegrityError:
                new = ""
            db.execute("UPDATE conversations SET updated = ? WHERE id = ?", (now, conversation_id))
        found = (
            self.turn(new) if new else self.submitted(submission, answer.question, conversation_id)
        )
        if found is None:  # the conversation was deleted meanwhile
            raise _unknown_conversation(conversation_id)
        return found

    def submitted(
        self, submission: str | None, question: str, conversation_id: str | None = None
    ) -> StoredTurn | None:
        """Return the turn of a submitted question when it is kept already, in one conversation or in any."""
        key = _key(submission, question)
        found = self._turns(
            "t.submission = ? AND t.conversation_id = coalesce(?, t.conversation_id)",
            key,
            conversation_id,
        )
        return found[0] if found else None

    def turns(self, conversation_id: str) -> list[StoredTurn]:
        """Return the turns of a conversation in order."""
        self.get(conversation_id)
        return self._turns("t.conversation_id = ?", conversation_id)

    def turn(self, turn_id: str) -> StoredTurn:
        """Return one turn; raises `WellspringError` when there is none with this id."""
        found = self._turns("t.id = ?", turn_id)
        if not found:
            raise WellspringError(
                Problem.UNKNOWN_ANSWER,
                "There is no answer at this link. Its conversation was deleted, or the link is not whole.",
            )
        return found[0]

    def _turns(self, where: str, *values: str | None) -> list[StoredTurn]:
        with self._open() as db:
            return [
                _stored(row)
                for row in db.execute(f"{_TURN} WHERE {where} ORDER BY t.number", values)
            ]

    def judge(self, turn_id: str, up: bool | None, comment: str = "") -> StoredTurn:
        """Keep what a person says of an answer; `up=None` takes it back."""
        if len(comment) > MAX_COMMENT:
            raise WellspringError(
                Problem.COMMENT_TOO_LONG,
                f"The comment has {len(comment):,} characters. Write at most {MAX_COMMENT:,}.",
            )
        self.turn(turn_id)
        with self._open() as db:
            if up is None:
                db.execute("DELETE FROM feedback WHERE turn_id = ?", (turn_id,))
            else:
                db.execute(
                    "INSERT OR REPLACE INTO feedback VALUES (?, ?, ?, ?)",
                    (turn_id, up, comment.strip(), _now()),
                )
        return self.turn(turn_id)

    def feedback(self) -> list[Feedback]:
        """Return all feedback, oldest first."""
        query = """SELECT t.id, t.conversation_id, t.number, f.created
        FROM feedback f JOIN turns t ON t.id = f.turn_id ORDER BY f.created, t.number"""
        with self._open() as db:
            rows = db.execute(query).fetchall()
        return [
            _feedback(self.turn(turn), self._before(conversation, number), created)
            for turn, conversation, number, created in rows
        ]

    def _before(self, conversation_id: str, number: int) -> tuple[Turn, ...]:
        query = "SELECT question, answer FROM turns WHERE conversation_id = ? AND number < ? ORDER BY number"
        with self._open() as db:
            return tuple(Turn(*row) for row in db.execute(query, (conversation_id, number)))


def read_feedback(path: Path) -> list[Feedback]:
    """Return all feedback of a conversations file, oldest first; none where there is no such file."""
    if not path.is_file():
        return []
    with closing(Conversations(path)) as conversations:
        return conversations.feedback()


def _stored(row: tuple[Any, ...]) -> StoredTurn:
    turn_id, conversation_id, answer, versions, created, up, comment = row
    judged = None if up is None else bool(up)
    return StoredTurn(
        turn_id,
        conversation_id,
        AnswerOut.model_validate_json(answer),
        json.loads(versions),
        created,
        judged,
        comment or "",
    )


def _feedback(turn: StoredTurn, history: tuple[Turn, ...], created: str) -> Feedback:
    kept = turn.answer
    quotes = tuple(Quoted(citation.article_id, citation.quote) for citation in kept.citations)
    return Feedback(
        id=turn.id,
        question=kept.question,
        history=history,
        answer=kept.answer,
        answered=kept.answered,
        up=bool(turn.up),
        comment=turn.comment,
        created=created,
        citations=quotes,
        short_answer=kept.short_answer,
    )


def _unknown_conversation(conversation_id: str) -> WellspringError:
    message = f"There is no conversation {conversation_id[:40]!r}; it may have been deleted. Ask again to start a new one."
    return WellspringError(Problem.UNKNOWN_CONVERSATION, message)


def _like(search: str) -> str:
    """Return the pattern of a text that holds these words as they stand."""
    return "%" + search.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%"


def _short(title: str) -> str:
    words = " ".join(title.split())
    return words if len(words) <= MAX_TITLE else words[: MAX_TITLE - 2] + " …"


def _key(submission: str | None, question: str) -> str | None:
    """Return what a submission is kept under: a form that a browser shows again may send another question with the same word."""
    return (
        f"{submission} {hashlib.sha256(question.encode()).hexdigest()[:16]}" if submission else None
    )


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
