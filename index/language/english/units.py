"""How English writes units and currencies, where the CLDR does not know it.

A "." stands for a space. The names of the units are those of the CLDR, those of currencies their
codes.
"""

import re

LOCALES = ("en", "en_GB")
FORMS = {
    "%": "percent per.cent pct",
    "percentage point": (
        "percentage.point percentage.points percent.point percent.points %.points pp ppt"
    ),
    "basis point": "basis.point basis.points bp bps",
    "‰": "permille per.mille",
    "angle-degree": "degree degrees",
    "temperature-celsius": "degrees.celsius degree.celsius degrees.centigrade c",
    "temperature-fahrenheit": "degrees.fahrenheit degree.fahrenheit f",
    "speed-kilometer-per-hour": "kmh kph kilometres.per.hour kilometers.per.hour",
    "speed-mile-per-hour": "mph miles.an.hour",
    "duration-hour": "hrs",
    "duration-minute": "mins",
    "duration-year": "yr yrs",
    "mass-kilogram": "kilo kilos",
    "volume-cubic-meter": "cu.m",
    "area-square-meter": "sq.m",
    "area-square-kilometer": "sq.km",
    "area-square-foot": "sq.ft",
    "mass-pound": "lbs pound pounds",
    "digital-byte": "bytes",
    "CNY": "yuan renminbi rmb",
    "JPY": "yen",
    "GBP": "pound pounds sterling pounds.sterling",
    "USD": "dollar dollars buck bucks",
    "AUD": "dollar dollars",
    "CAD": "dollar dollars",
    "NZD": "dollar dollars",
    "HKD": "dollar dollars",
    "SGD": "dollar dollars",
    "EUR": "euro euros",
    "INR": "rs re rupee rupees",
    "PKR": "rupee rupees",
    "CHF": "franc francs",
    "XOF": "franc francs",
    "SEK": "kronor krona kr",
    "NOK": "kroner krone kr",
    "DKK": "kroner krone kr",
    "KRW": "won",
    "RUB": "rouble roubles ruble rubles",
    "BRL": "real reais",
    "MXN": "peso pesos",
    "CLP": "peso pesos",
    "ILS": "shekel shekels",
    "TRY": "lira liras",
    "PLN": "zloty zlotys",
    "ZAR": "rand",
    "KES": "shilling shillings",
    "VND": "dong",
    "cent": "cent cents",
    "penny": "pence penny",
}
BEFORE_SUMS = r"Rs\.?"  # besides signs and codes: "Rs. 500"
# Words first, whatever else they abbreviate.
NO_UNITS = frozenset("in at to a no on as an or so all top".split())
# Names of lengths that are squared or cubed by a raised digit: "2 metres²".
LENGTHS = re.compile(r"(?:met(?:re|er)s?|feet|foot|inch(?:es)?|yards?|miles?)$", re.I)
