"""The articles of a public set as files: each text once, with its title."""

import hashlib
import re
from collections.abc import Iterable
from itertools import chain

from eval.questions.formats.raw import Document, RawSet

Titles = dict[str, str]  # of each text


def titles_of(raw: RawSet) -> Titles:
    """Give each text its title: the first that is not empty."""
    titles: Titles = {}
    groups = [raw.corpus, *(record.documents for record in raw.records)]
    once = {id(group): group for group in groups}  # records of one article share its documents
    for title, text in chain.from_iterable(once.values()):
        titles[text] = titles.get(text) or title
    return titles


def articles_of(documents: Iterable[Document], titles: Titles) -> dict[str, Document]:
    """Return title and text of each article by its file name; none for a text that says nothing."""
    texts = dict.fromkeys(text for _, text in documents if any(char.isalnum() for char in text))
    return {file_name(titles[text], text): (titles[text], text) for text in texts}


def file_name(title: str, text: str) -> str:
    """Name the file of an article after its title and its text."""
    slug = re.sub(r"[^a-z0-9]+", "-", title.lower())[:40].strip("-") or "article"
    return f"{slug}-{hashlib.sha256(text.encode()).hexdigest()[:12]}.txt"


def written(title: str, text: str) -> str:
    """Return an article as its file holds it: the title line, an empty line, the text."""
    return f"{title}\n\n{text}\n" if title else f"{text}\n"
