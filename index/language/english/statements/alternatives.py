"""Words that stand against each other: what is said of one is not said of the others.

Each line is a set (one that ends with "/" goes on), its words parted by "/", their forms by spaces.
They are few on purpose: those that were wrong of hardly any gold sentence of 4,368 known questions
(docs/experiments.md); "began" and "ended", "bought" and "sold" were.
"""

import re

_SETS = r"""
(the|its|his|her|their|our)\ first 1st / second 2nd / third 3rd / fourth 4th / fifth 5th /
sixth 6th / seventh 7th / eighth 8th / ninth 9th / tenth 10th
(?-i:January|Jan) / (?-i:February|Feb) / (?-i:March) / (?-i:April|Apr) /
(?-i:May)(?=\ \d|,|\?|$) / (?-i:June|Jun) / (?-i:July|Jul) / (?-i:August|Aug) /
(?-i:September|Sept?) / (?-i:October|Oct) / (?-i:November|Nov) / (?-i:December|Dec)
mondays? / tuesdays? / wednesdays? / thursdays? / fridays? / saturdays? / sundays? / weekdays? /
weekends?
(the|its)\ first\ quarter Q1 / second\ quarter Q2 / third\ quarter Q3 /
fourth\ quarter last\ quarter Q4
spring / summer / autumn fall / winter
morning / afternoon / evening / night
in\ English / in\ Spanish / in\ French / in\ German / in\ Italian / in\ Portuguese /
in\ Dutch / in\ (Chinese|Mandarin) / in\ Japanese / in\ Russian / in\ Arabic
north(ern)? / south(ern)? / east(ern)? / west(ern)?
men man males? boys? father husband son king /
women woman females? girls? mother wife daughter queen
adults? / child children kids? / seniors? pensioners? / infants? bab(y|ies)
highest largest biggest greatest longest tallest maximum /
lowest least smallest shortest minimum fewest
oldest earliest / newest youngest latest
gold / silver / bronze
imports? imported / exports? exported
increas\w+ rose rise grew growth gain\w* / decreas\w+ fell drop\w* declin\w+
born birth birthplace / die[ds]? death killed
w[io]ns? victory / lost loses? losing defeat\w*
arriv\w+ / depart\w* leaves?
income revenue / expens\w+ spending spent expenditure
profits? surplus / loss(es)? deficit
return round\ trip / single one-way
indoors? / outdoors?
public / private
domestic / foreign abroad overseas
upper / lower
inner / outer
inside / outside
internal(ly)? / external(ly)?
primary elementary / secondary high\ school
mother / father
brothers? / sisters?
husband / wife
predecessor / successor
systolic / diastolic
major / minor
majority / minority
ancient / modern
hot(test)? warm\w* / cold\w* cool\w*
wet\w* / dry driest drought\w*
heav(y|ier|iest) / light(er|est)
strong(er|est)? / weak(er|est)?
fast(er|est)? quick\w* / slow(er|est|ly)?
positive(ly)? / negative(ly)?
legal(ly)? / illegal(ly)?
military / civil(ian)?
advantages? benefits? / disadvantages? drawbacks?
allies allied ally / enem(y|ies)
"""


def _compiled(line: str) -> tuple[re.Pattern[str], ...]:
    words = (re.split(r"(?<!\\) ", part.strip()) for part in re.split(r" /\s", line))
    return tuple(re.compile(rf"\b(?:{'|'.join(forms)})\b", re.I) for forms in words)


ALTERNATIVES = tuple(_compiled(line) for line in re.split(r"(?<!/)\n", _SETS.strip()))
# What asks for the others: "apart from Mondays".
EXCEPTS = re.compile(
    r"\b(?:other than|apart from|aside from|besides|beside|except|but not|instead|rather than|not"
    r"|n't|without|unlike|no longer|else)\b",
    re.I,
)
