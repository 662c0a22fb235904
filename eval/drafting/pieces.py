"""Find what a question may ask for in a sentence: dates, numbers and names that it holds once."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from eval.measuring.metrics import holds
from index.language.english.words import STOPWORDS

BLANK = "____"
_SCALES = "hundred thousand million mn billion bn trillion".split()
_MIN_WORDS = 6
_MAX_WORDS = 50
_MONTHS = (
    "January February March April May June July August September October November December".split()
)
_MONTH = f"(?:{'|'.join(_MONTHS)})"
_SEASONS = ("spring", "summer", "autumn", "winter")
_PARTS = ("start", "beginning", "middle", "half", "quarter", "end", *_SEASONS, "year")
_BEFOREYEAR = [
    *_MONTHS,
    *"in by since until till from during before after year early late mid".split(),
    *_SEASONS,
    *("season", "between"),
    *(f"{part} of" for part in _PARTS),
]
YEAR = re.compile(
    rf"(?:{'|'.join(f'(?<={word}[ -])|(?<={word[0].upper()}{word[1:]} )' for word in _BEFOREYEAR)}"
    r"|(?<=\d, )|(?<=\d{4} and )|(?<=\d{4} to )|(?<=[(]))(?:1[5-9]|20)\d\d(?![\w/–-]|[.,]\d|\s?%)"
)
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_DATE = re.compile(
    rf"\b(?:{_DAY}\s(?:of\s)?{_MONTH}(?:,?\s\d{{4}})?|{_MONTH}\s{_DAY}(?:,\s\d{{4}})?|{_MONTH}\s\d{{4}})(?!\w)|{YEAR.pattern}"
)
_UNITS = """
    percent per\\scent percentage\\spoints? points? degrees?
    tonnes? tons? kilograms? kg grams? g mg litres? liters? ml
    kilomet(?:re|er)s? km met(?:re|er)s? m centimet(?:re|er)s? cm mm
    miles? feet inches hectares? acres?
    seconds? minutes? hours? days? weeks? months? years? a\\.m\\. p\\.m\\. am pm
    yuan dollars? euros? pounds? pence cents? RMB USD GBP EUR
    °C °F GB MB TB GHz MHz kWh MWh GWh MW GW kW W
    """.split()
_NUMBER = re.compile(
    r"(?<![\w.,:/–-])(?:(?:US|HK|A|C)?[$£€¥]\s?|(?:RMB|CNY|USD|GBP|EUR)\s)?(?:\d+(?:,\d{3})+|\d+)(?:\.\d+)?"
    rf"(?:\s?(?:{'|'.join(_SCALES)})\b)?(?:\s?%|(?:\s(?:square|cubic))?[\s-]?(?:{'|'.join(_UNITS)})(?!\w))*"
    r"(?:\sper\s(?:second|minute|hour|day|week|month|year|night|person|head|capita|user|kilo\w+|hectare)\b)*(?![\w/:–-]|[.,]\d)"
)
_TOKEN = re.compile(r"[^\W\d_]+(?:[-’'](?!s\b)[^\W\d_]+)*")
_OPENERS = ".:;!?\"“‘'(-*•–—"
_NO_NAMES = {
    *"monday tuesday wednesday thursday friday saturday sunday mrs sir rmb cny usd gbp eur".split()
}
_NO_NAMES |= {month.lower() for month in _MONTHS}
_POINTING = frozenset(
    """
    it its he his she her they their them this that these those we our i my you your such here there
    """.split()
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a sentence that can be taken out."""

    kind: str
    start: int
    end: int


def stands_alone(text: str) -> bool:
    """Tell whether a sentence is whole, in prose, and points back to nothing."""
    words = [word for word in text.split() if any(char.isalnum() for char in word)]
    first = _TOKEN.search(text)
    prose = not text.startswith(("#", "|", ">")) and BLANK not in text and text.count("**") % 2 == 0
    whole = prose and text.rstrip("\"'”’)]*_").endswith((".", "!"))
    return (
        whole
        and _MIN_WORDS <= len(words) <= _MAX_WORDS
        and first is not None
        and first.group().lower() not in _POINTING
    )


def pieces(text: str) -> Iterator[Piece]:
    """Yield the dates, numbers and names of a sentence that it holds once, none inside another."""
    spans = [("date", *match.span()) for match in _DATE.finditer(text)]
    spans += [("number", *match.span()) for match in _NUMBER.finditer(text)]
    spans += [("name", start, end) for start, end in _names(text)]
    taken: list[tuple[int, int]] = []
    for kind, start, end in spans:
        if all(end <= other_start or start >= other_end for other_start, other_end in taken):
            taken.append((start, end))
            if not holds(text[:start] + BLANK + text[end:], text[start:end]):
                yield Piece(kind, start, end)


def _names(text: str) -> Iterator[tuple[int, int]]:
    """Yield the runs of capitalised words.

    Not one whose first word may be capitalised because something opens there.
    """
    run: list[re.Match[str]] = []
    named = (token for token in _TOKEN.finditer(text) if _is_named(token.group()))
    for token in [*named, None]:
        if token and run and text[run[-1].end() : token.start()] in (" ", " of "):
            run.append(token)
            continue
        if run and _is_clear(text, run[0].start(), run[-1].end()):
            yield run[0].start(), run[-1].end()
        run = [token] if token else []


def _is_named(word: str) -> bool:
    return word[0].isupper() and word.lower() not in STOPWORDS | _NO_NAMES


def _is_clear(text: str, start: int, end: int) -> bool:
    opening = not text[:start].rstrip() or text[:start].rstrip()[-1] in _OPENERS
    return (
        not opening
        and end - start > 2
        and not re.match(r"[-–]?\w", text[end:])
        and text[start - 1].isspace()
    )
