"""The articles that are written in every format: each feature alone, and all mixed."""

import random
from collections.abc import Callable, Iterator
from functools import partial

from eval.bench.made.files.pieces import (
    Article,
    Heading,
    Items,
    Look,
    Paragraph,
    Piece,
    Run,
    Table,
    paragraph,
)

# Languages that are written with other letters, marks or directions.
LANGUAGES = {
    "English": "The mole of Elmstow is 240 m long – it wasn’t cheap: £12,500, “a fair price”.",
    "German": "Die Größe der Mühle überraschte: 1.234,5 m² für 25 % der Bürger – „sehr viel“.",
    "French": "L’été, la digue coûte 3 500 € ; « c’est peu », dit l’ingénieur à Évreux.",
    "Spanish": "¿Cuánto mide el muelle? ¡Mide 240 metros!, dijo el señor Núñez en mayo.",
    "Polish": "Łódź rybacka wróciła do portu o świcie; żołnierz liczył sieci aż do późna.",
    "Czech": "Příliš žluťoučký kůň úpěl ďábelské ódy nad řekou v roce 1874.",
    "Turkish": "İstanbul’un ışıkları gece boyunca söndürülmedi; kıyıda 35 gemi bekliyordu.",
    "Russian": "Мельница у реки построена в 1874 году, и её колесо вертится до сих пор.",
    "Greek": "Το λιμάνι της Καβάλας έχει μήκος 240 μέτρα και χτίστηκε το 1874.",
    "Chinese": "码头全长二百四十米，一八七四年建成，耗资一万二千五百英镑。",
    "Japanese": "港の防波堤は長さ240メートルで、1874年に完成しました。",
    "Korean": "항구의 방파제는 길이가 240미터이며 1874년에 완공되었다.",
    "Hebrew": "המזח נבנה בשנת 1874 ואורכו 240 מטרים.",
    "Arabic": "بني الرصيف عام 1874 وطوله 240 مترا.",
    "Hindi": "घाट की लंबाई 240 मीटर है और यह 1874 में बना।",
}
_TOWNS = "Corley Haddon Orme Pellbrook Tarn Wickly Yarrow Zell".split()
_WORKS = "mill forge lift quay kiln sluice ropewalk brewery".split()
_PLANS = ((0, 0, 0), (0, 1, 1, 0, 1), (0, 0, 1, 2, 0))  # how deep the items of a list stand

Numbers = Iterator[int]  # each another, so that no text is twice


def numbers(seed: int) -> Numbers:
    """Deal numbers of five digits, each once."""
    return iter(random.Random(seed).sample(range(10_000, 100_000), 90_000))  # noqa: S311


def sentence(dealt: Numbers) -> str:
    """Return a sentence that no other is like."""
    n = next(dealt)
    town, work = _TOWNS[n % 8], _WORKS[n // 8 % 8]
    return f"The {work} at {town} was opened in {1700 + n % 250} and cost {n:,} pounds."


def prose(dealt: Numbers, count: int = 3) -> Paragraph:
    """Return a paragraph of some sentences."""
    return paragraph(" ".join(sentence(dealt) for _ in range(count)))


def _headings(dealt: Numbers) -> Iterator[Piece]:
    for level in (2, 3, 3, 2):
        yield Heading(f"On the {_WORKS[level]} of {next(dealt)}", level)
        yield prose(dealt)


def _bullets(dealt: Numbers) -> Iterator[Piece]:
    yield Items(tuple((0, f"a {work} for {next(dealt)} men") for work in _WORKS[:3]))


def _numbered(dealt: Numbers) -> Iterator[Piece]:
    yield Items(tuple((0, sentence(dealt)) for _ in range(3)), numbered=True)


def _nested(dealt: Numbers) -> Iterator[Piece]:
    for plan in _PLANS[1:]:
        yield Items(tuple((depth, f"the store of {next(dealt)} barrels") for depth in plan))
        yield prose(dealt, 1)


def _table(dealt: Numbers) -> Iterator[Piece]:
    rows = [
        (f"{town} {next(dealt)}", f"{next(dealt):,}", f"{next(dealt):,}") for town in _TOWNS[:4]
    ]
    yield Table((("Town", "Men", "Barrels"), *rows))


def _merged(dealt: Numbers) -> Iterator[Piece]:
    n = [f"{next(dealt):,}" for _ in range(7)]
    town, other = (f"{name} {next(dealt)}" for name in _TOWNS[:2])
    yield Table(
        (
            ("Town", "Men", None, "Barrels"),
            (None, "north", "south", "of oil"),
            (town, *n[:3]),
            (None, *n[3:6]),
            (f"none of {other}", None, None, n[6]),
        ),
        heads=2,
    )


def _raised(dealt: Numbers) -> Iterator[Piece]:
    area = f"The yard of {_TOWNS[next(dealt) % 8]} has {next(dealt)} m"
    yield Paragraph(
        (
            Run(area),
            Run("2", Look.RAISED, "²"),
            Run(f"; it gave off {next(dealt)} t of CO"),
            Run("2", Look.LOWERED, "₂"),
            Run(" and 5 × 10"),
            Run("6", Look.RAISED, "^6"),
            Run(" sparks in its 21"),
            Run("st", Look.RAISED, "st"),
            Run(" year."),
        )
    )


def _bold(dealt: Numbers) -> Iterator[Piece]:
    opened, cost = sentence(dealt).split(" and cost ")
    yield Paragraph((Run(f"{opened} and "), Run("cost ", Look.BOLD), Run(cost)))


def _gone(dealt: Numbers, look: Look) -> Iterator[Piece]:
    for _ in range(2):
        gone = f"no more than {next(dealt)} tons"
        yield Paragraph((Run(f"{sentence(dealt)} It bore "), Run(gone, look), Run(" ten barges.")))


def _noted(dealt: Numbers) -> Iterator[Piece]:
    for _ in range(2):
        note = Run(f"As the minutes of the county tell on page {next(dealt)}.", Look.NOTE)
        yield Paragraph((Run(sentence(dealt)), note, Run(f" {sentence(dealt)}")))


FEATURES: dict[str, Callable[[Numbers], Iterator[Piece]]] = {
    "prose": lambda dealt: (prose(dealt) for _ in range(3)),
    "headings": _headings,
    "bullets": _bullets,
    "numbered": _numbered,
    "nested": _nested,
    "table": _table,
    "merged": _merged,
    "raised": _raised,
    "bold": _bold,
    "struck": partial(_gone, look=Look.STRUCK),
    "hidden": partial(_gone, look=Look.HIDDEN),
    "notes": _noted,
}
_LONG = ("prose", "headings", "bold", "bullets", "table")


def article(name: str, features: tuple[str, ...], seed: int = 0) -> Article:
    """Return an article with some features, prose between them; it has a title."""
    dealt = numbers(seed)
    pieces: list[Piece] = [Heading(f"The works of {next(dealt)}")]
    for feature in features:
        pieces += [prose(dealt), *FEATURES[feature](dealt), prose(dealt)]
    return Article(name, tuple(pieces))


def told_in(language: str) -> Article:
    """Return an article in a language; short, since its words are few."""
    return Article(language, (Heading("1874"), paragraph(LANGUAGES[language])))


def long_article(rounds: int) -> Article:
    """Return a long article of what all formats can hold."""
    return article("long", _LONG * rounds)
