"""Read reStructuredText with `docutils`, as the web page that it describes."""

import re
from dataclasses import replace

from docutils import nodes
from docutils.core import publish_doctree, publish_from_doctree

from index.cleaning.cleaning import Change
from index.reading.encoded.decoding import decode, encoding_told
from index.reading.extracted import Extracted, UnusableError, readable
from index.reading.further.formats import Reader
from index.reading.text_format import read_text
from index.unread import Unread

PLAIN = "reStructuredText: a paragraph is too long for its marks to be matched; read as plain text"
_MARK, _BLANK = re.compile(r"(?<!\S)[*`|_]|[*`|_](?!\S)"), re.compile(r"\n\s*\n")
_LONG, _MOST = 10_000, 100_000_000  # letters; letters times marks, which take about ten seconds
_SETTINGS = {
    "report_level": 2,
    "halt_level": 6,
    "warning_stream": False,
    "file_insertion_enabled": False,
    "raw_enabled": False,
    "embed_stylesheet": False,
    "stylesheet_path": None,
    "math_output": "LaTeX",
    "smart_quotes": False,
    "output_encoding": "utf-8",
    "toc_backlinks": False,
    "footnote_backlinks": False,
    "line_length_limit": 100_000_000,  # beyond it docutils gives the whole text up
}


def read_rst(raw: bytes, read_page: Reader) -> Extracted:
    """Read a text in reStructuredText.

    What `docutils` does not know, as directives of other programs, is read as it is written.
    """
    read = decode(raw)
    if "\x00" in read.text:
        raise UnusableError(Unread.BINARY)
    if _is_dense(read.text):
        plain = read_text(raw)
        return replace(plain, changes=(*plain.changes, Change(PLAIN, "", "")))
    with readable(Unread.DAMAGED_FILE):
        tree = publish_doctree(read.text, settings_overrides=_SETTINGS)
        comments = [node.astext() for node in tree.findall(nodes.comment)]
        _keep_unknown(tree)
        page = read_page(publish_from_doctree(tree, writer="html5", settings_overrides=_SETTINGS))
    told = [*encoding_told(raw, read), *(Change("comment", text, "") for text in comments)]
    return replace(page, changes=(*told, *page.changes))


def _is_dense(text: str) -> bool:
    """Tell whether a paragraph has so many marks that they would be matched for hours."""
    return any(
        len(_MARK.findall(block)) * len(block) > _MOST
        for block in _BLANK.split(text)
        if len(block) > _LONG
    )


def _keep_unknown(tree: nodes.document) -> None:
    """Put what was not understood in the place of the complaint about it."""
    for message in list(tree.findall(nodes.system_message)):
        kept = [
            nodes.paragraph("", _body_of(block.astext()))
            for block in message.findall(nodes.literal_block)
        ]
        message.parent.replace(message, kept)
    for problem in list(tree.findall(nodes.problematic)):
        problem.parent.replace(problem, nodes.Text(problem.astext()))
    for section in list(tree.findall(nodes.section)):
        if "system-messages" in section.get("classes", []) and not len(section) > 1:
            section.parent.remove(section)


def _body_of(block: str) -> str:
    return " ".join(block.split())
