"""How English articles sign and date themselves: bylines, datelines, imprints.

Each pattern names what it finds: `author`, `published`, `place`; `publisher` where the name must
have a word of publishers in it, `press` where what stands around it proves it.
"""

import re

from index.language.english.names import (
    AGENCY,
    DATE,
    DATED,
    LISTED,
    NAMED,
    PEOPLE,
    PERSON,
    PLACE,
    REGION,
    UPPER,
    YEAR,
)


def _compiled(*patterns: str) -> tuple[re.Pattern[str], ...]:
    return tuple(map(re.compile, patterns))


_SEPARATOR = r"\s*(?:[|·•/,;]|[-–—]+\s)\s*"
_ROLE = (
    r"(?:(?i:(?:(?:our|the|[a-z]+)\s+){0,3}(?:writer|reporter|correspondent|columnist|critic))"
    r",?\s+)?"
)
_BEHIND_NAME = r"(?=\s*(?:$|[,|·•–—(/;*]|-\s|\.\s)|\s+(?:for|in|on|at|of|from)\s)"
_WRITES = (
    r"(?i:(?:written|story|text|words|report|article|minutes|recorded|compiled|prepared|submitted|"
    r"posted|published|reported|reporting|filed|interview)(?:\s+taken)?\s+)"
)
_AUTHOR = (
    r"(?i:authors?|byline|written\s+by|text|words|story|reporters?|correspondents?|writer|interview|"
    r"(?:prepared|compiled|submitted|recorded|minutes(?:\s+taken)?|report)\s+by|minutes|from|signed)"
)
_REPORTER = (
    r"(?i:(?:by\s+)?(?:(?:our|staff|chief|special)\s+|\w+\s+)?(?:reporters?|correspondents?))"
)
_OUT = (
    r"(?:published|posted|issued|released|revised|updated|printed|presented|dated|filed|reviewed|"
    r"adopted|written|modified)"
)
_FIRST = r"(?:(?:first|originally|last)\s+)?"
_THIS = (
    r"this\s+(?:article|post|story|page|leaflet|report|document|guide|piece|text|paper|"
    r"statement|review|interview|version)\s+(?:was|has\s+been)\s+"
)
# What the line of a byline may tell beside it.
BESIDE = _compiled(
    DATED,
    rf"(?:{_SEPARATOR}|\(|\s(?:for|of)\s+(?:the\s+)?)(?P<publisher>{NAMED})(?=\s*(?:$|[|·•,/)–—]))",
)
BYLINES = _compiled(
    rf"^(?:{_WRITES})?(?:[Bb]y|BY):?\s+{_ROLE}(?P<author>{PEOPLE}){_BEHIND_NAME}",
    rf"(?:{_SEPARATOR}|{YEAR}\s+)by\s+(?P<author>{PEOPLE})$",
    rf"^{_AUTHOR}\s*:\s*(?P<author>{LISTED})(?=\s*(?:$|[,|/(<;]))",
    rf"^(?P<author>{PERSON})\s*[|·•]\s*{DATED}\s*(?:$|[|·•])",
    rf"\({_REPORTER}:?\s+(?P<author>{LISTED})(?=[,;)])",
)
IMPRINTS = _compiled(
    rf"^(?i:{_FIRST}{_OUT}|{_THIS}{_FIRST}{_OUT})\b(?:[^.;]|[ap]\.m\.){{0,60}}?{DATED}",
    rf"^(?i:(?:publication\s+|release\s+|issue\s+)?date(?:\s+of\s+\w+)?)\s*:\s*{DATED}",
    rf"^[^.]{{0,120}}?[,|·•–—(]\s*(?i:{_FIRST}{_OUT})\b[^.;]{{0,40}}?{DATED}[^.]{{0,60}}$",
    rf"^(?i:{_FIRST}{_OUT})\b[^.;]{{0,60}}?\sby\s+(?:the\s+)?(?P<publisher>{NAMED})",
    rf"^(?i:(?:{_THIS}|first\s+|originally\s+)(?:first\s+|originally\s+)?(?:published|posted|appeared)"
    rf"\s+(?:in|by|on)\s+)(?:the\s+)?[\"“*_]*(?P<press>{NAMED})",
    rf"^(?i:{_OUT}\s+(?:in|by)\s+(?:the\s+)?)[\"“*_]*(?P<publisher>{NAMED})",
    r"\son\s+(?:the\s+|our\s+|my\s+)?(?:blog|website|site)\s+[\"“«*_]*(?P<press>[^\"”»*_\n]{2,60}?)"
    r"[\"”»*_.]*$",
    rf"^(?:Posted|Published)\b[^.;]{{0,40}}?{DATED}\s+(?:on|in|at)\s+[\"“]?(?P<press>{NAMED})[\"”]?$",
    r"^(?i:(?:[a-z-]+\s){0,3}(?:report|newsletter|bulletin|journal|statement|leaflet|paper|"
    r"publication|release|sheet|proceedings|magazine))\s+(?i:of|by|from)\s+"
    rf"(?:(?i:the)\s+)?(?P<publisher>{NAMED})(?=\s*(?:$|[,|]))",
    rf"^(?P<publisher>{NAMED})(?:{_SEPARATOR}[^|,]{{0,40}}?\d+)*{_SEPARATOR}{DATED}",
    rf"^(?P<publisher>{NAMED}),\s+[^,|]{{0,40}}?\b(?:No|Nr|Vol|Issue|Number)\b\.?\s*\d+[^|]*?"
    rf",\s*(?P<published>{DATE}|{YEAR})$",
    rf"^{DATED}{_SEPARATOR}(?P<publisher>{NAMED})$",
    r"^(?i:source|publisher|published\s+(?:by|in)|issued\s+by|newspaper|publication|website|blog|"
    rf"journal|magazine)\s*:\s*[\"“]?(?P<press>{NAMED})[\"”]?(?:{_SEPARATOR}{DATED})?",
    r"(?:©|\([cC]\)|\b[Cc]opyright)\s*(?:©\s*|\([cC]\)\s*)?"
    rf"(?P<published>{YEAR})(?:\s*[-–]\s*{YEAR})?,?\s+(?:by\s+)?(?P<press>{NAMED})",
)
# At the foot only; the last line may be the end of a paragraph.
CLOSINGS = _compiled(
    rf"^\(?Reporting\s+by\s+(?P<author>{PEOPLE})",
    rf"^[-–—―]{{1,2}}\s*(?P<author>{PERSON})$",
    r"^(?:Respectfully\s+submitted|Yours\s+\w+|Sincerely(?:\s+yours)?|(?:Kind|Best|Warm)\s+regards|"
    rf"Best\s+wishes|Signed),?\s+(?P<author>{PERSON})(?=\s*(?:$|,))",
    rf"^(?P<author>{PERSON})\s+is\s+(?:an?|the|our)\s+[^.]{{0,60}}?\b(?:writer|reporter|journalist|"
    r"correspondent|columnist|blogger)\b",
)
LAST_NAME = re.compile(rf"[.!?”\"]\s*\((?P<author>{LISTED})\)$")
# Where nothing better is found: a line that is a date, a meeting.
DATES = _compiled(
    rf"^{DATED}(?:,?\s+(?:at\s+)?\d+[:.]\d\d.*)?$",
    rf"\b(?i:held|meeting|session|assembly|conference)\b[^.\n]{{0,60}}?\b(?:on|of)\s+{DATED}",
)

_DASH = r"\s*(?:--+|[-–—―:|])\s*"
# Before the first sentence of a paragraph.
DATELINES = _compiled(
    # Xinhua News Agency, Chengdu, May 3 (Reporter Wu Xiaoming) The mill …
    rf"^(?P<publisher>{NAMED}),\s+(?P<place>{PLACE}),\s+{DATED}"
    rf"(?:\s*\((?:{_REPORTER}:?\s+)?(?P<author>{LISTED})(?:\)|[,;])|{_DASH}(?=\w)|\s*\()",
    # LONDON, March 3, 2020 (Reuters) - The mill …
    rf"^(?P<place>{PLACE}),?\s+{DATED}\.?\s*[(/](?P<press>{AGENCY}|{NAMED})[)/]",
    rf"^(?P<place>{PLACE})\s*(?:--)?\((?P<press>{AGENCY})\)\s*(?:--+|[-–—―])",
    rf"^(?P<place>{UPPER}{REGION}?)\s*\((?P<publisher>{NAMED})\)\s*(?:--+|[-–—―])",
    # Geneva, 12 May 2023 – The mill …
    rf"^(?P<place>{PLACE}),\s+{DATED}"
    rf"(?:\s*\({_REPORTER}:?\s+(?P<author>{LISTED})[,;)]|{_DASH}(?=\S))",
    rf"^{DATED}(?:,\s+|\s*\|\s*)(?P<place>{PLACE})\s+(?:--+|[–—])\s",
    rf"^\((?P<press>{AGENCY})\)\s*(?:--+|[-–—―])",
    rf"^(?P<place>{UPPER}{REGION}?)\s*(?:--+|[–—―])\s*(?=[A-Z“\"])",
)
