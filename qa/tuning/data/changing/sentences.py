"""Wrong sentences: denied, cut off, or without their subject."""

import random
import re
from collections.abc import Iterator

from qa.tuning.data.changing.draft import Draft

_DENIED = re.compile(r" (?:not yet|not|no longer|never)\b")
_AUXILIARY = re.compile(
    r"\b(was|were|is|are|has|had|will|can|could|would|may|must|should)\b(?! not)"
)
_PAST = re.compile(
    r"(?<=[a-z.\d\"”’] )(?:[a-z]{3,}ed|bought|sold|won|beat|fell|rose|led|got|came|ran|saw|wrote"
    r"|paid|held|dug)\b"
)
_PRESENT = re.compile(
    r"(?<= )(?:holds|costs|carries|takes|expires|weighs|leaves|reaches|keeps|needs|draws|covers"
    r"|ends)\b"
)
_LEADING_ON = re.compile(r"(?<= )(?:of|the|in|by|to|for|from|at|on|with|a|and|was|its)(?= )")
_VERB = re.compile(
    r" (?:was|were|had|has|is|are|bought|sold|won|reported|founded|fell|rose|carries|holds|costs"
    r"|takes|launched)\b"
)


def negations(draft: Draft, _: random.Random) -> Iterator[str]:
    """Deny what is said, and say what is denied."""
    text = draft.text
    if denied := _DENIED.search(text):
        yield text[: denied.start()] + text[denied.end() :]
    elif auxiliary := _AUXILIARY.search(text):
        yield text[: auxiliary.end()] + " not" + text[auxiliary.end() :]
        yield text[: auxiliary.end()] + " never" + text[auxiliary.end() :]
    elif past := _PAST.search(text):
        yield text[: past.start()] + "never " + text[past.start() :]
    if present := _PRESENT.search(text):
        yield text[: present.start()] + "no longer " + text[present.start() :]


def cut(draft: Draft, chance: random.Random) -> Iterator[str]:
    """End in the middle: behind a word that needs another."""
    places = [match.end() for match in _LEADING_ON.finditer(draft.text)]
    if places:
        yield draft.text[: chance.choice(places)]


def fragments(draft: Draft, _: random.Random) -> Iterator[str]:
    """Begin with the verb: the subject is lost."""
    verb = _VERB.search(draft.text)
    if verb and verb.start() > 3:
        rest = draft.text[verb.start() + 1 :]
        yield rest
        yield rest[0].upper() + rest[1:]
