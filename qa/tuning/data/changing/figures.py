"""Wrong figures: other digits, and another number of the evidence."""

import random
import re
from collections.abc import Iterator

from qa.tuning.data.changing.draft import Draft, cased, replaced
from qa.tuning.data.changing.swaps import MONTHS

YEAR = re.compile(r"\b(?:1[0-9]|20)\d\d\b(?!,\d)")
_NUMBER = re.compile(r"(?<![\w.,:/-])\d+(?:,\d+)*(?:\.\d+)?(?![\w:/-]|[.,]\d)")
_THOUSANDS = re.compile(r"\d{1,3},\d{3}")
_WORDS = (
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen twenty".split()
)
_WORD = re.compile(rf"\b({'|'.join(_WORDS)})\b", re.I)
_BEFORE_MONTH = re.compile(rf"(?:st|nd|rd|th)? ?(?:{'|'.join(MONTHS)})")
_JUST_BEFORE_MONTH = re.compile(rf" (?:{'|'.join(MONTHS)})")
_BEHIND_MONTH = re.compile(rf"(?:{'|'.join(MONTHS)}) $")


def numbers(draft: Draft, chance: random.Random) -> Iterator[str]:
    """Change the digits of a number, or a number word; years and days are dates."""
    for match in _NUMBER.finditer(draft.text):
        digits = match.group()
        if not YEAR.fullmatch(digits) and not _BEFORE_MONTH.match(draft.text, match.end()):
            for other in _other_digits(digits, chance):
                yield replaced(draft.text, match, other)
    for match in _WORD.finditer(draft.text):
        other = chance.choice([word for word in _WORDS if word != match.group().lower()])
        yield replaced(draft.text, match, cased(other, match.group()))


def _other_digits(digits: str, chance: random.Random) -> Iterator[str]:
    """Yield a number with another digit, with two in the other order, and with the point moved."""
    at = chance.choice([i for i, char in enumerate(digits) if char.isdigit()])
    yield digits[:at] + _other_digit(digits[at], chance) + digits[at + 1 :]
    pairs = [i for i in range(len(digits) - 1) if _can_change_places(digits, i)]
    if pairs:
        at = chance.choice(pairs)
        yield digits[:at] + digits[at + 1] + digits[at] + digits[at + 2 :]
    if "," not in digits and digits.count(".") < 2:
        yield digits.replace(".", "") if "." in digits else digits + "0"
    elif _THOUSANDS.fullmatch(digits):
        yield digits.replace(",", ".")


def _other_digit(digit: str, chance: random.Random) -> str:
    return "4" if digit == "9" else str((int(digit) + chance.randint(1, 8)) % 9 + 1)


def _can_change_places(digits: str, at: int) -> bool:
    """Tell whether a digit differs from the next, and would not put a 0 in front."""
    one, two = digits[at], digits[at + 1]
    return (one + two).isdigit() and one != two and (at > 0 or two != "0")


def swapped_numbers(draft: Draft, chance: random.Random) -> Iterator[str]:
    """Put another number of the evidence in the place of one."""
    found = {match.group() for text in draft.evidence for match in _NUMBER.finditer(text)}
    known = {number for number in found if not YEAR.fullmatch(number)}
    for match in _NUMBER.finditer(draft.text):
        others = sorted(known - {match.group()})
        if others and not YEAR.fullmatch(match.group()) and not _is_day(draft.text, match):
            yield replaced(draft.text, match, chance.choice(others))


def _is_day(text: str, number: re.Match[str]) -> bool:
    before, after = text[: number.start()], text[number.end() :]
    return bool(_JUST_BEFORE_MONTH.match(after) or _BEHIND_MONTH.search(before))
