"""What is asked of the file of conversations, in SQL."""

CONVERSATION = """SELECT c.id, c.title, c.created, c.updated,
    (SELECT count(*) FROM turns t WHERE t.conversation_id = c.id AND t.replaced_by IS NULL)
    FROM conversations c"""
FOUND = """c.title LIKE :like ESCAPE '\\' OR EXISTS (
    SELECT 1 FROM turns t WHERE t.conversation_id = c.id AND t.replaced_by IS NULL
    AND (t.question LIKE :like ESCAPE '\\' OR t.answer LIKE :like ESCAPE '\\'))"""
TURN = """SELECT t.id, t.conversation_id, t.json, t.versions, t.created, f.up, f.comment,
    t.number, f.created FROM turns t LEFT JOIN feedback f ON f.turn_id = t.id"""
JUDGE = """INSERT OR REPLACE INTO feedback (turn_id, up, comment, created)
SELECT id, ?, ?, ? FROM turns WHERE id = ?"""
NEW_TURN = """INSERT INTO turns
(id, conversation_id, question, answer, json, versions, submission, created)
VALUES (?, ?, ?, ?, ?, ?, ?, ?)"""
# What a turn stands instead of: that one and those after it, which are kept at their own links.
REPLACE = """UPDATE turns SET replaced_by = ? WHERE conversation_id = ? AND number < ?
AND number >= (SELECT number FROM turns WHERE id = ?) AND replaced_by IS NULL"""
IDS = """SELECT id FROM turns WHERE conversation_id = ? AND replaced_by IS NULL
ORDER BY number"""
BEFORE = """SELECT question, answer FROM turns WHERE conversation_id = ? AND number < ?
AND (replaced_by IS NULL OR replaced_by > ?) ORDER BY number"""


def like(search: str) -> str:
    """Return the pattern of a text that holds these words as they stand."""
    return "%" + search.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%"
