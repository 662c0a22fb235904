"""Do what a chat program orders of a model, where it is no question."""

from collections.abc import Sequence

from index.language.english.clients.tasks import COMPLETION, EMOJI, TITLE
from web.desk.chores.orders import Order, read_order
from web.desk.chores.talk import Said, spoken, talk_in
from web.desk.chores.writing import written

_LONGEST_SYSTEM = 1500  # characters; longer ones tell how to behave, whatever they say of titles


def done(messages: Sequence[Said]) -> str | None:
    """Return the answer to the last message where it is such an order, else None."""
    *before, last = messages
    talk = [said for said in before if said.role in ("user", "assistant")]
    if order := read_order(last.text):
        about = talk_in(last.text, order, talk)
    else:
        order, about = _of_system(before, talk, last)
    if order is None or not (about or order.kind in (EMOJI, COMPLETION)):
        return None
    return written(order, about)


def _of_system(
    before: Sequence[Said], talk: Sequence[Said], last: Said
) -> tuple[Order | None, list[Said]]:
    """Return the order that stands before the only message, which is the conversation.

    A few programs write so. But how an assistant is told to behave is no order: it must be short,
    and of what is no title the message must write down who said what.
    """
    system = "\n".join(said.text for said in before if said.role in ("system", "developer"))
    order = read_order(system) if len(system) <= _LONGEST_SYSTEM and not talk else None
    told = spoken(last.text)
    if order is None or (order.kind != TITLE and len(told) < 2):
        return None, []
    return order, told or [last]
