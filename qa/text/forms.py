"""Words of a question in whichever form a text has them: landed is a form of land."""

from qa.text.inflection import lemmas
from qa.text.words import content_words, stem


def forms_in(text: str) -> set[str]:
    """Return the words of a text that carry meaning, what they are forms of, and their stems."""
    words = content_words(text)
    return words.union(*map(lemmas, words), map(stem, words))


def is_among(word: str, forms: set[str]) -> bool:
    """Tell whether a word is a form of one in a text, by `forms_in` that."""
    return stem(word) in forms or not forms.isdisjoint(lemmas(word))


def beside(words: set[str], text: str) -> set[str]:
    """Return the words that a text has in no form."""
    forms = forms_in(text)
    return {word for word in words if not is_among(word, forms)}
