"""Read sixty forms of numbers with our reader, and with every such library that is installed.

    pip install quantulum3 number-parser price-parser word2number
    python -m eval.bench.number_forms

A form counts as read when all its values are found in order, and none besides.
"""

import re
import time
from collections.abc import Callable, Iterator
from functools import partial
from importlib import import_module

from eval.reporting.markdown import lines
from qa.text.numbers.quantities import readings

FORMS = """
$5.2bn	5200000000
5.2 bn	5200000000
GBP 5m	5000000
5k	5000
4.2mn	4200000
four hundred	400
two and a half million	2500000
a dozen eggs	12
5亿元	500000000
三百万	3000000
25万人	250000
1.234,5 km	1234.5
25,4 %	25.4
₹1,23,456	123456
3 lakh rupees	300000
2.5 crore	25000000
two to three per cent	2 3
5-8 million	5000000 8000000
5 km	5
5 kg	5
$5	5
€5	5
RMB 25.412 billion	25412000000
25.412 billion yuan	25412000000
CNY 25,412 million	25412000000
two-thirds of the votes	0.6667
1/3 of it	0.3333
½ cup	0.5
1½ tablespoons	1.5
13.91 %	13.91
13.91 per cent	13.91
3 percentage points	3
25 basis points	25
-4 °C	-4
minus five degrees	-5
the twenty-first century	21
one hundred and five	105
twelve thousand three hundred	12300
forty-six volunteers	46
no number here at all	
one of them	
v2.0.1 is a version	
1,200,345 crates	1200345
10 m long	10
10 million	10000000
6'2"	
1 500 000 roubles	1500000
3.9bn-4.1bn	3900000000 4100000000
60 km/h	60
100 mg	100
a quarter of a million	250000
half a million	500000
1.5 times	1.5
USD5m	5000000
C$8.75	8.75
hundreds of people	
3 million and 4 thousand	3000000 4000
"""
SENTENCE = (
    "At the end of March 2024 the balance had grown by 13.91 % to 25.412 billion yuan, "
    "two to three per cent of it overdue."
)
_DIGITS = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")


def _ours(text: str) -> list[float]:
    found = [(reading.quantity.low, reading.quantity.high) for reading in readings(text)]
    return [float(value) for low, high in found for value in dict.fromkeys((low, high))]


def _rewritten(module: str, call: str, more: tuple[str, ...], text: str) -> list[float]:
    """Return the numbers of a text once a library has written them all in digits."""
    changed = getattr(import_module(module), call)(text, *more)
    return [float(number.replace(",", "")) for number in _DIGITS.findall(str(changed))]


def _quantulum(text: str) -> list[float]:
    return [float(q.value) for q in import_module("quantulum3.parser").parse(text)]


def _price(text: str) -> list[float]:
    amount = import_module("price_parser").Price.fromstring(text).amount
    return [] if amount is None else [float(amount)]


READERS: dict[str, Callable[[str], list[float]]] = {
    "ours": _ours,
    "quantulum3": _quantulum,
    "text2num": partial(_rewritten, "text_to_num", "alpha2digit", ("en",)),
    "number-parser": partial(_rewritten, "number_parser", "parse", ()),
    "cn2an": partial(_rewritten, "cn2an", "transform", ("cn2an",)),
    "price-parser": _price,
    "word2number": partial(_rewritten, "word2number.w2n", "word_to_num", ()),
}


def forms() -> Iterator[tuple[str, list[float]]]:
    """Yield each form with the values that it holds."""
    for line in FORMS.strip("\n").split("\n"):
        text, _, values = line.partition("\t")
        yield text, [float(value) for value in values.split()]


def is_read(read: Callable[[str], list[float]], text: str, values: list[float]) -> bool:
    """Tell whether a reader finds just the values of a form; one that raises an error does not."""
    try:
        found = read(text)
    except (ValueError, TypeError, KeyError, IndexError):
        return False
    return len(found) == len(values) and all(
        abs(a - b) < 1e-4 * max(1, abs(b)) for a, b in zip(found, values, strict=True)
    )


def main() -> None:
    """Print how many forms each reader reads, and its time for a sentence."""
    heads = ["reader", "forms read", "ms a sentence"]
    print(lines([heads, *([name, *_measured(read)] for name, read in READERS.items())]))


def _measured(read: Callable[[str], list[float]]) -> tuple[str, str]:
    """Return how many forms a reader reads, and its milliseconds for a sentence."""
    try:
        right = sum(is_read(read, text, values) for text, values in forms())
    except ImportError:
        return "not installed", ""
    start = time.perf_counter()
    for _ in range(20):
        is_read(read, SENTENCE, [])
    return f"{right} of {len(list(forms()))}", f"{50 * (time.perf_counter() - start):.2f}"


if __name__ == "__main__":
    main()
