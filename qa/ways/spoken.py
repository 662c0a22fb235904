"""Small talk, help and languages that are not read: fixed words, no search."""

from index.language.east_asian import is_chinese
from index.language.english.sayings import HELP, SAYINGS
from index.language.told import CHINESE, ENGLISH_ONLY
from qa.ways.inquiry import Reason, Reply, plainly


def small_talk(question: str) -> Reply:
    """Return what is said to a greeting, thanks, a cry for help and the like."""
    said = next((reply for asked, reply in SAYINGS if asked.search(question)), HELP)
    return plainly(said, Reason.NO_QUESTION)


def other_language(question: str) -> Reply:
    """Say that the question's language is not read: in Chinese to Chinese, else in English."""
    return plainly(CHINESE if is_chinese(question) else ENGLISH_ONLY, Reason.OTHER_LANGUAGE)
