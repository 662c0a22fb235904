"""Numbers, dates and units as other European languages write them; names are those of `english`."""

import re

# The letters of words that are parted by spaces: Latin, Greek and Cyrillic; for a class.
LETTERS_OF_WORDS = r"A-Za-z\u00aa\u00b5\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u0370-\u04ff"
LOCALES = ("de", "fr", "es", "ru")  # of units
MONTH_LOCALES = ("de", "fr", "es", "it", "pt", "nl", "ru")
ABBREVIATED_MONTHS = "de"
OF = "de"
DAY_ENDING = "er|º"
_SCALES = {
    3: "tausend mille mil тыс тысяч тысячи",
    6: "millionen millones millón млн миллион миллиона миллионов",
    9: "mrd milliarde milliarden milliard milliards млрд миллиард миллиарда миллиардов",
}
SCALES = {form: power for power, forms in _SCALES.items() for form in forms.split()}
SHORT_SCALES = re.compile(r"\b(Mio|Mrd|Tsd|mln|mld|тыс|млн|млрд)\.", re.I)  # with a stop
LETTERS = frozenset("mil mille".split())
# Of times, beside months and days: "im Jahr 1990", "à la fin de 1990".
WORDS_OF_TIME = frozenset(
    """
    jahr jahre jahres jahren monat monate monaten woche wochen tag tage tagen ende anfang mitte
    beginn an année ans années mois semaine jour fin début año años mes meses semana día fin finales
    principios anno anni mese mesi giorno fine inizio ano anos mês dia fim início jaar jaren maand
    week dag einde begin год года году годов лет месяц месяца неделя недели день дня конце начале
    """.split()
)
# No person, whatever capitals it has.
WARS = re.compile(r"(?:\w*krieg\w*|guerre|guerra|\w*oorlog|revolution|revolución|révolution)", re.I)
JOINS = "bis"
FORMS = {
    "%": "prozent pour.cent por.ciento",
    "percentage point": "prozentpunkte",
    "‰": "promille",
    "CHF": "franken sfr",
    "cent": "centime centimes",
    "RUB": "руб рубль рубля рублей",
}
# Raised ends of ordinals and short forms: 21st, 1er, 1re, nº, Mme, Dr.
RAISED_ENDINGS = frozenset(
    "st nd rd th er ère re e ème me mes lle nde ter te de den as os r rs dr gr ta o. a.".split()
)
# What follows a hyphen that stands for the end of a later word: "two- and three-year".
SUSPENDING = frozenset("and or to und oder bis et ou".split())
# What stands beside the number of a page and says no more.
PAGE_WORDS = frozenset(
    """
    page pages p pg pp of out folio seite s von blatt página pagina pág pag de sur di sida strona
    z стр из
    """.split()
)
