"""Render the jinja2 templates."""

import json
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from urllib.parse import urlencode

from fastapi import Request
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from web.front.prefix import path_of, root_of
from web.page.answering import (
    Citation,
    blocks,
    by_article,
    quoted,
    said_first,
    shows_quote,
    told_of_writing,
    writer,
)
from web.page.declining import is_spoken, shared_words, why_declined
from web.page.scope import only_in
from web.page.texts import SCRIPTED, TEXTS, language_of, other_language, say

_environment = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
HIGH_CONFIDENCE = 0.9
GOOD_CONFIDENCE = 0.75


def render(name: str, request: Request, **values: object) -> str:
    """Return a page as HTML in the reader's language; every value is escaped."""
    language = language_of(request)
    words = {
        "language": language,
        "other": other_language(language),
        "t": partial(say, language),
        "texts": TEXTS[language],
        "scripted": SCRIPTED[language],
    }
    here = request.url.path + (f"?{request.url.query}" if request.url.query else "")
    places = {"root": root_of(request), "path": path_of(request), "here": here}
    return _environment.get_template(name).render(**places, **words, **values)


def wants_html(request: Request) -> bool:
    """Tell a browser, which names HTML in `Accept`, from an API client."""
    return "text/html" in request.headers.get("accept", "")


def citation_link(place: Citation, root: str = "") -> str:
    """Return the address of an article opened at a marked range, on a server below `root`.

    It tells where the words stand that answer, too.
    """
    words = [("words", f"{start}-{end}") for start, end in place.get("answer_ranges", [])]
    marked = urlencode([("start", place["start"]), ("end", place["end"]), *words])
    return f"{root}/articles/{place['article_id']}?{marked}#marked"


def linked_mark(mark: str, citations: Sequence[Citation], root: str = "") -> Markup:
    """Return a mark as HTML: it leads to its sentence, where that still stands."""
    for citation in citations:
        if mark == f"[{citation['marker']}]" and "gone" not in citation:
            link = Markup('<a class="cite" href="{}" title="{}">{}</a>')
            return link.format(citation_link(citation, root), citation["quote"], mark)
    return escape(mark)


def told_of_source(cited: Sequence[Citation], t: Callable[..., str]) -> str:
    """Say of an article that is cited when it is from, if it holds, and where its quotes stand."""
    places = [_places(cited, of, t) for of in ("page", "line")]
    told = (cited[0].get("date"), *_validity(cited[0], t), *places, cited[0]["source"])
    return " · ".join(filter(None, told))


def _validity(cited: Citation, t: Callable[..., str]) -> list[str]:
    """Say which version an article is, and from when until when it holds, as far as it tells."""
    told = cited.get("validity", {})
    said = [t(name) for name in ("draft", "superseded") if told.get(name)]
    dates = [t(of, date=told[of]) for of in ("valid_from", "valid_until") if told.get(of)]
    return [told.get("version", ""), *said, *dates]


def _places(cited: Sequence[Citation], of: str, t: Callable[..., str]) -> str:
    """Say on which pages or lines quotes stand, "" where they tell none."""
    numbers = sorted({int(it[of]) for it in cited if it.get(of)})
    return (
        t(f"on_{of}s" if len(numbers) > 1 else f"on_{of}", numbers=", ".join(map(str, numbers)))
        if numbers
        else ""
    )


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


def coded(text: str) -> Markup:
    """Return a text as HTML, with what stands in backticks as code."""
    said = [escape(piece) for piece in text.split("`")]
    said[1::2] = [Markup("<code>{}</code>").format(piece) for piece in said[1::2]]
    return Markup("").join(said)


_environment.filters.update(
    blocks=blocks,
    by_article=by_article,
    said_first=said_first,
    quoted=quoted,
    shows_quote=shows_quote,
    citation_link=citation_link,
    linked_mark=linked_mark,
    told_of_source=told_of_source,
    as_data=as_data,
    coded=coded,
    confidence_word=confidence_word,
    is_spoken=is_spoken,
    why_declined=why_declined,
    shared_words=shared_words,
    only_in=only_in,
    told_of_writing=told_of_writing,
    writer=writer,
)
