"""Whether two tokens are the same thing in another form."""

from qa.checking.claims import Token
from qa.checking.grammar.inflection import direction, stems
from qa.text.lexicon import TURNING
from qa.text.numbers.dates import Date
from qa.text.numbers.ranges import Quantity


def alike(one: Token, other: Token) -> bool:
    """Tell whether two tokens are the same thing in any form; the first is the draft's and may say less."""
    if isinstance(one.what, Quantity):
        return isinstance(other.what, Quantity) and one.what.same(other.what)
    if isinstance(one.what, Date):
        return isinstance(other.what, Date) and other.what.covers(one.what)
    if one.what is not None:
        return bool(one.what == other.what and other.kind == "time")
    return other.what is None and bool(one.forms & other.forms)


def akin(one: Token, other: Token) -> bool:
    """Tell whether two words have a stem in common, or both say that something grows, or shrinks."""
    if one.what is not None or other.what is not None:
        return False
    way = direction(one.text.lower())
    if way or one.text.lower() in TURNING:
        return (bool(way) and way == direction(other.text.lower())) or bool(one.forms & other.forms)
    return any(stems(a) & stems(b) for a in one.forms for b in other.forms)
