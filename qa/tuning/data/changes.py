"""Change a right draft in the ways in which a language model errs."""

import json
import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from qa.tuning.data.swaps import CHANGED

_MONTHS = (
    "January February March April May June July August September October November December".split()
)
_OPENERS = {
    *"The A An In On At By For From With Of To It Its He She They Yes No Bake Under Only Half About Unless Before After".split()
}
_OPENERS |= {
    *"Monday Tuesday Wednesday Thursday Friday Saturday Sunday Until Since Between Two Three Most All More Seven Nearly None".split(),
    *"One Up Some It Deleted Side Her His When Of Mix".split(),
}
_NAME = re.compile(r"\b[A-ZÀ-Þ][\w’'-]*(?:(?: of| &)? [A-ZÀ-Þ][\w’-]*)*")
_NUMBER = re.compile(r"(?<![\w.,:/-])\d+(?:,\d+)*(?:\.\d+)?(?![\w:/-]|[.,]\d)")
_YEAR = re.compile(r"\b(?:1[0-9]|20)\d\d\b(?!,\d)")
_WORDS = (
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen twenty".split()
)
_AUX = re.compile(r"\b(was|were|is|are|has|had|will|can|could|would|may|must|should)\b(?! not)")


@dataclass(frozen=True, slots=True)
class Draft:
    """A right draft with its question and evidence."""

    subject: str
    evidence: tuple[str, ...]
    question: str
    text: str
    reworded: bool


Change = Callable[[Draft, random.Random], Iterator[str]]


def read_drafts(path: Path) -> list[Draft]:
    """Return the drafts of a file."""
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    return [
        Draft(r["subject"], tuple(r["evidence"]), r["question"], r["draft"], r["reworded"])
        for r in rows
    ]


def mutants(draft: Draft) -> Iterator[tuple[str, str]]:
    """Yield (kind, changed draft) for every way in which a draft can be changed; the same ones each time."""
    chance = random.Random(draft.text)  # noqa: S311 - sampling, not secrecy
    seen = {draft.text, *draft.evidence}
    for kind, change in CHANGES.items():
        for text in change(draft, chance):
            if text not in seen:
                seen.add(text)
                yield kind, text


def _numbers(draft: Draft, chance: random.Random) -> Iterator[str]:
    """Change digits: another one, two in the other order, one more, one less, the point moved; or a number word."""
    for match in _NUMBER.finditer(draft.text):
        digits = match.group()
        if _YEAR.fullmatch(digits) or re.match(
            rf"(?:st|nd|rd|th)? ?(?:{'|'.join(_MONTHS)})", draft.text[match.end() :]
        ):
            continue
        for other in _other_digits(digits, chance):
            yield draft.text[: match.start()] + other + draft.text[match.end() :]
    for match in re.finditer(rf"\b({'|'.join(_WORDS)})\b", draft.text, re.I):
        other = chance.choice([word for word in _WORDS if word != match.group().lower()])
        yield draft.text[: match.start()] + _cased(other, match.group()) + draft.text[match.end() :]


def _other_digits(digits: str, chance: random.Random) -> Iterator[str]:
    place = chance.choice([i for i, char in enumerate(digits) if char.isdigit()])
    yield (
        digits[:place]
        + str((int(digits[place]) + chance.randint(1, 8)) % 9 + 1 if digits[place] != "9" else 4)
        + digits[place + 1 :]
    )
    pairs = [
        i
        for i in range(len(digits) - 1)
        if digits[i : i + 2].isdigit() and digits[i] != digits[i + 1] and (i or digits[1] != "0")
    ]
    if pairs:
        at = chance.choice(pairs)
        yield digits[:at] + digits[at + 1] + digits[at] + digits[at + 2 :]
    if "," not in digits and digits.count(".") < 2:
        yield digits.replace(".", "") if "." in digits else digits + "0"
    elif re.fullmatch(r"\d{1,3},\d{3}", digits):
        yield digits.replace(",", ".")


def _swapped_numbers(draft: Draft, chance: random.Random) -> Iterator[str]:
    """Put another number of the evidence in the place of one."""
    known = {
        match.group()
        for text in draft.evidence
        for match in _NUMBER.finditer(text)
        if not _YEAR.fullmatch(match.group())
    }
    for match in _NUMBER.finditer(draft.text):
        others = sorted(known - {match.group()})
        day = re.match(rf" (?:{'|'.join(_MONTHS)})", draft.text[match.end() :]) or re.search(
            rf"(?:{'|'.join(_MONTHS)}) $", draft.text[: match.start()]
        )
        if others and not _YEAR.fullmatch(match.group()) and not day:
            yield draft.text[: match.start()] + chance.choice(others) + draft.text[match.end() :]


def _listed(kind: str) -> Change:
    pairs = [tuple(pair.split("=")) for pair in CHANGED[kind].split("|")]

    def change(draft: Draft, _: random.Random) -> Iterator[str]:
        for old, new in pairs:
            before = (
                r"(?<![^\W\d_])"
                if old[0].isalpha() and old.isascii()
                else "(?<![A-Za-z])"
                if old in ("$",)
                else ""
            )
            after = r"(?![^\W_])" if old[-1].isalpha() and old.isascii() else ""
            if kind == "scale" and old.strip() in ("m", "bn"):
                before = r"(?<=\d)"
            for match in re.finditer(
                before + re.escape(old) + after, draft.text, re.I if len(old) > 3 else 0
            ):
                if not (
                    kind == "unit"
                    and len(old) == 1
                    and not re.search(r"\d ?$", draft.text[: match.start()])
                ):
                    yield (
                        draft.text[: match.start()]
                        + _cased(new, match.group())
                        + draft.text[match.end() :]
                    )

    return change


def _cased(new: str, old: str) -> str:
    return (
        new[:1].upper() + new[1:]
        if old[:1].isupper() and old[:1].isalpha() and new[:1].islower()
        else new
    )


def _names_of(text: str) -> list[re.Match[str]]:
    found = [
        match
        for match in _NAME.finditer(text)
        if match.group() not in _OPENERS and match.group() not in _MONTHS
    ]
    return [
        m
        for m in found
        if len(m.group()) > 2
        and not (m.start() == 0 and " " not in m.group() and m.group().split("'")[0] in _OPENERS)
    ]


def _names(draft: Draft, chance: random.Random) -> Iterator[str]:
    """Put another name of the evidence, or one of nowhere, in the place of a name; change two with each other."""
    known = {match.group() for text in draft.evidence for match in _names_of(text[1:])}
    found = [
        m
        for m in _names_of(draft.text)
        if any(m.group() in text[" " not in m.group() :] for text in draft.evidence)
    ]
    for match in found:
        words = set(match.group().split())
        others = sorted(
            name for name in known if not words & set(name.split()) and name not in draft.text
        )
        for other in [
            *(chance.sample(others, 1) if others else []),
            chance.choice(["Kelvin Strand", "Oakmere", "Ruthven"]),
        ]:
            yield draft.text[: match.start()] + other + draft.text[match.end() :]


def _order(draft: Draft, _: random.Random) -> Iterator[str]:
    """Change two names with each other, and the two ends of a range or a change."""
    found = [
        m
        for m in _names_of(draft.text)
        if any(m.group() in text[" " not in m.group() :] for text in draft.evidence)
    ]
    for one, two in pairwise(found):
        between = draft.text[one.end() : two.start()]
        if (
            between.strip() != "and"
            and not set(one.group().split()) & set(two.group().split())
            and not between.startswith(",")
        ):
            yield (
                draft.text[: one.start()]
                + two.group()
                + between
                + one.group()
                + draft.text[two.end() :]
            )
    for match in re.finditer(
        r"([\w.,]*\d[\w.,]*|two|three|11)( to |–| and )([\d.,]*\d|three|two|12)(?=[ .])", draft.text
    ):
        if match[1] != match[3] and (match[2] != " and " or "between" in draft.text.lower()):
            yield (
                draft.text[: match.start()]
                + match[3]
                + match[2]
                + match[1]
                + draft.text[match.end() :]
            )


def _dates(draft: Draft, chance: random.Random) -> Iterator[str]:
    """Change a year, a month, a day or a time; put another year of the evidence in the place of one."""
    known = {match.group() for text in draft.evidence for match in _YEAR.finditer(text)}
    for match in _YEAR.finditer(draft.text):
        years = {str(int(match.group()) + step) for step in (-10, -1, 1)} | known - {match.group()}
        for year in sorted(years):
            yield draft.text[: match.start()] + year + draft.text[match.end() :]
    for match in re.finditer(rf"\b(?:{'|'.join(_MONTHS)})\b", draft.text):
        yield (
            draft.text[: match.start()]
            + chance.choice([m for m in _MONTHS if m != match.group()])
            + draft.text[match.end() :]
        )
    for match in re.finditer(
        rf"\b\d{{1,2}}(?=(?:st|nd|rd|th)? (?:{'|'.join(_MONTHS)}))|(?<=[a-z] )\d{{1,2}}(?=, \d{{4}})|(?<=\d:)[0-5]\d",
        draft.text,
    ):
        yield (
            draft.text[: match.start()]
            + str(int(match.group()) % 27 + 1).zfill(len(match.group()))
            + draft.text[match.end() :]
        )


def _negations(draft: Draft, _: random.Random) -> Iterator[str]:
    """Deny what is said, and say what is denied."""
    denied = re.search(r" (?:not yet|not|no longer|never)\b", draft.text)
    if denied:
        yield draft.text[: denied.start()] + draft.text[denied.end() :]
    elif match := _AUX.search(draft.text):
        yield draft.text[: match.end()] + " not" + draft.text[match.end() :]
        yield draft.text[: match.end()] + " never" + draft.text[match.end() :]
    elif verb := re.search(
        r"(?<=[a-z.\d\"”’] )(?:[a-z]{3,}ed|bought|sold|won|beat|fell|rose|led|got|came|ran|saw|wrote|paid|held|dug)\b",
        draft.text,
    ):
        yield draft.text[: verb.start()] + "never " + draft.text[verb.start() :]
    if verb := re.search(
        r"(?<= )(?:holds|costs|carries|takes|expires|weighs|leaves|reaches|keeps|needs|draws|covers|ends)\b",
        draft.text,
    ):
        yield draft.text[: verb.start()] + "no longer " + draft.text[verb.start() :]


def _cut(draft: Draft, chance: random.Random) -> Iterator[str]:
    """End in the middle: behind a word that needs another."""
    places = [
        m.end()
        for m in re.finditer(
            r"(?<= )(?:of|the|in|by|to|for|from|at|on|with|a|and|was|its)(?= )", draft.text
        )
    ]
    if places:
        yield draft.text[: chance.choice(places)]


def _fragments(draft: Draft, _: random.Random) -> Iterator[str]:
    """Begin with the verb: the subject is lost."""
    verb = re.search(
        r" (?:was|were|had|has|is|are|bought|sold|won|reported|founded|fell|rose|carries|holds|costs|takes|launched)\b",
        draft.text,
    )
    if verb and verb.start() > 3:
        rest = draft.text[verb.start() + 1 :]
        yield rest
        yield rest[0].upper() + rest[1:]


CHANGES: dict[str, Change] = {
    "number": _numbers,
    "number of the evidence": _swapped_numbers,
    **{kind: _listed(kind) for kind in ("scale", "unit", "currency")},
    "year or date": _dates,
    "name": _names,
    "order": _order,
    "negation": _negations,
    **{kind: _listed(kind) for kind in ("comparison", "quantifier", "modality")},
    "cut off": _cut,
    "fragment": _fragments,
}
