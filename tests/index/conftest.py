"""Files of every format, made by the libraries that people's tools use."""

import io
import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from html import escape
from pathlib import Path

import docx
import fpdf
import pytest

from index.building.build import BuildReport, build
from index.embedder import Embedder
from index.ranking.search import Index
from index.storage.store import Store
from index.storage.writing import WritableStore
from index.types import Article
from qa.wiring import Wellspring


def as_text(paragraphs: Sequence[str]) -> bytes:
    return "\n\n".join(paragraphs).encode()


def as_html(paragraphs: Sequence[str]) -> bytes:
    text = "".join(f"<p>{escape(paragraph)}</p>" for paragraph in paragraphs)
    body = f"<nav><a href='/'>Home</a></nav><main>{text}</main>"
    return f"<html><head><title>x</title></head><body>{body}</body></html>".encode()


def as_pdf(paragraphs: Sequence[str]) -> bytes:
    pdf = fpdf.FPDF()
    pdf.add_page()
    pdf.set_font("Helvetica", size=12)
    for paragraph in paragraphs:
        pdf.multi_cell(0, 8, paragraph)
        pdf.ln(8)
    return bytes(pdf.output())


def as_pages(texts: Sequence[str]) -> bytes:
    """Write a PDF with a page for each text."""
    pdf = fpdf.FPDF()
    pdf.set_font("Helvetica", size=12)
    for text in texts:
        pdf.add_page()
        pdf.multi_cell(0, 8, text)
    return bytes(pdf.output())


def as_docx(paragraphs: Sequence[str]) -> bytes:
    document = docx.Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def as_jsonl(paragraphs: Sequence[str]) -> bytes:
    return json.dumps({"text": "\n\n".join(paragraphs)}).encode()


Written = Callable[[str, Sequence[str]], bytes]
FORMATS: dict[str, Callable[[Sequence[str]], bytes]] = {
    ".txt": as_text,
    ".md": as_text,
    ".html": as_html,
    ".pdf": as_pdf,
    ".docx": as_docx,
    ".jsonl": as_jsonl,
}


@pytest.fixture(params=list(FORMATS))
def suffix(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def written() -> Written:
    """Write paragraphs as a file of a format, given its suffix."""
    return lambda suffix, paragraphs: FORMATS[suffix](paragraphs)


class Folder:
    """A folder of small articles with an index beside it."""

    def __init__(self, path: Path, embedder: Embedder) -> None:
        self.articles, self.data, self.embedder = path / "articles", path / "data", embedder
        self.articles.mkdir()
        self.write("bridge.txt", "The bridge at Marrow was opened in 1874. It is 240 metres long.")
        self.write(
            "cheese.txt", "The cooperative makes 900 wheels of cheese a year. It has 31 members."
        )

    def write(self, name: str, text: str | bytes) -> None:
        path = self.articles / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())

    def remove(self, name: str) -> None:
        (self.articles / name).unlink()

    def build(self, rebuild: bool = False) -> BuildReport:
        return build(
            self.articles,
            self.data,
            self.embedder,
            lambda text: len(text.split()),
            rebuild=rebuild,
        )

    def open(self) -> Index:
        return Index(self.data, self.embedder)

    def first(self, query: str) -> str:
        return self.open().search(query)[0].passage.text

    def stored(self) -> dict[str, Article]:
        """Return the stored articles by the part of their source below the folder."""
        store = Store(self.data / "index.sqlite")
        found = {article.source.split("/", 1)[1]: article for article in store.articles()}
        store.close()
        return found


@pytest.fixture
def folder(tmp_path: Path, well: Wellspring) -> Folder:
    return Folder(tmp_path, well.embedder)


@pytest.fixture
def quick(tmp_path: Path, hashed: Embedder) -> Folder:
    """Return the same folder with an embedder that loads no model."""
    return Folder(tmp_path, hashed)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[WritableStore]:
    """Return an empty store."""
    with closing(WritableStore(tmp_path / "index.sqlite")) as store:
        yield store
