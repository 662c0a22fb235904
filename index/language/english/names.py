"""What names of people, publishers and places, and dates, look like where an article is signed.

Patterns, to be built into others; in a text they would find too much.
"""

import re

_CAPITAL = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪĮİĶĹĻĽŁŃŅŇŌŐŒŔŘŚŞŠŢŤŪŮŰŲŹŻŽ"
_LETTER = r"[^\W\d_]"
_INITIALS = rf"[{_CAPITAL}]\.(?:[ -]?[{_CAPITAL}]\.){{0,3}}"
_PART = rf"[{_CAPITAL}](?:{_LETTER}|['’.\-](?={_LETTER}))*"
_PARTICLES = (
    r"(?:(?:van|von|der|den|de|del|della|di|da|dos|du|la|le|ten|ter|bin|ibn|al|el|af|zu|y)\s+)*"
)
_TITLE = r"(?:(?:Dr|Prof|Professor|Mr|Mrs|Ms|Rev|Sir|Dame|Councillor|Cllr)\.?\s+)?"
PERSON = rf"{_TITLE}(?:{_INITIALS}|{_PART})(?:\s+{_PARTICLES}(?:{_INITIALS}|{_PART})){{1,3}}"
PEOPLE = rf"{PERSON}(?:(?:,\s+{PERSON})*,?\s+(?:and|&)\s+{PERSON})?"
LISTED = rf"{PERSON}(?:\s*(?:,\s+and\s|,|;|、|\band\s|&\s)\s*{PERSON})*"
# Words that no name of a person has, in small letters.
NOT_OF_PEOPLE = frozenset(
    """
    the this that a an our your all order numbers train bus car boat ferry air land sea foot
    road rail bike plane mail phone post email staff writer special correspondent reporter
    editor secretary reader readers contributor royal popular continued photo photos source read
    more click copyright city council board committee team company works society association
    university institute ministry department office agency bureau trust limited news times
    herald press avenue school library museum hospital northern southern eastern western part
    chapter figure table section new great united saint province county district january
    february july august september october november december monday tuesday wednesday thursday
    friday saturday sunday
    """.split()
)

MONTH = (
    r"(?:(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER|"
    r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
)
_WEEKDAY = (
    r"(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\b\.?,?\s+(?:the\s+)?)?"
)
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
YEAR = r"(?:(?:1[5-9]|20)\d\d)"
DATE = (
    rf"(?:\b{_DAY}(?:\s+of)?\s+{MONTH}(?:,?\s+{YEAR}\b)?|\b{MONTH}\s+{_DAY}\b(?:,?\s+{YEAR}\b)?|"
    rf"\b{MONTH},?\s+{YEAR}\b|\b{YEAR}-\d\d-\d\d|\b\d{{1,2}}[./]\d{{1,2}}[./](?:{YEAR}|\d\d)\b|"
    rf"\b{YEAR}/\d{{1,2}}/\d{{1,2}}\b|\b(?:Spring|Summer|Autumn|Fall|Winter)\s+{YEAR}\b)"
)
DATED = rf"{_WEEKDAY}(?P<published>{DATE})"

AGENCY = (
    r"(?:Xinhua|XINHUA|Reuters|REUTERS|AP|AFP|UPI|TASS|Kyodo|Bloomberg|Yonhap|PTI|ANI|IANS|EFE|"
    r"ANSA|dpa|DPA|BBC|CNN|CNS|MENA|WAM|KUNA|Anadolu|ACCESSWIRE|PR\s?[Nn](?:ews|EWS)[Ww](?:ire|IRE)|"
    r"B(?:usiness|USINESS)\sW(?:ire|IRE)|G(?:lobe|LOBE)\s?N(?:ewswire|EWSWIRE|ewsWire))"
)
_PAPERS = """
    times post courier herald news newspaper gazette daily weekly monthly online agency press
    journal review magazine tribune chronicle telegraph guardian observer mercury echo star mail
    examiner standard bulletin newsletter blog register argus advertiser sentinel inquirer
    independent dispatch messenger radio television tv wire
"""
_BODIES = """
    society institute institution association ministry department office university college council
    commission committee station company trust foundation federation union bureau board authority
    centre center museum library hospital school district cooperative co-operative club group team
    bank fund organisation organization academy laboratory observatory service services publishers
    publishing books inc ltd limited llc corporation plc project agency administration secretariat
"""
# By one of these the name of a newspaper, and that of any publisher, is known.
OF_PAPERS = re.compile(rf"(?i:\b(?:{'|'.join(_PAPERS.split())})\b)|\b{AGENCY}\b")
OF_PUBLISHERS = re.compile(rf"(?i:\b(?:{'|'.join((_PAPERS + _BODIES).split())})\b)|\b{AGENCY}\b")
_WORD = rf"(?:[{_CAPITAL}][\w'’&.\-]*[\w'’]|[{_CAPITAL}])"
NAMED = (
    rf"(?:(?:The\s+)?{_WORD}(?:\s+(?:(?:of|the|and|&|for|on|in|de|la|du)\s+){{0,2}}{_WORD}){{0,8}}"
    r"(?:\steam\b)?)"
)

UPPER = rf"(?:[{_CAPITAL}][{_CAPITAL}'’.\-]+(?:\s[{_CAPITAL}'’.\-]+){{0,3}})"
PLACE = rf"(?:{_WORD}(?:\s+{_WORD}){{0,3}}(?:,\s+{_WORD}\.?(?:\s{_WORD}\.?)?)?)"
PLACE_NAME = rf"{_WORD}(?: {_WORD}){{0,2}}"
REGION = rf"(?:,\s+{_WORD}\.?(?:\s{_WORD}\.?)?)"  # behind a place
# Words that stand before a dash and are no place, in small letters.
NOT_OF_PLACES = frozenset(
    """
    summary note notes warning update updated analysis opinion breaking abstract introduction
    conclusion conclusions tip tips important exclusive review video watch photos faq correction
    editorial commentary feature preview live factbox timeline background results methods objective
    purpose part day step news attention caution danger reminder minutes agenda report press release
    the january february march april may june july august september october november december monday
    tuesday wednesday thursday friday saturday sunday
    """.split()
)
