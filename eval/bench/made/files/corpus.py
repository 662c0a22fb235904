"""The corpus: files in every format that is read, each with the article that it holds."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from itertools import cycle

from eval.bench.made.files import plain
from eval.bench.made.files.articles import FEATURES, LANGUAGES, article, told_in
from eval.bench.made.files.office import sheet, slides
from eval.bench.made.files.open_text import open_text
from eval.bench.made.files.pages import book, mail, page, xhtml
from eval.bench.made.files.pieces import Article
from eval.bench.made.files.printed import pdf
from eval.bench.made.files.rich_text import rich_text
from eval.bench.made.files.word import word

Write = Callable[[Article], bytes]


@dataclass(frozen=True, slots=True)
class MadeFile:
    """A file: its name, what writes it, and the article in it."""

    name: str
    write: Write
    article: Article

    @property
    def raw(self) -> bytes:
        """Write its bytes, which are the same each time but for dates."""
        return self.write(self.article)


def _encoded(write: Callable[[Article], str], encoding: str = "utf-8") -> Write:
    return lambda article: write(article).encode(encoding)


WRITERS: Mapping[str, Write] = {
    ".txt": _encoded(plain.text),
    ".md": _encoded(plain.markdown),
    ".rst": _encoded(plain.restructured),
    ".jsonl": _encoded(plain.record),
    ".csv": _encoded(partial(plain.separated, sign=",")),
    ".tsv": _encoded(partial(plain.separated, sign="\t")),
    ".html": _encoded(page),
    ".xhtml": _encoded(xhtml),
    ".epub": book,
    ".eml": mail,
    ".docx": word,
    ".odt": open_text,
    ".rtf": rich_text,
    ".xlsx": sheet,
    ".pptx": slides,
    ".pdf": pdf,
}
_TEXT = frozenset({".txt", ".jsonl", ".csv", ".tsv"})  # what nothing can be marked in
_EDGES = {  # what stands around the text
    **dict.fromkeys((".docx", ".odt", ".rtf", ".pdf"), ("The harbour board", "Kept at 9 Quay")),
    ".eml": ("From: Ida <ida@example.org>", "To: Otto <otto@example.org>"),
    ".xlsx": ("## Sheet", ""),
}
_LACKS = {  # features that a format has no words for
    "merged": frozenset({".md", ".rst", ".rtf"}) | _TEXT,
    "notes": frozenset({".pdf", ".pptx", ".xlsx"}) | _TEXT,
    "struck": frozenset({".rst"}) | _TEXT,
    "hidden": frozenset({".pdf", ".rst", ".pptx", ".xlsx"}) | _TEXT,
    "raised": _TEXT,
    "bold": _TEXT,
    "nested": frozenset({".csv", ".tsv", ".xlsx"}),
    "table": frozenset({".txt", ".jsonl"}),
}
_ENCODINGS = {
    "German": ("utf-8-sig", "cp1252", "utf-16"),
    "French": ("cp1252",),
    "Spanish": ("iso8859-1",),
    "Polish": ("cp1250", "iso8859-2", "utf-16-le"),
    "Czech": ("cp1250",),
    "Turkish": ("cp1254",),
    "Russian": ("cp1251", "koi8-r", "utf-16-be"),
    "Greek": ("cp1253",),
    "Chinese": ("gb18030", "utf-16"),
    "Japanese": ("cp932", "euc-jp", "iso2022_jp"),
    "Korean": ("cp949",),
    "Hebrew": ("cp1255",),
    "Arabic": ("cp1256",),
}
_NAMES = (
    "plain",
    "two words",
    "Bericht über Öl & Gas (2.) – 50 %",
    "don't stop #1",
    "漢字 かな",
    "x.final.v2",
    "Отчёт [копия]",
    "UPPER, comma; and more",
)


def made_files() -> Iterator[MadeFile]:
    """Yield the files of the corpus, under names such as people give."""
    names = cycle(_NAMES)
    for number, (suffix, write, held) in enumerate(_written()):
        suffix = suffix.upper() if number % 7 == 0 else suffix
        yield MadeFile(f"{number} {next(names)}{suffix}", write, held)


def holds(suffix: str, feature: str) -> bool:
    """Tell whether a format can hold a feature."""
    return suffix not in _LACKS.get(feature, ())


def _written() -> Iterator[tuple[str, Write, Article]]:
    for suffix, write in WRITERS.items():
        held = tuple(feature for feature in FEATURES if holds(suffix, feature))
        articles = [article(feature, (feature,), seed) for seed, feature in enumerate(held)]
        articles += [article("all", held, 99), article("backwards", held[::-1], 98)]
        articles += [_of_all_languages()] if suffix != ".pdf" else []
        head, foot = _EDGES.get(suffix, ("", ""))
        yield from ((suffix, write, replace(one, head=head, foot=foot)) for one in articles)
    columns = article("columns", ("prose",) * 6)
    yield from ((".pdf", partial(pdf, columns=n), columns) for n in (2, 3))
    yield from _encoded_files()


def _of_all_languages() -> Article:
    spoken = [told_in(language).pieces[1] for language in LANGUAGES]
    return Article("languages", (*told_in("English").pieces[:1], *spoken))


def _encoded_files() -> Iterator[tuple[str, Write, Article]]:
    for language, encodings in _ENCODINGS.items():
        held = told_in(language)
        addressed = replace(held, head=_EDGES[".eml"][0], foot=_EDGES[".eml"][1])
        for encoding in encodings:
            yield ".txt", _encoded(plain.text, encoding), held
            yield ".html", _encoded(partial(page, charset=encoding), encoding), held
        if encodings[0] in ("cp1252", "cp1251", "gb18030"):
            yield ".eml", partial(mail, charset=encodings[0], rich=False), addressed
