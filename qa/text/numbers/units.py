"""Units and currencies in the forms that texts write: each form to what it may mean."""

import re
from functools import cache

from babel import Locale
from babel.numbers import get_currency_name
from babel.units import format_unit

from index.language import east_asian, european
from index.language.english import CODE
from index.language.english import units as english

Meanings = frozenset[str]

_CLDR = """
    length-kilometer length-meter length-centimeter length-millimeter length-micrometer
    length-nanometer length-mile length-yard length-foot length-inch length-nautical-mile
    length-light-year area-square-kilometer area-hectare area-square-meter area-square-centimeter
    area-square-mile area-acre area-square-foot volume-cubic-kilometer volume-cubic-meter
    volume-cubic-centimeter volume-cubic-foot volume-liter volume-milliliter volume-centiliter
    volume-deciliter volume-hectoliter volume-gallon volume-pint volume-quart volume-cup
    volume-tablespoon volume-teaspoon volume-barrel volume-bushel volume-fluid-ounce mass-tonne
    mass-kilogram mass-gram mass-milligram mass-microgram mass-ton mass-stone mass-pound mass-ounce
    mass-carat temperature-celsius temperature-fahrenheit temperature-kelvin duration-century
    duration-decade duration-year duration-month duration-week duration-day duration-hour
    duration-minute duration-second duration-millisecond duration-microsecond duration-night
    speed-kilometer-per-hour speed-meter-per-second speed-mile-per-hour speed-knot energy-calorie
    energy-kilocalorie energy-joule energy-kilojoule energy-kilowatt-hour power-gigawatt
    power-megawatt power-kilowatt power-watt power-horsepower pressure-bar pressure-millibar
    pressure-pascal pressure-hectopascal pressure-kilopascal pressure-millimeter-ofhg electric-volt
    electric-ampere electric-ohm frequency-hertz frequency-kilohertz frequency-megahertz
    frequency-gigahertz digital-byte digital-kilobyte digital-megabyte digital-gigabyte
    digital-terabyte digital-petabyte digital-megabit digital-gigabit graphics-pixel
    graphics-megapixel concentr-karat angle-degree
    """.split()
_LOCALES = (*english.LOCALES, *european.LOCALES)
_SIGNS = {
    "%": "% ％",
    "‰": "‰",
    "angle-degree": "°",
    "CNY": "¥ cn¥",
    "JPY": "¥ jp¥",
    "GBP": "£",
    "USD": "$ us$",
    "AUD": "a$ au$",
    "CAD": "c$ ca$",
    "NZD": "nz$",
    "HKD": "hk$",
    "SGD": "s$",
    "EUR": "€",
    "INR": "₹",
    "KRW": "₩",
    "RUB": "₽",
    "BRL": "r$",
    "ILS": "₪",
    "TRY": "₺",
    "VND": "₫",
    "cent": "¢",
}
# Forms that the CLDR has not, or that could mean something else besides.
_OTHERS = [
    (meaning, form.replace(".", " "))
    for listed in (_SIGNS, english.FORMS, european.FORMS, east_asian.FORMS)
    for meaning, forms in listed.items()
    for form in forms.split()
]


@cache
def meanings() -> dict[str, Meanings]:
    """Return what each written form may mean, in lower case.

    "pounds" is money or weight, "$" one money.
    """
    found: dict[str, set[str]] = {}
    for unit in _CLDR:
        for form in _cldr_forms(unit):
            found.setdefault(form, set()).add(unit)
    for code in map(str, Locale(CODE).currencies):
        found.setdefault(code.lower(), set()).add(code)
        found.setdefault(get_currency_name(code, 2, locale=CODE).lower(), set()).add(code)
    for meaning, form in _OTHERS:
        found.setdefault(form, set()).add(meaning)
    return {form: frozenset(means) for form, means in found.items() if form not in english.NO_UNITS}


def _cldr_forms(unit: str) -> set[str]:
    forms = set()
    for locale in _LOCALES:
        for length in ("long", "short") if locale in english.LOCALES else ("long",):
            for count in (1, 2, 5):  # the last as Russian has it: 5 метров
                written = format_unit(count, unit, length=length, locale=locale)
                forms.add(re.sub(r"^[\d.,\s]+", "", written).lower())
    return {form for form in forms if form and not form[0].isdigit()}


@cache
def suffix() -> re.Pattern[str]:
    """Return the pattern of a unit or currency right behind a number.

    White space or a hyphen may stand between them.
    """
    words = sorted((form for form in meanings() if form[0] not in "£€¥₹₩"), key=len, reverse=True)
    either = "|".join(re.escape(form).replace(r"\ ", r"\s+") for form in words)
    return re.compile(rf"[\s-]?\s?(?P<unit>{either})(?![0-9{european.LETTERS_OF_WORDS}])", re.I)


@cache
def prefix() -> re.Pattern[str]:
    """Return the pattern of a currency before a number."""
    money = {form for form, means in meanings().items() if any(map(_is_currency, means))}
    signs = {form for form in money if not form[-1].isalpha()}
    codes = {form for form in money if _is_code(form)}
    either = "|".join(re.escape(form) for form in sorted(signs, key=len, reverse=True))
    upper = "|".join(sorted(code.upper() for code in codes))
    return re.compile(rf"(?:(?<![^\W\d_])(?:{upper}|{english.BEFORE_SUMS})\s?|(?i:{either})\s?)$")


def meaning(form: str) -> Meanings:
    """Return what a written unit may mean; nothing for no unit.

    The code of a currency is one in capitals: "TOP", not "top".
    """
    plain = re.sub(r"\s+", " ", form.strip()).rstrip(".")
    found = meanings().get(plain.lower(), frozenset())
    if _is_code(plain) and not plain.isupper() and plain.lower() not in _words_of_ours():
        return frozenset(means for means in found if means != plain.upper())
    return found


def _is_currency(meaning: str) -> bool:
    return len(meaning) == 3 and meaning.isupper()


def _is_code(form: str) -> bool:
    return len(form) == 3 and form.isascii() and form.isalpha()


@cache
def _words_of_ours() -> frozenset[str]:
    return frozenset(form for _, form in _OTHERS)
