"""Take the marks of Markdown off a run of text where no rule of precedence decides about them.

Most runs have code, bold text and links side by side. A parser takes five times as long over them.
"""

import re

_PLAIN = r"[^*_`~\\^$<&[\]\n]"
_CODE = r"(?<!`)`[^`\n]+`(?!`)"
_ADDRESS = r"(?:https?://[a-z0-9.-]+(?=[/?#)]))?[\w/.?=#+,;-]+"
_LINK = rf"(?<!!)\[{_PLAIN}+\]\({_ADDRESS}\)"
_OPENS = r"(?:(?<![\w*])(?=\*\*?[^\W_])|(?<![^\s(])(?=\*\*?[`\[]))"
_SURE = re.compile(
    rf"(?P<code>{_CODE})|(?P<link>{_LINK})|{_OPENS}(?P<stars>\*\*?)"
    rf"(?P<bold>(?:{_PLAIN}|{_LINK}|{_CODE})+(?<=[\w.,:;!?)`]))(?P=stars)(?=[\s.,:;!?)]|$)",
    re.A,
)
_UNSURE = re.compile(
    r"[*`~\\^$]|<(?=[a-zA-Z/!?])|&(?=[#\w])|!\[|\]\(|(?<![^\W_])_|_(?![^\W_])| {2}|[ \t]\n|\n[ \t]"
)


def sure_inline(text: str) -> str | None:
    """Return a run of text without its marks; None where a parser is to tell."""
    if _UNSURE.search(_SURE.sub(".", text)):
        return None
    plain = _SURE.sub(_written, text)
    return None if "  " in plain else plain


def _written(it: re.Match[str]) -> str:
    if bold := it["bold"]:
        return _SURE.sub(_written, bold)
    if it["link"]:
        return it["link"]
    code = it[0][1:-1]
    return code[1:-1] if code[0] == code[-1] == " " and code.strip() else code
