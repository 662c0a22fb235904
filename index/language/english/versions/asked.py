"""How questions ask for a version of a thing, and what is said of one."""

import re

from index.language.english.versions.told import KIND, NAMED, NUMBERED, STANDING

ASKS_NOW = re.compile(
    r"\b(?:now|today|nowadays|currently|current|at\spresent|at\sthe\smoment|these\sdays|in\sforce)\b",
    re.I,
)
ASKS_BEFORE = re.compile(
    r"\b(?:old|older|previous|former|earlier|prior|outdated|superseded|expired)\s(?:\w+\s){0,2}?"
    rf"(?:{STANDING}|{KIND})",
    re.I,
)
ASKS_VERSION = re.compile(rf"{NUMBERED}|{NAMED}", re.I)
# What stands before a time or a version, and goes with it.
BEFORE_VERSION = re.compile(
    r"[\s,]*\b(?:in|of|for|during|on|by|at|since|as\sof|throughout|under|according\sto)"
    r"(?:\sthe(?:\syear)?)?\s$",
    re.I,
)

# What is said of the validity of an article.
VALID_FROM, VALID_UNTIL = "valid from {date}", "valid until {date}"
DRAFT_OF, SUPERSEDED = "draft", "superseded"
SAYS_OTHERWISE = "Another version{which} says otherwise: {quote}"
ONLY_SAYS = "Only another version{which} says this."
