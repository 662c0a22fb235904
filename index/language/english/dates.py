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
