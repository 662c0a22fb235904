"""Whether two tokens are the same thing in another form."""

from index.dates import Date
from qa.checking.claims import Token
from qa.text.numbers.ranges import Quantity


def alike(one: Token, other: Token) -> bool:
    """Tell whether two tokens are the same thing in any form.

    The first is the draft's and may say less.
    """
    if isinstance(one.what, Quantity):
        return isinstance(other.what, Quantity) and one.what.same(other.what)
    if isinstance(one.what, Date):
        return isinstance(other.what, Date) and other.what.covers(one.what)
    if one.what is not None:
        return bool(one.what == other.what and other.kind == "time")
    return other.what is None and bool(one.forms & other.forms)
