"""Find articles that say the same: equal texts by a hash, nearly equal ones by MinHash.

`datasketch` computes the signatures; their bands are kept in the store, so that a new article is
compared only with the few that share one. A near duplicate must then hold, word for word, 90 % of
the same runs of five words, and no word that the stored one lacks: an article with another figure,
or with "fell" for "rose", is another article.
"""

import hashlib
import re
import zlib
from functools import cache
from itertools import islice

from datasketch import MinHash

from index.language.english.claims import NEGATION
from index.language.english.versions.told import TELLS_VALIDITY

_RUN = 5  # words
_MIN_WORDS = 30  # shorter texts differ by too little to judge
# Finds two articles 90 % alike with probability 0.9999, two half alike with 0.06.
_BANDS, _ROWS = 16, 8
NEAR = 0.9
_WORD = re.compile(r"\w+(?:['’]\w+)?")


def text_key(title: str, text: str) -> int:
    """Return a 64-bit key that two articles share when their texts are equal.

    White space does not count; the numbers of the titles must be equal, too.
    """
    said = f"{re.findall(r'[0-9]+', title)}\n{' '.join(text.split())}"
    return _hash64(said.encode("utf-8", "surrogatepass"))


def band_keys(text: str) -> list[int]:
    """Return the keys of an article; two nearly equal ones share at least one.

    Short texts have none.
    """
    words = _WORD.findall(text.lower())
    if len(words) < _MIN_WORDS:
        return []
    signature = MinHash(
        permutations=_signature().permutations, hashfunc=zlib.crc32, scheme="affine32"
    )
    signature.update_batch([run.encode() for run in _runs(words)])
    rows = signature.hashvalues.reshape(_BANDS, _ROWS)
    return [_hash64(row.tobytes(), salt=bytes([band])) for band, row in enumerate(rows)]


@cache
def _signature() -> MinHash:
    """Return a signature whose permutations, half a millisecond to draw, all others use."""
    return MinHash(num_perm=_BANDS * _ROWS, scheme="affine32")


def is_near_duplicate(new: str, stored: str) -> bool:
    """Tell whether a new text says nothing that a stored one does not, in nearly the same words.

    A draft is none of what came of it: what says how long an article holds must be the same.
    """
    if TELLS_VALIDITY.findall(new.lower()) != TELLS_VALIDITY.findall(stored.lower()):
        return False
    first, second = (_runs(_WORD.findall(text.lower())) for text in (new, stored))
    if len(first & second) < NEAR * len(first | second):
        return False
    if set(_WORD.findall(new.lower())) - set(_WORD.findall(stored.lower())):
        return False
    held = iter(_facts(stored))
    return all(fact in held for fact in _facts(new))  # each, in the same order


def _runs(words: list[str]) -> set[str]:
    shifted = (islice(words, start, None) for start in range(_RUN))
    return {" ".join(run) for run in zip(*shifted, strict=False)}


def _facts(text: str) -> list[str]:
    """Return the numbers, names (any word with a capital) and negations of a text."""
    words = re.findall(r"\d+(?:[.,]\d+)*|\w+(?:['’]\w+)?", text)
    return [word for word in words if not word.islower() or NEGATION.match(word)]


def _hash64(raw: bytes, salt: bytes = b"") -> int:
    digest = hashlib.blake2b(raw, digest_size=8, salt=salt).digest()
    return int.from_bytes(digest, "big", signed=True)
