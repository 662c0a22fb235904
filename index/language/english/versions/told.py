"""How English articles tell which version of a thing they are, and from when until when it holds.

Each pattern names what it finds: `version`, `valid_from`, `valid_until`, `draft`,
`superseded`, `replaces`.
A line is matched with spaces for its underscores, as "valid_until: 2022" has them.
"""

import re

from index.language.english.names import DATE, YEAR
from index.language.english.questions import ORDINALS


def _compiled(*patterns: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern, re.I) for pattern in patterns)


STANDING = (
    r"(?:polic(?:y|ies)|(?:hand|rule)books?|rules?|regulations?|guidelines?|guides?|manuals?"
    r"|tariffs?|(?:price|fee)\slists?|terms|conditions|statutes?|by-?laws|procedures?|codes?"
    r"|directives?|agreements?|charters?|timetables?|instructions?|constitution|protocols?)\b"
)
KIND = r"(?:version|edition|revision)"
_NUMBER = r"\d{1,3}(?:\.\d{1,3}){0,3}(?![\d.]*\d)"
_ORDINAL = rf"(?:{'|'.join(ORDINALS)}|\d{{1,2}}(?:st|nd|rd|th))"
NUMBERED = rf"(?:{KIND}\s?:?\s?(?:no\.?\s)?|\b(?:rev|ver|ed|v)\.?\s?)(?:{YEAR}\b|{_NUMBER})"
NAMED = rf"\b(?:{_ORDINAL}|{YEAR})\s(?:revised\s)?{KIND}\b|\b{KIND}\s(?:of|for)\s{YEAR}\b"
_VERSION = rf"(?P<version>{NUMBERED}|{NAMED})"
_WHEN = rf"(?:the\s)?(?:end\sof\s)?(?:{DATE}|{YEAR}\b)"
_HOLDS = (
    r"\b(?:valid(?:ity)?|effective|in\s(?:force|effect|use)|appl(?:y|ies|icable)|binding"
    r"|(?:enter(?:s|ed)?|c[oa]mes?)\sinto\s(?:force|effect)|t(?:akes?|ook)\seffect)"
)
_FROM = (
    r"\s?:?\s?(?:(?:date|period|as)\b\s?:?\s?)?(?:(?:from|since|of|on|in|for|starting)\b\s?:?\s?)?"
)
_UNTIL = r"(?:\s?(?:until|till|through|up\sto|to)\s?:?\s(?:and\sincluding\s)?|\s?[-–—]\s?)"
_PERIODS = (
    rf"{_HOLDS}{_FROM}(?P<valid_from>{_WHEN}){_UNTIL}(?P<valid_until>{_WHEN})",
    rf"{_HOLDS}\s?:?{_UNTIL}(?P<valid_until>{_WHEN})",
    rf"{_HOLDS}{_FROM}(?P<valid_from>{_WHEN})",
    rf"\bexpir(?:e[sd]?|y|ation)(?:\sdate)?\s?:?\s?(?:(?:on|at|in)\s)?(?P<valid_until>{_WHEN})",
)
_AS_OF = rf"\bas\s(?:of|at|from)\s?:?\s(?P<valid_from>{_WHEN})"
_GONE = (
    r"(?:superseded|obsolete|outdated|out\sof\sdate|withdrawn|repealed|archived|expired|retired"
    r"|revoked|no\slonger\s(?:valid|in\s(?:force|use|effect)|applicable|current))\b"
)
_BY = r"(?:\sby\s[^.\n]{2,80})?"
_PART = r"(?:^|[|·•(,;\[]\s?|\s[-–—]\s)"  # where a part of a line begins
_ENDS = r"(?=\s?(?:$|[|·•),;.\]]|\s[-–—]))"  # where it ends

TITLES = _compiled(
    _VERSION,
    *_PERIODS,
    _AS_OF,
    rf"[(\[]\s?(?:from|since)\s(?P<valid_from>{_WHEN})",
    rf"[(\[]\s?(?:until|till)\s(?P<valid_until>{_WHEN})",
    r"[(\[]\s?(?P<draft>(?:\w+\s)?draft)\b",
    rf"(?:^|[-–—:|,]\s)(?P<draft>draft)(?:\s{KIND})?(?=\s?(?:$|[-–—:|]|{STANDING}))",
    rf"^(?P<draft>draft)\s(?:[\w-]+\s){{0,3}}{STANDING}",
    rf"{_PART}(?P<superseded>{_GONE}{_BY}){_ENDS}",
)
# Whole lines, or the parts of one: "Version 2 | valid from 1 January 2023", "replaces: old.md".
LINES = _compiled(
    rf"^(?P<version>{KIND}\s?:\s?[\w.].{{0,30}})$",
    rf"{_PART}{_VERSION}{_ENDS}",
    *(rf"{_PART}{period}{_ENDS}" for period in _PERIODS),
    rf"^(?:\w+\s){{0,3}}{_AS_OF}\.?$",
    r"^status\s?:\s?(?P<draft>draft)\b",
    r"^(?P<draft>draft)(?:\s?:\s?(?:true|yes))?$",
    rf"^(?:status\s?:\s?)?(?P<superseded>{_GONE}{_BY})\.?$",
    r"^(?P<superseded>(?:superseded|replaced|obsolete)(?:\sby)?\s?:\s?(?!false|no\b|none|null)\S.*)$",
    r"^(?:replaces|supersedes)\s?:?\s(?!false|no\b|none|null)(?P<replaces>\S.{1,80}?)\.?$",
)
_THIS = rf"^(?:this|these)\s(?:[\w-]+\s){{0,2}}?(?:{STANDING}|{KIND}|document)"
SENTENCES = _compiled(
    *(rf"{_THIS}[^.]{{0,60}}?{period}" for period in _PERIODS),
    rf"{_THIS}\s(?:is|are|was|were|has\sbeen|have\sbeen)\s(?:now\s)?"
    rf"(?P<superseded>(?:{_GONE}|replaced){_BY})",
    rf"{_THIS}[^.]{{0,40}}?\b(?:replaces?|supersedes?)\s(?P<replaces>[^.\n]{{2,80}})",
)
# Names of files and folders, with a space between their words.
FILE_NAMES = _compiled(
    _VERSION,
    r"(?:^|\s)(?P<draft>draft)$",
    r"^(?P<draft>draft)\s",
    rf"(?:^|\s)(?P<superseded>{_GONE}|old)$",
)

# What a version is called: its number, or its ordinal.
NUMBER = re.compile(rf"(?<![\d.])(?!{YEAR}\b)\d{{1,3}}(?:\.\d{{1,3}}){{0,3}}")
ORDINAL = re.compile(rf"\b(?:{'|'.join(ORDINALS)})\b", re.I)
DRAFT = re.compile(r"\bdraft\b", re.I)
# What holds until it is replaced, where a report tells of its own year only.
HOLDS_ON = re.compile(rf"\b{STANDING}|{KIND}", re.I)
# What tells two texts apart that are alike otherwise.
TELLS_VALIDITY = re.compile(rf"\bdrafts?\b|\b{KIND}\b|\bexpir\w+|{_HOLDS}\b|\b{_GONE}", re.I)
# What a title keeps of a version that is taken out of it, and the words before the name of another.
LEFT_OVER = re.compile(r"\b(?:the|an?|of|for|in|from|since|as|at|and|by|new|revised)\b", re.I)
BEHIND_BY = re.compile(r"^.*?(?:\b|_)by\b\s?:?\s", re.I)
