"""Let the tuned generator ask about a sentence.

Kept is what the evidence reader answers from that sentence as meant.
"""

from collections.abc import Callable
from functools import partial

from eval.measuring.metrics import holds
from qa.evidence.reader import Reader
from qa.writing.tuned import TunedGenerator

# title, sentence, answer in it -> question, or "" when none came out right
Asker = Callable[[str, str, str], str]


def asker(generator: TunedGenerator, reader: Reader) -> Asker:
    """Return a function that asks for a part of a sentence.

    It returns "" where the question does not lead back to that part.
    """
    return partial(_asked, generator, reader)


def _asked(
    generator: TunedGenerator, reader: Reader, title: str, sentence: str, answer: str
) -> str:
    question = generator.question_for(title, sentence, answer)
    if not question.endswith("?") or holds(question, answer):
        return ""
    found = [item for item in reader.read(question, [(title, sentence)])[0] if item.odds > 0]
    leads_back = any(holds(sentence[slice(*item.answer)], answer) for item in found)
    return question if leads_back else ""
