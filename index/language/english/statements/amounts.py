"""Dates, sums, counts and measures as statements tell them, so that they can be asked for."""

import re

_MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_YEAR = r"(?:1\d|20)\d\d"
DATE = re.compile(
    rf"(?:\d{{1,2}} {_MONTH}(?: {_YEAR})?|{_MONTH} \d{{1,2}}(?:, {_YEAR})?|{_MONTH} {_YEAR}"
    rf"|(?:spring|summer|autumn|winter) {_YEAR}|{_YEAR})(?![\w%–/-]|[,.]\d)"
)
# What was done, and when; only a preposition or a new clause follows the date.
DATED = re.compile(
    rf"(?P<what>[^\d,;:()]*?) ?\b(?:in|on) (?:early |late )?{DATE.pattern}"
    r"(?= (?:by|with|at|to|when|after|before|and|for|from)\b|[.,;]|$)"
    rf"|(?P<done>[^\d,;:()]*?) ?\b(?:from|between) (?:{_MONTH} )?(?:\d{{1,2}} )?(?:to|and) "
    rf"{DATE.pattern}"
)
DATED_FRONT = re.compile(rf"(?:In|On) (?:early |late )?{DATE.pattern}$")

_ABOUT = (
    r"(?:(?:about|around|some|nearly|almost|over|more than|approximately|only|just|at least|up to"
    r"|a total of) )*"
)
_SCALE = r"(?: (?:thousand|million|billion|trillion))?"
_DIGITS = rf"(?:\d[\d,.]*\d|\d){_SCALE}"
_SIGN = r"(?:[A-Z]{1,3})?[$£€¥] ?"
_CURRENCY = "(?:yuan|yen|dollars|euros|pounds|francs|rupees|cents|pence)"
_WRITTEN = (
    r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven"
    r"|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-[a-z]+)?)"
)
SUM = re.compile(
    rf"{_ABOUT}(?:(?:{_SIGN}|[A-Z]{{3}} ){_DIGITS}|{_DIGITS} {_CURRENCY})"
    r"(?= (?:in|on|for|to|at|of|from|by|and|more than)\b|[,;.]|$)"
)
_FIGURE = rf"{_ABOUT}(?:{_SIGN}\d|(?:[A-Z]{{3}} )?[\d–]|{_WRITTEN}\b)"
# What a rate or price is at, or comes to.
LEVEL = re.compile(
    r"(?:|(?:reach|total) |(?:rise|fall|grow|drop|increase|decrease|decline|amount|come) to "
    rf"|(?:stand|stay|remain) at ){_FIGURE}"
)
# What has one: "the average gate", "the price of lunch", "the birth rate in towns".
MEASURE = re.compile(
    r"\b(?:(?:average|mean|median|maximum|minimum|annual|total) [\w' -]+"
    r"|(?:amount|area|balance|budget|capacity|cost|deficit|density|depth|distance|duration|fee"
    r"|fine|height|income|length|limit|loss|number|output|pay|penalty|percentage|population"
    r"|pressure|price|production|profit|proportion|rate|rent|revenue|salary|share|size|speed"
    r"|spending|surface|surplus|tax|temperature|toll|total|turnover|value|volume|wage|weight|width"
    r"|yield)(?: (?:of|for|in|at|per|on) .+)?)$",
    re.I,
)
# How far something extends, and what that is called.
EXTENT = re.compile(
    rf"{_ABOUT}[\d,.]+ [a-z]+ (?P<how>long|high|tall|deep|wide|thick|old)(?= and\b|[.,;]|$)"
)
# What is measured or shared out is not counted; each of a half is not one.
_MEASURED = (
    r"(?:seconds|minutes|hours|days|nights|weeks|months|years|decades|metres|meters|feet|inches"
    r"|miles|kilomet\w+|tonnes|tons|litres|grams|acres|hectares|degrees|times|points"
    r"|halves|thirds|quarters|(?:fif|six|seven|eigh|nin|ten)ths|dollars|euros|pounds|francs|cents)"
)
_WORD = rf"(?!(?:{_MEASURED}|of)\b)[a-z][\w'’-]*"
COUNT = re.compile(
    rf"{_ABOUT}(?!{_YEAR} )(?:{_DIGITS}|{_WRITTEN}) "
    rf"(?P<what>(?:{_WORD} ){{0,3}}?(?:(?!{_MEASURED}\b)[a-z][\w-]*[^\Wsui]s|people|children|men"
    r"|women))(?![\w'’-])",
    re.I,
)
SHARE = re.compile(rf"{_ABOUT}(?:\d[\d.]*|{_WRITTEN})(?:%| per ?cent) of (?=[a-z])", re.I)
SHARE_OF = re.compile(rf"(?:(?P<by>up|for) )?{SHARE.pattern}")  # "makes up 20% of"
BY = re.compile(rf"by {_FIGURE}[\d,.]*(?:%| per ?cent| [a-z]+)?(?= |[,;.]|$)")
