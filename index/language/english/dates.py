"""How English writes dates and times of day."""

import re

THE, OF = "the", "of"
# Before a year that could as well be a plain number: "in 1142".
BEFORE_YEARS = "in of since until from by before after around".split()
MONTHS = {"sept": 9}  # beside those that the CLDR knows
HALF_OF_DAY = r"[ap]\.?m"  # 6.30 p.m.
AFTERNOON = "p"  # what the half of the day begins with
_MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"
# A year, a month or a quarter, in a text in lower case.
PERIOD = re.compile(
    r"\b(?:1[5-9]|20)\d\d\b|"
    rf"\b(?:{_MONTHS})\b|"
    r"\b(?:first|second|third|fourth) (?:quarter|half)\b"
)
# As names begin that are none of a place.
MONTHS_AND_DAYS = f"{_MONTHS}|monday|tuesday|wednesday|thursday|friday|saturday|sunday".title()
# How far two dates are apart.
APART = "Apart: {length} ({first} to {last})."
# A quarter, a week or a month, with or without its year: "Q1 2022", "2022-Q1", "week 12 of 2024".
_YEAR = r"(?:19|20)\d\d"
_BEFORE = rf"(?:(?P<before>{_YEAR})[\s/-]*)?"
_BEHIND = rf"(?:,?[\s/-]?(?:of )?(?P<behind>{_YEAR})\b)?"
QUARTERS = ("first quarter", "second quarter", "third quarter", "fourth quarter")
QUARTER = re.compile(
    rf"{_BEFORE}\b(?:(?P<nth>first|second|third|fourth|[1-4](?:st|nd|rd|th)) quarter"
    rf"|Q\s?(?P<quarter>[1-4])\b){_BEHIND}",
    re.I,
)
WEEK = re.compile(
    rf"{_BEFORE}\b(?:week|wk|cw|kw|w)\.?[\s-]?(?:no\.? ?)?(?P<week>\d{{1,2}})\b{_BEHIND}", re.I
)
# "May" and "march" are words, too: in small letters they are months behind one of these.
_IN = "in|of|for|during|since|and|to|from|or|until|till|than|with|between"
MONTH_ALONE = re.compile(
    rf"\b(?:(?:{_IN})\s(?P<small>{_MONTHS})|(?!\A)(?P<month>{_MONTHS.title()}))\b(?!['’]s)"
)
NUMBERED = re.compile(r"\b(?P<number>\d{1,4})(?:\s?(?:st|nd|rd|th))?\b", re.I)
WEEK_OF, NUMBER_OF = "week {week}", "no. {number}"
