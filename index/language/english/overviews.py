"""Words of questions about articles: what asks, what stands for one, what is said of them."""

import re

_NOUN = (
    "article|text|document|doc|file|piece|report|paper|post|interview|minutes|leaflet|sheet|study|"
    "review|blog|write-?up|letter|speech|press release|release notes|handbook|chapter"
)
_NOUNS = "articles|texts|documents|docs|files|pieces|stories|reports|papers|pages|posts|sources"
# One article, the words around which name it: "the Hunan article".
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
    "happen happens happened"
)
FRAME = frozenset(f"{_ARTICLES} {_ASKING}".split())

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
}
ARTICLE = "- {title} ({source})"
COUNTED = "{number} of the {total} articles {verb} “{words}”:"
HOLDING = ("mentions", "mention")
NONE_HOLDS = "None of the {total} articles mentions “{words}”."
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
