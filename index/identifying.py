"""Tell the language of a text.

`py3langid`, Barbaresi's langid.py, is the naive Bayes over bytes that is kept up: one file of
4 MB, numpy alone, its probabilities calibrated for short texts. What is English by its function
words is never asked of it, so that a name of another language changes nothing there.
"""

from functools import cache
from typing import TYPE_CHECKING

from index.language.english import CODE
from index.language.english.words import ONLY_ENGLISH

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

LANGUAGES = (CODE, *"de fr es it pt nl sv da no fi pl cs hu ro el tr ru uk ar he zh ja ko".split())
_SURE = 0.8  # of no line of the English articles beside this code is it more than 0.7
_ENGLISH = 1 / 8  # of the words
_ENOUGH = 2000  # characters


def language_of(text: str) -> str:
    """Return the ISO 639-1 code of the language of a text; "" where it is not sure."""
    text = text[:_ENOUGH]
    words = text.lower().split()
    if sum(word in ONLY_ENGLISH for word in words) >= max(1, _ENGLISH * len(words)):
        return CODE
    if not any(map(str.isalpha, text)):
        return ""
    language, probability = _identifier().classify(text)
    return str(language) if probability >= _SURE else ""


@cache
def _identifier() -> "LanguageIdentifier":
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(LANGUAGES)
    return identifier
