"""Write formulas in TeX in a line of plain text."""

import re
from contextlib import suppress
from functools import cache, lru_cache

from pylatexenc.latex2text import LatexNodes2Text

from index.reading.signs.raised import subscript, superscript

_POWER = re.compile(r"(?<=[\w)])\s*\^\s*(?:\(([^()]*)\)|([-+−]?\d+|\w))")
_INDEX = re.compile(r"(?<=[\w)])\s*_\s*(?:\(([^()]*)\)|(\d+|\w))")
_BARE = re.compile(r"(?:[\w\s^()+=.,:;/*|]|-(?!-))*")  # the parser would leave it as it is
_SCRIPT = re.compile(r"([_^])\s*\{([^{}]*)\}")


@cache
def _converter() -> LatexNodes2Text:
    return LatexNodes2Text(math_mode="text", strict_latex_spaces=False)


@lru_cache(maxsize=1024)
def linear_tex(tex: str) -> str:
    r"""Return a formula as plain text: `10^{6}\,\mathrm{m}^2` -> "10^6 m²".

    What cannot be read stays as it is.
    """
    plain = _SCRIPT.sub(r"\1(\2)", tex)
    if not _BARE.fullmatch(plain):
        with suppress(Exception):  # its parser raises many kinds over what is no TeX
            plain = _converter().latex_to_text(plain)
    plain = _POWER.sub(_power, plain)
    plain = _INDEX.sub(lambda it: subscript(it[1] or it[2]), plain)
    return " ".join(plain.split()) or tex


def _power(it: re.Match[str]) -> str:
    return superscript(it[1] or it[2], it.string[: it.start()], it.string[it.end() :])
