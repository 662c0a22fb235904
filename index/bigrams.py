"""Words for search in what is written without spaces: each two characters that stand together.

That is how Lucene's CJKAnalyzer, the standard of the field, indexes Chinese, Japanese and Korean: a
run of characters becomes its overlapping bigrams, so that no dictionary has to know its words. All
other text stays as it is.
"""

import re

from index.language.east_asian import NARROW, RUN

_WORD = re.compile(r"\w+")
_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉", "0123456789" * 2)
_RAISED = str.maketrans("0123456789+-−–", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻")
_POWER = re.compile(r"(?<=\d)\^([-+−–]?\d{1,3})(?!\d)", re.A)  # 10^6
_IN_WORD = re.compile(  # CO₂, m², ¹⁴C; never 10⁶
    r"(?<=[^\W\d_⁰¹²³⁴-⁹₀-₉])[⁰¹²³⁴-⁹₀-₉]+|(?<!\w)[⁰¹²³⁴-⁹]+(?=[A-Za-z])"
)


def as_typed(text: str) -> str:
    """Return a text in narrow letters, raised and lowered digits of words as people type them.

    CO₂ -> CO2, m² -> m2; a power of a number is one word, apart from 106: 10⁶, 10^6 -> 10⁶.
    """
    narrow = with_raised_powers(text.translate(NARROW))
    return _IN_WORD.sub(lambda digits: digits[0].translate(_DIGITS), narrow)


def with_raised_powers(text: str) -> str:
    """Return a text with raised digits for the powers of figures: 10^6 -> 10⁶."""
    return _POWER.sub(lambda power: power[1].translate(_RAISED), text)


def bigrams(run: str) -> list[str]:
    """Return the overlapping pairs of a run of characters; of a single one itself."""
    return [run[at : at + 2] for at in range(len(run) - 1)] or [run]


def searchable(text: str) -> str:
    """Return a text as the lexical index takes it in: runs of characters as bigrams, wide letters
    as narrow ones, raised and lowered digits of words as others.

    The last character of a run follows by itself, so that each one begins a word of the index.
    """
    return RUN.sub(
        lambda run: f" {' '.join([*bigrams(run[0]), run[0][-1]][: len(run[0])])} ", as_typed(text)
    )


def words_of(query: str) -> list[str]:
    """Return the words that the lexical index knows of a query, in lower case, each once."""
    spaced = RUN.sub(lambda run: f" {' '.join(bigrams(run[0]))} ", as_typed(query).lower())
    return list(dict.fromkeys(_WORD.findall(spaced)))


def match(word: str) -> str:
    """Return what matches a word, or words as a phrase, in the lexical index (FTS5).

    A single character matches at the beginning of any bigram.
    """
    narrow = as_typed(word).replace('"', " ")
    parts = RUN.sub(lambda run: f" {' '.join(bigrams(run[0]))} ", narrow).split()
    begins = bool(parts) and len(parts[-1]) == 1 and bool(RUN.fullmatch(parts[-1]))
    return f'"{" ".join(parts)}"' + ("*" if begins else "")
