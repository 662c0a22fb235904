"""What questions for the items of a list or a table say besides what is listed, and its answers."""

import re

from index.language.english.names import DATE, YEAR

# Words that ask for items, or that hold of whatever is listed.
ASKING = frozenset(
    """
    list lists listed listing name names named give gives given show shows shown tell tells told
    enumerate count counted counts number numbers numbered many much all every each everything
    what which how who kind kinds sort sorts type types form forms thing things item items part
    parts step steps way ways point points entry entries row rows line lines table tables set
    various different full complete whole exactly total please there here mention mentioned
    mentions described describe include included includes contain contains have has had take
    takes taken make makes made go goes gone need needed needs do does done get got gets want
    are is be been being exist exists come comes consist consists comprise comprises divided
    divide split broken offer offers offered sell sells sold use used uses detail details
    procedure process instruction instructions ingredient ingredients order follow followed must
    should can could would will
    """.split()
)
# How the row of a table begins that sums up the others.
TOTAL = re.compile(
    r"\W*(?:(?:grand |sub-?)?totals?|sum|all(?: [\w-]+)?|overall|average|mean|together)\b",
    re.I,
)
HEAD = "{number} are listed under “{name}”:"
AND_MORE = "And {number} more."
# How an entry of a chronicle begins, and what numbered headings are called together.
ENTRY = re.compile(rf"\s*(?:\d{{1,2}}[–-])?(?:{DATE}|{YEAR})[.:,]?(?: [–-])?\s+\S")
AGENDA = "agenda"
