"""Turn a statement into the question for yes or no that it answers with "yes"."""

from index.language.english.questions import JOINED, TURNABLE
from index.language.english.words import STOPWORDS


def as_question(statement: str) -> str:
    """Return the question, "" for a statement whose verb does not simply change places.

    "The Rhine is measured from Hoek." is "Is the Rhine measured from Hoek?".
    """
    found = TURNABLE.fullmatch(statement.strip())
    if found is None or JOINED.search(found["subject"]) or ", but " in statement:
        return ""
    first, _, others = found["subject"].partition(" ")
    if first.lower() in STOPWORDS:
        first = first.lower()
    subject = f"{first} {others}".strip()
    return f"{found['verb'].capitalize()} {subject} {found['rest']}?"
