"""How the heads of columns are shortened, and by which other words they are asked for."""

_SHORT = {
    "w": "win won victory",
    "d": "draw drawn tie tied",
    "l": "lose lost loss defeat",
    "t": "tie tied",
    "p pl pld gp mp": "play played",
    "pts pt": "point",
    "pos rk": "position place rank",
    "pop": "population people inhabitant resident",
    "max": "maximum high highest",
    "min": "minimum low lowest",
    "avg av": "average mean",
    "qty": "quantity",
    "temp": "temperature",
    "vol": "volume",
    "wt": "weight weigh",
    "ht": "height",
    "est estd": "establish founded",
    "yr yrs": "year",
    "mth mths": "month",
    "hrs hr": "hour",
    "dep": "depart departure leave",
    "arr": "arrive arrival reach",
    "dist": "distance",
    "amt": "amount",
    "pct": "percent percentage share",
    "att": "attendance",
    "gov govt": "government",
    "dept": "department",
    "cap": "capacity",
    "elev": "elevation",
    "spec": "specimen",
}
# What stands in a head for words of a question; a dot behind it is left out.
SHORT = {
    form: frozenset(words.split()) for forms, words in _SHORT.items() for form in forms.split()
}
_ASKED = {
    "tall high": "height elevation altitude",
    "long": "length duration",
    "short": "length duration height",
    "heavy light": "weight mass",
    "big large small": "area size",
    "deep shallow": "depth",
    "wide broad narrow": "width breadth",
    "old new young": "founded built opened established age completed",
    "dear cheap expensive costly": "price cost fare",
    "cost pay charge": "price fare cost",
    "populous": "population",
    "people inhabitant resident": "population",
    "hot cold warm": "temperature",
    "fast quick slow": "speed time",
    "defeat": "lost",
    "victory": "won",
    "employee worker": "staff",
    "steep": "gradient slope",
    "begin start": "opened founded",
    "lend borrow": "loan lending",
}
# The words of heads that a word of a question asks for.
ASKED = {
    form: frozenset(heads.split()) for forms, heads in _ASKED.items() for form in forms.split()
}
