"""Words of questions about articles: what asks, what stands for one, what is said of them."""

import re

_NOUN = (
    "article|text|document|doc|file|piece|report|paper|post|interview|minutes|leaflet|sheet|study|"
    "review|blog|write-?up|letter|speech|press release|release notes|handbook|chapter"
)
_NOUNS = "articles|texts|documents|docs|files|pieces|stories|reports|papers|pages|posts|sources"
# One article, the words around which name it: "the harbour article".
ONE_ARTICLE_NAMED = re.compile(rf"\b({_NOUN})\b", re.I)
# What narrows a summary down to one thing in an article.
SAYS_OF = re.compile(r"\b(about|on|of|in|regarding|concerning|says?|said|tells?)\b", re.I)
ALL_ARTICLES = re.compile(rf"\b({_NOUNS}|collection|folder|corpus|archive)\b", re.I)
COUNTS_ARTICLES = re.compile(
    rf"\b(how many|number of|count|total of)\b[^?]{{0,20}}\b({_NOUNS})\b|"
    rf"\b({_NOUNS})\b.*\bhow many\b|\bhow many\b.*\bof them\b",
    re.I,
)
_ARTICLES = (
    "article articles text texts document documents doc docs file files piece pieces "
    "story stories report reports paper papers page pages post posts item items folder collection "
    "corpus archive material interview sheet leaflet notes"
)
_ASKING = (
    "summarise summarize summary summaries sum summed summing overview gist tl "
    "dr tldr short shortly brief briefly main key point points topic topics theme themes subject "
    "subjects about mention mentions mentioning mentioned speak speaks talk talks deal deals "
    "dealing say says said saying something anything everything nothing give gives show tell tells "
    "list lists name names named describe condense boil down cover covers covered touch touches "
    "contain contains containing come comes up appear appears bring brings concern concerning "
    "regarding number numbers count total find found turn turns read reading have had whole "
    "sentence sentences word words line lines few version short quick quickly essence most "
    "important things thing know known use uses used refer refers stand stood like want need got "
    "get see look looking search one two three four five six max many much any all please pls here "
    "wrote written write writer writers author authors reporter reporters journalist published "
    "publish publisher newspaper outlet agency date dated title headline ran put day year "
    "whats what's open interested information info put together should "
    "happen happens happened altogether overall occur occurs occurred occurring brought discuss "
    "discusses discussed discussing feature features featured featuring included includes include "
    "wich ask asked among amongst whom briefly part parts section sections"
)
FRAME = frozenset(f"{_ARTICLES} {_ASKING}".split())

# What is asked of articles beside their words: which is the newest, the longest.
_FARTHEST = {
    "newest": "newest|latest|most recent|most recently \\w+|last updated",
    "oldest": "oldest|earliest",
    "longest": "longest|biggest|largest",
    "shortest": "shortest|smallest",
}
_ANY = f"{_NOUN}|{_NOUNS}"
FARTHEST = {
    name: re.compile(
        rf"\b(?:{words})(?: of)?(?: (?:all|the|these|those|our|my|your))*(?: \d+)? (?:{_ANY})\b|"
        rf"\b(?:{_ANY}) (?:is|was|are|were|has been) (?:the )?(?:{words})\b",
        re.I,
    )
    for name, words in _FARTHEST.items()
}
# Articles of a kind: where some are called so, only these are meant.
_KINDS = (
    "reports?|newsletters?|bulletins?|memos?|memoranda|memorandums?|minutes|logs?|diary|diaries|"
    "journals?|letters?|circulars?|notices?|briefings?|statements?|agendas?|protocols?|guides?|"
    "manuals?|handbooks?|recipes?|leaflets?|brochures?|reviews?|interviews?|speeches|transcripts?|"
    "invoices?|contracts?|surveys?|factsheets?|releases?|polic(?:y|ies)"
)
_JOINS = r"(?:is|are|was|were|do|does|did|has|have|the|a|an|in|of|on|to|for|about)\b"
_FAR = "|".join(_FARTHEST.values())
OF_KIND = re.compile(
    rf"\b(?P<asks>(?:which|what|how many|number of|all|every|{_FAR})(?: of)?"
    r"(?: (?:the|these|those|our|your|my))?)"
    rf"(?P<like>(?: (?!{_JOINS})[\w'’-]+){{0,2}}?) (?P<kind>{_KINDS})\b",
    re.I,
)
ANY_KIND = re.compile(r"reports?", re.I)  # as well any article, where nothing else tells its kind
_PERSON = r"(?P<author>(?-i:[A-Z])[\w'’.-]*(?: (?-i:[A-Z])[\w'’.-]*)+)"
BY_AUTHOR = re.compile(
    rf"\b(?:{_ANY})(?: (?:here|there|that|which|are|is|were|was|written|published))* by {_PERSON}|"
    rf"\b(?:{_ANY}) (?:did|has|have) {_PERSON.replace('author', 'writer')} (?:write|written)\W*$",
    re.I,
)
BY_DATE = re.compile(rf"\b(?:{_ANY})\b[^?]*?\b(?:of|from|in|on|dated|for)\W*$", re.I)
_TOUCHES = (
    r"(?:mentions?|mentioned|talks?|speaks?|deals?|covers?|discuss(?:es)?|describes?|contains?|"
    r"refers?|names|explains?|is about|are about|"
    r"(?:has|have|says?) (?:something|anything) (?:on|about))"
)
FIRST_TOUCHED = re.compile(
    rf"\b(?:which|what)\b[^?]*?\b(?:{_ANY}|meetings?) (?:is|was|are|were|does|did|do|has|have) "
    r"(?P<words>[^?]+?) (?P<first>first|last) (?:be |been )?"
    r"(?:mentioned|named|discussed|described|appear\w*|come up|turn up|spoken of|talked about)\b|"
    rf"\b(?P<which>first|last|earliest|latest) (?:{_ANY}) (?:to|that|which) {_TOUCHES}"
    r"(?: (?:about|of|with|to|on))? (?P<touched>[^?]+)",
    re.I,
)
LAST = frozenset({"last", "latest"})
# Before the name of a file, and what stands for both.
FILE_OF = r"(?:\b(?:the )?(?:article|text|document|file|report|page|note)s? (?:called |named )?)?"
THE_ARTICLE = "the article"
# What surely asks for articles, whatever else it may look like.
_PLAIN = "articles?|texts?|documents?|docs?|files?|reports?|memos?|newsletters?|papers?|minutes"
SURELY_LISTED = re.compile(
    rf"^\W*(?:(?:can|could) you (?:tell me|say) |(?:please )?tell me |do you know )?(?:in )?"
    rf"(?:which|what) (?:of (?:the|these|those|our|your|my) )?(?:{_PLAIN}) (?:it is that |that )?"
    rf"{_TOUCHES}\b",
    re.I,
)
SURELY_COUNT = re.compile(
    rf"^\W*how many (?:[\w'’-]+ ){{0,2}}?(?:{_KINDS}) (?:are|do) "
    r"(?:there|you have|we have|you know)(?: (?:here|in all|in total|altogether))?\W*$",
    re.I,
)
# "May a tourist ...": whether something in them is so, not whether there is one of the articles.
SURELY_WHETHER = re.compile(
    r"^\W*(?:may|can|could|must|should|will|would|does|do|did|was|were|has|have|had|is|are) "
    r"(?!(?:you|there|any\w*|some\w*|i|we|one|it|this|these|those|all|every\w*|no\w*)\b)"
    rf"(?!.*\b(?:{_KINDS}|{_PLAIN}|{_NOUNS}|folder|collection|mention\w*|come up|appear)\b)",
    re.I,
)

# What an article tells of itself, and the words that ask for it.
ARTICLE_DATA = {
    "author": re.compile(
        r"\b(who(?!m)\b(?!.*\b(publish|put out|put it out|issue|brought|print)\w*)|whose|"
        r"authors?|writers?|byline|journalists?|reporters?|correspondent|by whom|signed|signs)\b",
        re.I,
    ),
    "published": re.compile(
        r"\b(when|dates?|dated|(what|which) (day|year|month)|how (old|recent))\b", re.I
    ),
    "publisher": re.compile(
        r"\b(publish(ed|er|ers|es) (it|this|the|that)|who publish\w*|publishers?|newspapers?|"
        r"outlets?|agency|agencies|magazine|journal|blog|put (it |this )?out|issued|"
        r"(news|media) sources?|media|website)\b",
        re.I,
    ),
    "place": re.compile(
        r"\b(where (was|is|were|did) .*\b(written|from|reported?|datelined|made|come)|from where|"
        r"(what|which) (place|city|town)|dateline[d]?)\b",
        re.I,
    ),
    "title": re.compile(r"\b(title|titled|headline|heading)\b", re.I),
    "length": re.compile(
        r"\b(how (long|big)|length|how many (words|characters)|word count|number of words)\b", re.I
    ),
}
MENTIONED = re.compile(
    r"\b(mention\w*|named in|find|found|turns? up|comes? up|appears?|speaks?|says?|contains?)\b",
    re.I,
)
# What is said of articles.
SAID = {
    "author": "{value} wrote the article.",
    "published": "The article is dated {value}.",
    "publisher": "The article is from {value}.",
    "place": "The article was written in {value}.",
    "title": "The title is “{value}”.",
    "length": "The article has {value} words.",
}
BY_FILE = {  # not by its text
    "author": "The file of the article names {value} as its author.",
    "published": "The file of the article gives the date {value}.",
}
# Of articles chosen by a date or an author, and of the one that is the newest, the longest.
CHOSEN = "{number} of the {total} articles {verb} {so}:"
NONE_CHOSEN = "None of the {total} articles is {so}."
IS = ("is", "are")
DATED, BY = "dated {date}", "by {author}"
THE_FARTHEST = "The {which} of the {total} articles is “{title}” ({source}): {value}."
IS_DATED, HAS_WORDS = "it is from {date}", "it has {number} words"
UNDATED = ("{number} of them has no date.", "{number} of them have no date.")
CALLED = ("{number} article is called so:", "{number} articles are called so:")
THE_FIRST = (
    "The {which} of the {total} articles that mention “{words}” is “{title}” ({source}), {date}."
)
THE_ONLY = "Only “{title}” ({source}), {date}, mentions “{words}”."
ARTICLE = "- {title} ({source})"
COUNTED = "{number} of the {total} articles {verb} “{words}”:"
HOLDING = ("mentions", "mention")
NONE_HOLDS = "None of the {total} articles mentions “{words}”."
NONE_BUT_NEAR = (
    "None of the {total} articles has the words “{words}”; nearest to it comes “{title}” "
    "({source})."
)
SPELLED = "None of the {total} articles has “{asked}”; {number} {verb} “{words}”:"
# The same where there is one article, or a question is limited to one.
THE_ONE_HOLDS = "The article mentions “{words}”:"
THE_ONE_LACKS = "The article does not mention “{words}”."
NEAREST = "No article has the words “{words}”. The nearest to it:"
ALL_OF_THEM = "There are {total} articles:"
ONE_ARTICLE = "There is one article:"
MAINLY_ABOUT = "They are mostly about {topics}."
AND_MORE = "And {number} more; ask which of them mention something."
# What is said of several facts.
AGAINST = "{which}: {value}, against {other}."
# Examples of questions about articles.
ASKS_WHICH = "Which articles mention {topic}?"
ASKS_SUMMARY = "Summarise the article “{title}”."
ASKS_ABOUT = "What is the article about?"
