"""Question records over towns with a harbour."""

from typing import Any

TOWNS = ["Marrow", "Bergen", "Lenn", "Oslo", "Turku", "Visby"]


def record(town: str, year: int) -> dict[str, object]:
    opened = f"The harbour of {town} is deep. It was opened in {year}."
    text = f"{opened} Its mayor is called Per. Ships come every day."
    home = {"title": town, "text": text}
    other = {
        "title": "Cheese",
        "text": "The dairy makes 900 wheels of cheese. It was founded by monks. It sells to Oslo.",
    }
    question = f"When was the harbour of {town} opened?"
    passages = [home, other]
    return {
        "id": f"{town}-{year}",
        "question": question,
        "answers": [str(year)],
        "passages": passages,
        "gold": [0],
        "answerable": True,
    }


RECORDS = [record(town, 1870 + n) for n, town in enumerate(TOWNS * 4)]
# Two pieces of evidence, each from a passage of its own.
SEVERAL: dict[str, Any] = {
    "id": "two",
    "question": "Which is older, Bergen or Lenn?",
    "answers": ["Bergen"],
    "passages": [
        {"title": "Bergen", "text": "It is of 1070."},
        {"title": "Lenn", "text": "It is of 1874."},
    ],
    "gold": [0, 1],
    "answerable": True,
    "evidence": ["It is of 1070.", "It is of 1874."],
}
