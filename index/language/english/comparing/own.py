"""How one side of a comparison is asked for its own amount or date.

"Who had more draws, Ayle?" becomes "How many draws did Ayle have?". In shapes and
templates § is the side. A template has the words of its shape; beside them {many} for "How many" or
"How much", by what is counted, {do} and {base} for the verb ("had": "did ... have") and {plain} for
the adjective ("bigger": "big").
"""

import re

SIDE = "§"
_MORE = r"(?P<more>more|fewer|less|most|fewest|least)"
_BE = r"(?P<be>is|are|was|were)"
_FRONT = r"^\W*(?P<front>(?:in|at|on|for|of) [^,?§]{1,40}, )?(?:(?:in|at|on|of|by) )?"
_WHICH = _FRONT + r"(?:which|what|who|where)(?: of [^,:?§]+,)?"
_THINGS = r"(?: (?!is\b|are\b|was\b|were\b)[a-z]+){0,2}?"  # which long loans
_VERB = r"(?P<verb>(?!is\b|are\b|was\b|were\b)\w+)(?P<by> (?:in|into|up|out|on|off))?"
# Not a noun that is counted: "put in more for the tower".
_WHAT = (
    r"(?P<what>(?!(?:for|from|in|on|at|to|of|by|with|under|over|than|during|after|before|when|if"
    r"|as|since)\b)[\w'’-]+)"
)
_ER = r"(?P<er>more (?!than\b)\w+|(?!after|over|under|other|number|ever|never|per\b)\w{2,}er)"
_REST = r"(?P<rest>\b[^§]*?),? §"
_GAP = r"^\W*(?:what|how \w+) (?:is|are|was|were) the (?:difference|gap)"
_SHAPES = {
    # By how many goals did § beat ...; by what sum did § top ...
    r"^\W*by how many (?P<what>\w+) (?:do|does|did|has|have) §(?P<rest>.*)": (
        "How many {what} did § have{rest}"
    ),
    r"^\W*by (?:how much|what(?: \w+)?) (?:do|does|did|has|have) §(?P<rest>.*)": (
        "How much is §{rest}"
    ),
    # What is the difference in price between §; what is the gap between §
    rf"{_GAP} in (?P<thing>[^§]+?) between §(?P<rest>.*)": "What is the {thing} of §{rest}",
    rf"{_GAP} between §(?P<rest>.*)": "How much is §{rest}",
    # How many more riders ...; fewer riders ...
    rf"^\W*(?P<how>how (?:many|much)) {_MORE}\b(?P<rest>.*)": "{how}{rest}",
    rf"^\W*{_MORE} {_WHAT}(?P<rest>.*)": "{many} {what}{rest}",
    # How many tonnes heavier is §; how much dearer is §
    rf"^\W*(?P<how>how (?:many|much)(?: \w+){{1,2}}?) {_ER} (?P<rest>.*)": "{how} {plain} {rest}",
    rf"^\W*how much {_ER} (?P<rest>.*)": "How {plain} {rest}",
    # Did the line have more riders §; does more money go to §
    rf"^\W*(?:do|does|did) {_MORE} {_WHAT} (?P<rest>.*)": "{many} {what} {rest}",
    rf"^\W*(?P<aux>do|does|did|has|have|had|is|are|was|were|will|can) (?P<who>[^§]+) {_MORE} "
    rf"{_WHAT}(?P<rest>.*)": "{many} {what} {aux} {who}{rest}",
    # Where are more stairs to climb, §; where did numbers rise more, §
    rf"{_WHICH} {_BE} {_MORE} {_WHAT}{_REST}": "{many} {what}{rest} {be} §",
    rf"{_WHICH} (?P<aux>do|does|did) (?P<who>[^§]+) {_MORE}{_REST}": (
        "How much {aux} {who}{rest} §"
    ),
    # Which is the longer bridge, §
    rf"{_WHICH} {_BE} the {_ER}(?: \w+){{0,2}},? §": "How {plain} {be} §",
    # Which loan is bigger, §; where is lunch dearer from May, §
    rf"{_WHICH}{_THINGS} {_BE} {_ER}{_REST}": "How {plain} {be} §{rest}",
    rf"{_WHICH} {_BE} (?P<who>[^,?§]+?) {_ER}{_REST}": "How {plain} {be} {who}{rest}, §",
    # Who had more draws, §; what got more from the fund, §
    rf"{_WHICH}{_THINGS} {_VERB} (?:the )?{_MORE} {_WHAT}{_REST}": (
        "{many} {what} {do} § {base}{by}{rest}"
    ),
    rf"{_WHICH}{_THINGS} {_VERB} (?:the )?{_MORE}{_REST}": ("How much {do} § {base}{by}{rest}"),
    # Which came first, §; which was built first, §; which opened first, §
    rf"{_WHICH}{_THINGS} (?:came|comes) (?:first|last|earlier|later){_REST}": "When was §{rest}",
    rf"{_WHICH}{_THINGS} {_BE} (?P<verb>\w+) (?:first|last|earlier|later){_REST}": (
        "When {be} § {verb}{rest}"
    ),
    rf"{_WHICH}{_THINGS} {_VERB} (?:first|last|earlier|later){_REST}": (
        "When {do} § {base}{by}{rest}"
    ),
}
OWN = {re.compile(shape, re.I): template for shape, template in _SHAPES.items()}
HOW_MUCH, HOW_MANY = "How much", "How many"
COUNTING = frozenset({"fewer", "fewest"})
PLURALS = frozenset({"people"})  # without a form of one
# Adjectives that ask for a price, and what asks for a date that no verb tells.
PRICED = frozenset({"dear", "cheap", "expensive", "costly"})
BY_AGE = frozenset({"old", "new", "young"})
FROM_WHEN = "From when {be} §{rest}"
# "Which one is bigger" after both sides goes before each of them.
ASKED_AFTER = re.compile(r"^\W*(?P<side>§),\s(?P<asks>(?:which|what|who)\b[^?]*)(?P<end>.*)$", re.I)
