"""How English writes numbers, and what it puts around them."""

import re

ONE, DOZEN, HALF = "one", "dozen", "half"  # "one" is seldom a count
UNITS = """
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
    sixteen seventeen eighteen nineteen
    """.split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_ORDINALS = """
    first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth
    fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth thirtieth fortieth
    fiftieth hundredth
    """.split()
ORDINALS = dict(zip(_ORDINALS, [*range(1, 21), 30, 40, 50, 100], strict=True))
ORDINAL_ENDING = "st|nd|rd|th"  # of digits
_PARTS = {
    2: "half halves",
    3: "third thirds",
    4: "quarter quarters",
    5: "fifth fifths",
    6: "sixth sixths",
    7: "seventh sevenths",
    8: "eighth eighths",
    9: "ninth ninths",
    10: "tenth tenths",
    100: "hundredths",
}
PARTS = {form: whole for whole, forms in _PARTS.items() for form in forms.split()}
# The powers of ten that words and letters stand for.
_SCALES = {
    2: "hundred hundreds",
    3: "thousand thousands k",
    5: "lakh lakhs lac lacs",
    6: "million millions mn mln mio m",
    7: "crore crores cr",
    9: "billion billions bn bln b",
    12: "trillion trillions tn trn",
}
SCALES = {form: power for power, forms in _SCALES.items() for form in forms.split()}
# Scales that are words or units of their own, too; those in `SURE_LETTERS` are so right behind
# digits, the others only behind money: "GBP 5m".
LETTERS = frozenset("k m b cr".split())
SURE_LETTERS = frozenset("kKMB")
WRITTEN_SCALES = {"trillion": 12, "billion": 9, "million": 6}  # as answers write them

INDIAN_SCALE = re.compile(r"\s?(lakh|crore)$")  # of a run of words
_BIG = "hundred|thousand|million|billion|trillion|lakh|crore"
A_SCALE = re.compile(rf"^a\s(?={_BIG})")  # "a hundred"
_TEN = rf"(?:{'|'.join(TENS)})(?:[-\s](?:{'|'.join(UNITS[1:10])}))?(?![a-z])"
_SMALL = "|".join([_TEN, *sorted(UNITS, key=len, reverse=True)])
_RUN = (
    rf"(?:{_SMALL}|a(?=\s(?:{_BIG})(?![^\W_])))"
    rf"(?:[-\s]+(?:and\s+(?=(?:{_SMALL})\b))?(?:{_SMALL}|{_BIG})(?![^\W_]))*"
)
_POINT = rf"\spoint(?:\s(?:{'|'.join(UNITS[:10])}))+"
_ANY_PART = "|".join(sorted(PARTS, key=len, reverse=True))
# A number in words: each form in the group of its name.
FORMS = (
    # two-thirds, half a million
    rf"\b(?P<part>(?:an?|{'|'.join(UNITS[1:10])})[\s-](?:{_ANY_PART})|half)(?!\w)"
    r"(?:\s(?:of\s)?(?:an?\s)(?=million|billion|thousand|hundred|dozen))?",
    # twenty-first
    rf"\b(?P<nth>(?:(?:{'|'.join(TENS)})[-\s])?(?:{'|'.join(ORDINALS)}))\b",
    # two hundred, two point five, two and a half
    rf"\b(?P<run>{_RUN})(?P<point>{_POINT})?(?P<half>\sand\sa\s(?:half|quarter))?(?!\w|['’]s)",
    # a dozen, half a dozen
    r"\b(?P<dozen>(?:half\s)?an?\s(?:half\s)?(?=dozen))",
)

# Before a number.
MINUS = r"\b(?:minus|negative)\s"
_BOUNDS = {
    "about": "about around some roughly approximately circa ca c approx approximates",
    "nearly": "nearly almost just_under close_to",
    "over": "over more_than above exceeding upwards_of greater_than longer_than in_excess_of",
    "under": "under less_than fewer_than below",
    "least": (
        "at_least no_fewer_than no_less_than not_less_than a_minimum_of minimum from_at_least "
        "as_early_as"
    ),
    "most": "at_most up_to no_more_than not_more_than a_maximum_of maximum as_much_as as_many_as",
    "only": "only just exactly precisely merely",
}
BOUNDS = {
    form.replace("_", " "): bound for bound, forms in _BOUNDS.items() for form in forms.split()
}
FIRM_BOUNDS = frozenset(_BOUNDS) - {"only"}  # that change what a number says
BOUND = re.compile(
    rf"(?<![^\W_])({'|'.join(sorted(map(re.escape, BOUNDS), key=len, reverse=True))})"
    r"\.?\s+(?:(?:an?|the)\s+)?$",
    re.I,
)
UP, TO, UP_TO = "up", "to", "up to"
# Before an "up to" that bounds nothing: it "goes up to 5".
GOES = re.compile(r"\b(?:go|goes|going|gone|went|come|comes|came|moved?|pushed|taken|put)\s$", re.I)
# The first end of a change or a range, and what stands between both ends.
FROM, BETWEEN = "from", "between"
OPENS_RANGE = re.compile(rf"\b({FROM}|{BETWEEN})\s+(?:[^\W\d_]+\s+)?$", re.I)
JOINS = "to|or|through"
AND_BETWEEN = " and "  # "between 5 and 8"
TO_BETWEEN = re.compile(r"(?:\s[^\W\d_]+)?\sto\s")  # "from 5 weeks to 8"
END_OF_CHANGE = re.compile(
    r"\b(from|to)\s+(?:(?:about|some|nearly|over|almost|around|only|just|RMB|CNY|USD|EUR)\s+)*"
    r"[$£€¥]?$",
    re.I,
)
# Behind a number.
PER = re.compile(
    r"(?:\s(?:an?|per|each|every)\s|\s?/\s?)(?P<per>[^\W\d_]+)"
    r"(?!\s(?:later|ago|earlier|before|after|long)\b)\b",
    re.I,
)
SURELY_PER = ("per", "/")
PERCENT = r"per\s?cent|percent"
PERCENTAGE_POINTS = "percentage points"
# Before figures in square brackets that are values, no marks of notes: 95% CI 4 [2, 9].
BEFORE_VALUES = re.compile(
    r"\b(?:(?:in|between)|(?:ranges?|intervals?|CI|IQR|aged?|medians?|mean)\b[^.\[]{0,12})\s?$",
    re.I,
)
# What holds one number against another in a sentence.
HELD_AGAINST = re.compile(r"\b(compared (with|to)|against|than|versus|vs|while)\b", re.I)
