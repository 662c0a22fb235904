"""What goes into a way, and what comes out of it."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from index.types import Hit, Scope
from qa.clock import Clock
from qa.question.forms import Asked
from qa.text.words import unmet
from qa.types import NOBODY, Evidence, Found, Statement, Writing
from qa.writing.around import with_surroundings

_NEAREST = 2  # sentences that are shown where an answer is held back


@dataclass(frozen=True, slots=True)
class Flow:
    """Which steps are taken. Leaving one out measures what it adds, or is what somebody wants.

    `around`: the quotes come with what stands around them. Answers below `min_confidence` are
    held back.
    """

    dense: bool = True
    lexical: bool = True
    evidence: bool = True
    generate: bool = True
    checks: bool = True
    kinds: bool = True
    around: bool = False
    min_confidence: float = 0.0


EVERY_STEP = Flow()


class Reason(StrEnum):
    """Why a question is not answered."""

    NOT_SAID = "not-said"
    NOT_MENTIONED = "not-mentioned"  # a name or number of the question stands nowhere
    ONE_SIDE = "one-side"  # of two that are compared only one is known
    NO_QUESTION = "no-question"
    OTHER_LANGUAGE = "other-language"
    NONE_HOLDS = "none-holds"


@dataclass(frozen=True, slots=True)
class Inquiry:
    """One question on its way: as it was asked, and as it stands on its own."""

    question: str
    standalone: str
    asked: Asked
    top_k: int = 5
    flow: Flow = EVERY_STEP
    scope: Scope | None = None
    clock: Clock = field(default_factory=Clock)


@dataclass(frozen=True, slots=True)
class Reply:
    """What is said: statements, each with its proof, and how sure it is that they are right.

    What is said without any proof is no answer; then `reason` tells why there is none. `listed`:
    each statement stands on a line of its own. `short` are the few words in it that answer, `found`
    is the evidence as it was read; where that is compared, `sides` names what each of it tells of.
    `writing` tells who wrote it.
    """

    statements: Sequence[Statement]
    confidence: float = 0.0
    hits: Sequence[Hit] = ()
    short: str = ""
    listed: bool = False
    reason: Reason = Reason.NOT_SAID
    missing: Sequence[str] = ()
    nearest: Sequence[Evidence] = ()
    found: Sequence[Found] = ()
    sides: Sequence[str] = ()
    writing: Writing = NOBODY


def plainly(text: str, reason: Reason) -> Reply:
    """Return words of our own, which prove nothing and answer nothing."""
    return Reply([Statement(text)], reason=reason)


def tells_of(reply: Reply, names: Sequence[str]) -> bool:
    """Tell whether something is said, with a proof around which all these names stand."""
    proofs = [item for said in reply.statements for item in said.proof]
    around = " ".join(f"{item.title} {item.passage}" for item in proofs)
    return bool(reply.statements) and not any(unmet(name, around) for name in names)


def shown(reply: Reply, flow: Flow) -> Reply:
    """Return a reply as it is to be shown: as sure, and with as much around it, as is wanted."""
    reply = _held_back(reply, flow.min_confidence)
    if not flow.around or reply.listed:
        return reply
    return replace(reply, statements=with_surroundings(reply.statements))


def _held_back(reply: Reply, least: float) -> Reply:
    """Return a reply that is as sure as somebody wants; else none, with what came nearest."""
    proofs = list(dict.fromkeys(item for said in reply.statements for item in said.proof))
    if not proofs or reply.confidence >= least:
        return reply
    return replace(
        reply, statements=[], short="", reason=Reason.NOT_SAID, nearest=proofs[:_NEAREST]
    )
