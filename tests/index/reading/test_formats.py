"""Every format gives the same article: its text, its numbers, and a list of what was left out."""

import re
from collections.abc import Callable, Sequence

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from index.cleaning.cleaning import clean
from index.reading.extracted import Extracted
from index.reading.pdf.pdf_format import read_pdf
from index.reading.text_format import read_record, read_text
from index.reading.web.html_format import read_html
from index.reading.word.docx_format import read_docx

READERS: dict[str, Callable[[bytes], Extracted]] = {
    ".txt": read_text,
    ".md": read_text,
    ".html": read_html,
    ".pdf": read_pdf,
    ".docx": read_docx,
    ".jsonl": read_record,
}


Written = Callable[[str, Sequence[str]], bytes]


numbers = st.one_of(
    st.integers(0, 10**7).map("{:,}".format),
    st.decimals(0, 1000, places=3).map(str),
    st.integers(1900, 2100).map(str),
    st.integers(0, 100).map("{}%".format),
)


sentences = st.lists(numbers, min_size=1, max_size=4).map(
    lambda found: f"In the town they counted {' and then '.join(found)} of them."
)


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(paragraphs=st.lists(sentences, min_size=1, max_size=5))
def test_the_sequence_of_numbers_survives_in_every_format(
    suffix: str, written: Written, paragraphs: list[str]
) -> None:
    text, _ = clean(READERS[suffix](written(suffix, paragraphs)).text)
    assert re.findall(r"\d+", text) == re.findall(r"\d+", "\n".join(paragraphs))


def test_every_format_keeps_the_sentences(suffix: str, written: Written) -> None:
    paragraphs = [
        "The bridge at Marrow was opened in 1874. It is 240 metres long.",
        "It cost 12.5 million.",
    ]
    text, _ = clean(READERS[suffix](written(suffix, paragraphs)).text)
    assert [line for line in text.split("\n") if line] == paragraphs
