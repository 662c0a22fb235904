"""Render the jinja2 templates."""

import json
import re
from functools import partial
from pathlib import Path
from urllib.parse import urlencode

from fastapi import Request
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from web.front.prefix import path_of, root_of
from web.page.answering import blocks, by_article, says_quotes, source_line
from web.page.declining import is_spoken, shared_words, why_declined
from web.page.scope import only_in
from web.page.texts import TEXTS, language_of, other_language, say

_environment = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
HIGH_CONFIDENCE = 0.9
GOOD_CONFIDENCE = 0.75
# Letters of writing with spaces: Chinese and Japanese words have no borders.
_LETTER = "[^\\W\u3005-\u3007\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"


def render(name: str, request: Request, **values: object) -> str:
    """Return a page as HTML in the reader's language; every value is escaped."""
    language = language_of(request)
    words = {
        "language": language,
        "other": other_language(language),
        "t": partial(say, language),
        "texts": TEXTS[language],
    }
    here = request.url.path + (f"?{request.url.query}" if request.url.query else "")
    places = {"root": root_of(request), "path": path_of(request), "here": here}
    return _environment.get_template(name).render(**places, **words, **values)


def wants_html(request: Request) -> bool:
    """Tell a browser, which names HTML in `Accept`, from an API client."""
    return "text/html" in request.headers.get("accept", "")


def citation_link(place: dict[str, object], root: str = "") -> str:
    """Return the address of an article opened at a marked range, on a server below `root`."""
    marked = urlencode({"start": place["start"], "end": place["end"]})
    return f"{root}/articles/{place['article_id']}?{marked}#marked"


def linked_marks(
    answer: str, citations: list[dict[str, object]], short: str = "", root: str = ""
) -> Markup:
    """Return an answer as HTML: each mark leads to its sentence, the short answer is in bold."""
    link = Markup('<a href="{}" title="{}">[{}]</a>')
    links = {
        f"[{c['marker']}]": link.format(citation_link(c, root), c["quote"], c["marker"])
        for c in citations
        if "gone" not in c
    }
    text, *marks = re.split(r"(\[\d+\])", answer)
    rest = Markup("").join(links.get(piece, escape(piece)) for piece in marks)
    return _emphasized(text, short) + rest


def _emphasized(text: str, short: str) -> Markup:
    found = _whole(short).search(text) if short else None
    if not found:
        return escape(text)
    bold = Markup("<strong>{}</strong>").format(found[0])
    return escape(text[: found.start()]) + bold + escape(text[found.end() :])


def _whole(short: str) -> re.Pattern[str]:
    """Return the pattern of a text that is no part of a longer word or number (see emphasis.js)."""
    before = after = ""
    if re.match(_LETTER, short):
        before = rf"(?<!{_LETTER})" + (r"(?<!\d[.,])" if short[0].isdecimal() else "")
    if re.match(_LETTER, short[-1:]):
        after = rf"(?!{_LETTER})" + (r"(?![.,]\d)" if short[-1].isdecimal() else "")
    return re.compile(before + re.escape(short) + after)


def confidence_word(turn: dict[str, object]) -> str:
    """Name the text that says how sure an answer is."""
    confidence = float(str(turn["confidence"]))
    if not turn["answered"]:
        return "confidence_none"
    if confidence >= HIGH_CONFIDENCE:
        return "confidence_high"
    return "confidence_good" if confidence >= GOOD_CONFIDENCE else "confidence_low"


def as_data(value: object) -> Markup:
    """Return a value as JSON that can stand in a script element."""
    text = json.dumps(value, ensure_ascii=False)
    for mark, escaped in (("<", "\\u003c"), ("\u2028", "\\u2028"), ("\u2029", "\\u2029")):
        text = text.replace(mark, escaped)
    return Markup(text)  # noqa: S704 - escaped here


_environment.filters.update(
    blocks=blocks,
    by_article=by_article,
    says_quotes=says_quotes,
    source_line=source_line,
    citation_link=citation_link,
    linked_marks=linked_marks,
    as_data=as_data,
    confidence_word=confidence_word,
    is_spoken=is_spoken,
    why_declined=why_declined,
    shared_words=shared_words,
    only_in=only_in,
)
