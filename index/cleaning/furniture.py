"""Tell lines that only work the page ("Back to top") from lines that say something.

No list of words can tell rubbish from facts by itself. So a line counts as furniture only when
*every* word of it works the page, which no line with a figure, a name or a subject of its own does;
and it goes only on further proof (`navigation`, `boilerplate`, `page_frame`): it is a link, or most
articles of the site repeat it, or it stands alone and points elsewhere.
"""

import re
import unicodedata
from functools import lru_cache

from index.language.english.pages import FULL_THING, LISTS, OFFER, SHARING

_PHRASES = LISTS["rooms"] | LISTS["offers"] | LISTS["sayings"]
_WORDS = LISTS["acts"] | LISTS["networks"] | LISTS["nouns"] | LISTS["small"]
_ELSEWHERE = LISTS["elsewhere"] | LISTS["networks"]
_SHARING = LISTS["networks"] | SHARING
_LONG = 160  # letters; a notice or menu is shorter
_COOKIE_WORDS = LISTS["cookies"] | _WORDS
_WORD = re.compile(r"\w+(?:[-'’]\w+)*")
_EDGES = " \t-–—*•·|/\\<>«»‹›←→↑↓↩⇧▲▼►▶◀◄…:：.!?。！？,;()[]#+×"
TRAIL_BORDER = re.compile(r"\s+(?:-|–|—|>|»|›|\||/|→|::)\s+")
_CELL_BORDER = re.compile(r"\s+[|•·›»>→]\s+|\s*[|•·›»→]\s*")


def has_figure(text: str) -> bool:
    """Tell whether a text holds a number in any script, an address for mail, or a sum of money."""
    return any(
        char.isnumeric() or char == "@" or unicodedata.category(char) == "Sc" for char in text
    )


@lru_cache(4096)  # a menu stands on each page of a site
def says_nothing(text: str) -> bool:
    """Tell whether every word of a line only works the page."""
    if len(text) > _LONG:
        return False
    line = plain(text)
    if line in _PHRASES or FULL_THING.fullmatch(line):
        return True
    words = set(_WORD.findall(line))
    if not words or not words <= _COOKIE_WORDS or has_figure(text):
        return False
    return is_act(line) or words <= _SHARING or _is_cookie_notice(words)


def is_offer(text: str) -> bool:
    """Tell whether a heading only offers other pages: "Related articles", "More from the city"."""
    line = plain(text)
    return line in LISTS["offers"] or bool(OFFER.fullmatch(line))


def leads_on(text: str) -> bool:
    """Tell whether words before a link only say to go on reading there."""
    return plain(text) in LISTS["leads"]


def is_saying(text: str) -> bool:
    """Tell whether a line says nothing and cannot be the label of what stands below it."""
    return plain(text) in LISTS["sayings"]


def is_act(text: str) -> bool:
    """Tell whether a line is a request to work the page, such as "Share this story on Facebook"."""
    words = _WORD.findall(plain(text).removeprefix("please ").removeprefix("or "))
    asks = len(words) >= 2 and words[0] in LISTS["acts"]
    return asks and set(words) <= _WORDS and not has_figure(text)


def points_elsewhere(text: str) -> bool:
    """Tell whether a request also says where to.

    By a word that has no meaning but on a page: "here", "this", "the original".
    """
    words = _WORD.findall(plain(text))
    pointing = is_act(text) and words[0] in LISTS["pointing"] and bool(_ELSEWHERE & set(words))
    return pointing or bool(FULL_THING.fullmatch(plain(text)))


def is_menu_line(line: str) -> bool:
    """Tell a menu written in one line.

    It has three cells at least, none with a figure or label, two of them rooms of every site.
    """
    if len(line) > _LONG or not any(border in line for border in "|•·›»>→"):
        return False
    cells = [cell for cell in _CELL_BORDER.split(line) if cell.strip()]
    short = all(len(cell.split()) <= 4 and ":" not in cell for cell in cells)
    return len(cells) >= 3 and short and not has_figure(line) and sum(map(says_nothing, cells)) >= 2


def starts_at_root(line: str) -> bool:
    """Tell a trail of three stations at least that starts at the start page."""
    stations = TRAIL_BORDER.split(line)
    return len(stations) >= 3 and is_root(stations[0])


def is_root(text: str) -> bool:
    """Tell whether a station of a trail is the start page."""
    return plain(text) in LISTS["roots"]


def is_here(text: str) -> bool:
    """Tell whether a trail starts with the words for "you are here" that may also head a fact."""
    return plain(text) in LISTS["here"]


def plain(text: str) -> str:
    """Return a line in small letters without marks and arrows around it."""
    return " ".join(text.casefold().strip(_EDGES).split())


def _is_cookie_notice(words: set[str]) -> bool:
    of_what = {"site", "website", "experience", "browsing", "agree", "consent"}
    return bool({"cookie", "cookies"} & words) and bool(of_what & words)
