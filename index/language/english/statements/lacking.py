"""What questions ask for by its kind, and what tells that a sentence may have it."""

import re

ASKS_SHARE = re.compile(
    r"\b(?:what|which|how many|how large a|how big a) (?:\w+ )?"
    r"(?:percent(?:age)?|per ?cent|proportion|fraction) of\b"
    r"|\bby (?:what|how many) (?:percent(?:age)?|per ?cent)\b",
    re.I,
)
SHARES = re.compile(
    r"%|\bper ?cent|\bpercent|\b(?:half|halves|third|thirds|quarters?|fifths?|sixths?|sevenths?"
    r"|eighths?|ninths?|tenths?|majority|most|all|none|every|whole|entire|no|both)\b"
    r"|\d ?/ ?\d|\bin (?:two|three|four|five|ten|\d+)\b|\bout of\b|\btimes\b|\d ?: ?\d|0\.\d",
    re.I,
)
ASKS_PRICE = re.compile(
    r"\b(?:what|which) (?:price|fee|fare|sum)\b"
    r"|\b(?:what(?: is|'s|’s| was| are| were)?|how (?:high|much) (?:is|was|are|were)) the "
    r"(?:\w+ )?(?:price|cost|fare|fee|charge)\b"
    r"|\b(?:how much|what) (?:do|does|did|will|would|can|must)\b[^?]*\bcost\b",
    re.I,
)
ASKS_COUNT = re.compile(r"\bhow many\b(?! of)", re.I)
IN_UNIT = re.compile(
    r"\bin (?:mg|milligrams?|grams?|kg|tonnes?|met(?:re|er)s?|km|miles?|feet|lit(?:re|er)s?|pounds"
    r"|dollars|euros|yuan|degrees|hours|minutes|days)\b[^?]{0,20}\?",
    re.I,
)
AMOUNTS = re.compile(
    r"\b(?:no|none|nothing|free|without charge|zero|nil|never|only|single|an?|both|half|double|"
    r"pair|couple|dozens?|hundreds|thousands|millions|billions|several|few|many|all|every|each|some|other|another|once|twice|alone|one)"
    r"\b",
    re.I,
)
VERSION = re.compile(r"(?<![\d.])\d{1,3}(?:\.\d{1,3}){2,}(?![\d.]*\d)")
ASKS_WHICH_OF = re.compile(
    r"\b(?:which|who|what|name) (?:are |were )?(?:the |these |those )?"
    r"(?P<number>\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) "
    r"(?P<things>(?:[\w'’-]+ ){0,2}[\w'’-]+s)\b"
    r"(?![^?]*\b(?:called|known)\b)",
    re.I,
)
NAMES_THEM = re.compile(r"[:;]|\b(?:namely|including|such as|for example|among them|as well as)\b")
JOINS = re.compile(r",|;|&|\b(?:and|or)\b", re.I)  # between items
# A year that does not stand for itself: a span, a bound, a change.
SPANS = re.compile(
    r"\b(?:since|until|till|from|between|before|after|by|over|than|through|and|to|compared|versus|"
    r"against|past|last|first)\b|\d ?[–-] ?\d",
    re.I,
)
# The date above an entry of a chronicle: "22–24 March 1947.", "1947:".
ENTRY = re.compile(r"^\W*(?:[\w–-]+ ){0,2}(?:1[5-9]|20)\d\d\W*$")
# "Orbis 4.0", "version 4.0": no amount, time or day.
RELEASE = re.compile(
    r"(?:(?<!^)\b[A-Z][a-z]\w*|\b(?:version|release)) (?P<number>\d+\.\d+(?:\.\d+)?)"
    r"(?![\d%]|\s?(?:%|[a-z]*illion\b|per\b|[a-z]{1,2}\b))"
)
# A year that something is held against: "more than in 2022", "below 1947".
HELD_AGAINST = re.compile(
    r"\b(?:than|compared (?:with|to)|against|after|before|since|until|from|below|above|over|under)"
    r"(?: in| that of| the| of)*(?: [a-z]+)? (?:1[5-9]|20)\d\d\b",
    re.I,
)
