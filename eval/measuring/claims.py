"""Read the claims of an answer by themselves, crudely.

Nothing here is shared with the checks that the answer passed.
"""

import re
from collections.abc import Iterator, Sequence

import lemminflect

from eval.measuring.reckoned import without_results

MARK = re.compile(r"\s*\[\d{1,2}\]")
_UNITS = frozenset(
    """
    hundred thousand million billion trillion mn bn m k tn lakh crore dozen
    percent per percentage points point basis %
    km m cm mm mi miles mile metres meters metre feet inches kg g mg t tonnes tons
    pounds yuan rmb cny usd eur gbp dollars euros kroner francs rupees pence cents
    hours hour minutes minute seconds days day weeks week months month years year litres
    hectares acres degrees °c °f gb mb tb ghz mhz w kw mw
    亿 万 千 百 元 吨 p.m a.m am pm st nd rd th
    """.split()
)
_SCALED = frozenset(
    "hundred thousand million billion trillion mn bn m k tn lakh crore 亿 万 千 百".split()
)
_WORDS = frozenset(
    """
    two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety
    hundred thousand million billion trillion dozen half third quarter twice double
    first second fourth fifth
    january february march april june july august september october november december
    """.split()
)
_NO_NAMES = frozenset(
    """
    a about after all also among an and another any are as at be because been before between both
    but by can could did do does during each every few for from had has have he her here his how
    however i if in into is it its later many may more most much my no none nor not of on one only
    or our over since she so some such than that the their them then there these they this those
    though through to under until up was we were what when where which while who whose why will
    with within without would yes you your
    """.split()
)
_NUMBER = re.compile(
    r"(?P<before>[^\W\d_]{0,3}[$£€¥₹]|\b(?:RMB|CNY|USD|EUR|GBP|CHF)\s?)?\s?"
    r"(?P<digits>\d+(?:[.,:/]\d+)*)\s?(?P<after>[亿万千百元吨]|[^\W\d_]+|%|°\w)?"
)
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


def unsupported(answer: str, quotes: Sequence[str], around: Sequence[str]) -> set[str]:
    """Return what an answer states and its quotes do not.

    Claims are digits, with the scale, unit or money beside them, number words and months; and
    names, which the surroundings of the quotes may hold, too. What is quoted is held. A result is
    held when its operands are and it is right.
    """
    quoted, near = " \n".join(quotes), " ".join([*quotes, *around])
    bare = MARK.sub("", answer)
    text = without_results(bare, lambda figure: _holds(quoted, figure))
    parts = [part for part in re.split(r"(?<=[.!?])\s+", text) if not _holds(quoted, part)]
    return {claim for part in parts for claim in _claims(part, quoted, near)}


def _claims(part: str, quoted: str, near: str) -> Iterator[str]:
    yield from sorted(_numbers(part) - _numbers(quoted))
    held = {word.lower() for word in _WORD.findall(quoted)}
    known = {_bare(word) for word in _WORD.findall(near)}
    for number, word in enumerate(_WORD.findall(part)):
        if word.lower() in _WORDS and word.lower() not in held:
            yield word.lower()
        elif (
            word[0].isupper()
            and _bare(word) not in _NO_NAMES | known | _WORDS
            and (number or not _is_plain_word(word))
        ):
            yield _bare(word)


def _is_plain_word(word: str) -> bool:
    """Tell whether a dictionary has a word: then its capital may only open a sentence."""
    return bool(lemminflect.getAllLemmas(word.lower()))


def _numbers(text: str) -> set[str]:
    """Return every run of digits as it stands, with its scale; and with its money and its unit."""
    found = set()
    for match in _NUMBER.finditer(text):
        digits, after = match["digits"], (match["after"] or "").lower()
        found |= {digits} if after not in _SCALED else set()
        if match["before"]:
            found.add(f"{match['before'].strip()}{digits}")
        if after in _UNITS:
            found.add(f"{digits} {after}")
    return found


def _holds(quoted: str, part: str) -> bool:
    whole = rf"(?<!\w)(?<!\d[.,]){re.escape(_plain(part))}(?!\w|[.,]\d)"
    return re.search(whole, _plain(quoted)) is not None


def _plain(text: str) -> str:
    return " ".join(text.replace("…", " ").lower().split()).rstrip(".!? ")


def _bare(word: str) -> str:
    return re.sub(r"['’]s?$", "", word.lower())
