"""Units and currencies in the forms that texts write: each form to what it may mean."""

import re
from functools import cache

from babel import Locale
from babel.numbers import get_currency_name
from babel.units import format_unit

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
_LOCALES = ("en", "en_GB", "de", "fr", "es")
# Forms that the CLDR has not, or that could mean something else besides.
_OTHERS = {
    "%": "% ％ percent per.cent pct prozent pour.cent por.ciento 百分",
    "percentage point": (
        "percentage.point percentage.points percent.point percent.points %.points pp ppt "
        "prozentpunkte 个百分点"
    ),
    "basis point": "basis.point basis.points bp bps",
    "‰": "‰ permille per.mille promille",
    "angle-degree": "degree degrees °",
    "temperature-celsius": "degrees.celsius degree.celsius degrees.centigrade c 摄氏度 度",
    "temperature-fahrenheit": "degrees.fahrenheit degree.fahrenheit f",
    "speed-kilometer-per-hour": "kmh kph kilometres.per.hour kilometers.per.hour",
    "speed-mile-per-hour": "mph miles.an.hour",
    "duration-hour": "hrs 小时 時間",
    "duration-minute": "mins 分钟",
    "duration-year": "yr yrs 年间",
    "mass-tonne": "吨 トン",
    "mass-kilogram": "公斤 kilo kilos",
    "length-kilometer": "公里",
    "length-meter": "米",
    "area-hectare": "公顷",
    "volume-cubic-meter": "立方米 cu.m",
    "area-square-meter": "平方米 sq.m",
    "area-square-kilometer": "平方公里 sq.km",
    "area-square-foot": "sq.ft",
    "mass-pound": "lbs pound pounds",
    "digital-byte": "bytes",
    "CNY": "yuan renminbi rmb 元 人民币 块 ¥ cn¥ 万元",
    "JPY": "yen 円 ¥ jp¥",
    "GBP": "pound pounds sterling £ pounds.sterling",
    "USD": "$ us$ dollar dollars buck bucks 美元",
    "AUD": "a$ au$ dollar dollars",
    "CAD": "c$ ca$ dollar dollars",
    "NZD": "nz$ dollar dollars",
    "HKD": "hk$ dollar dollars 港元",
    "SGD": "s$ dollar dollars",
    "EUR": "€ euro euros 欧元",
    "INR": "₹ rs re rupee rupees",
    "PKR": "rupee rupees",
    "CHF": "franc francs franken sfr",
    "XOF": "franc francs",
    "SEK": "kronor krona kr",
    "NOK": "kroner krone kr",
    "DKK": "kroner krone kr",
    "KRW": "₩ won",
    "RUB": "₽ rouble roubles ruble rubles",
    "BRL": "r$ real reais",
    "MXN": "peso pesos",
    "CLP": "peso pesos",
    "ILS": "₪ shekel shekels",
    "TRY": "₺ lira liras",
    "PLN": "zloty zlotys",
    "ZAR": "rand",
    "KES": "shilling shillings",
    "VND": "₫ dong",
    "cent": "cent cents ¢ centime centimes",
    "penny": "pence penny",
}
# Words first, whatever else they abbreviate.
_NO_UNITS = frozenset("in at to a no on as an or so all top".split())


@cache
def meanings() -> dict[str, Meanings]:
    """Return what each written form may mean, in lower case.

    "pounds" is money or weight, "$" is the one money.
    """
    found: dict[str, set[str]] = {}
    for unit in _CLDR:
        for form in _cldr_forms(unit):
            found.setdefault(form, set()).add(unit)
    for code in map(str, Locale("en").currencies):
        found.setdefault(code.lower(), set()).add(code)
        found.setdefault(get_currency_name(code, 2, locale="en").lower(), set()).add(code)
    for meaning, forms in _OTHERS.items():
        for form in forms.split():
            found.setdefault(form.replace(".", " "), set()).add(meaning)
    return {form: frozenset(means) for form, means in found.items() if form not in _NO_UNITS}


def _cldr_forms(unit: str) -> set[str]:
    forms = set()
    for locale in _LOCALES:
        for length in ("long", "short") if locale.startswith("en") else ("long",):
            for count in (1, 2):
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
    return re.compile(
        rf"[\s-]?\s?(?P<unit>{either})(?![^\W_])|(?P<cjk>\s?[元円吨米人民币公里斤顷])", re.I
    )


@cache
def prefix() -> re.Pattern[str]:
    """Return the pattern of a currency before a number."""
    money = {
        form
        for form, means in meanings().items()
        if any(len(m) == 3 and m.isupper() for m in means)
    }
    signs = {form for form in money if not form[-1].isalpha()}
    codes = {form for form in money if _is_code(form)}
    either = "|".join(re.escape(form) for form in sorted(signs, key=len, reverse=True))
    upper = "|".join(sorted(code.upper() for code in codes))
    return re.compile(rf"(?:(?<![^\W\d_])(?:{upper}|Rs\.?)\s?|(?i:{either})\s?)$")


def meaning(form: str) -> Meanings:
    """Return what a written unit may mean; nothing for no unit.

    The code of a currency is one in capitals: "TOP", not "top".
    """
    plain = re.sub(r"\s+", " ", form.strip()).rstrip(".")
    found = meanings().get(plain.lower(), frozenset())
    if _is_code(plain) and not plain.isupper() and plain.lower() not in _words_of_ours():
        return frozenset(means for means in found if means != plain.upper())
    return found


def _is_code(form: str) -> bool:
    return len(form) == 3 and form.isascii() and form.isalpha()


@cache
def _words_of_ours() -> frozenset[str]:
    return frozenset(form for forms in _OTHERS.values() for form in forms.split())
