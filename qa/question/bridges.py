"""What a question describes in place of its name, which another fact tells.

"How many pups were counted on the island where Route 1 goes?" asks for an island first.
"""

from dataclasses import dataclass

from index.language.english.questions import DESCRIBED


@dataclass(frozen=True, slots=True)
class Bridge:
    """The question for what is described, and the one that it stands in, before and after it."""

    asked: str
    before: str
    after: str

    def question_about(self, name: str) -> str:
        """Return the question with a name in the place of the description."""
        return f"{self.before}{name}{self.after}"


def bridge_of(question: str) -> Bridge | None:
    """Return what a question describes, None where it describes nothing."""
    for shape, asks in DESCRIBED.items():
        if (found := shape.search(question)) and question[: found.start()].strip():
            asked = asks.format(**found.groupdict())
            return Bridge(asked, question[: found.start()], question[found.end() :])
    return None
