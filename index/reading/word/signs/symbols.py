"""The characters of the fonts Symbol and Wingdings, which have places of their own in no alphabet.

Word writes them as numbers of the font, also in the private area of Unicode from U+F000 on.
"""

import re

_SYMBOL: dict[int, str] = dict(
    zip(
        (*range(0x20, 0x7F), *range(0xA0, 0xE6)),
        " !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾"
        "αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼"
        "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…|—↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑",
        strict=True,
    )
)
_WINGDINGS: dict[int, str] = {
    **{0x6C: "•", 0x6E: "■", 0x6F: "☐", 0x71: "☐", 0x72: "☐", 0x77: "◆", 0xA7: "▪", 0xA8: "☐"},
    **{0xD8: "➢", 0xDF: "←", 0xE0: "→", 0xE1: "↑", 0xE2: "↓", 0xE8: "➔", 0xF0: "⇨"},
    **{0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑", 0x28: "☎", 0x2A: "✉", 0x4A: "☺", 0x4C: "☹"},
}
_WINGDINGS_2 = {0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0xA3: "☐"}
_FONTS: dict[str, dict[int, str]] = {
    "symbol": _SYMBOL,
    "wingdings": _WINGDINGS,
    "wingdings 2": _WINGDINGS_2,
}
_PRIVATE = re.compile("[\uf020-\uf0ff]")


def symbol(font: str, code: str) -> str:
    """Return the character that a number of a font stands for (hexadecimal), empty if unknown."""
    try:
        number = int(code, 16)
    except ValueError:
        return ""
    if font.casefold() in _FONTS:
        return _FONTS[font.casefold()].get(number & 0xFF, "")
    return "" if 0xE000 <= number <= 0xF8FF else chr(number)


def with_letters(font: str, text: str) -> str:
    """Return text set in a font with the characters that it shows."""
    table = _FONTS.get(font.casefold())
    if table is not None:
        return "".join(table.get(ord(char) & 0xFF, char) for char in text)
    return _PRIVATE.sub(lambda it: _SYMBOL.get(ord(it[0]) & 0xFF, it[0]), text)
