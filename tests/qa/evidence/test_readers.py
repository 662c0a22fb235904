"""Which sentences of a passage are looked at: those that say something."""

import pytest

from index.sentences import sentence_spans
from qa.evidence.reader import ReadSentence
from qa.evidence.readers import says_something


@pytest.mark.parametrize(
    ("passage", "silent"),
    [
        ("# The hostel\nIt is old.", ["# The hostel"]),
        ("**Q: Is there a lift?**\nA: Yes.", ["**Q: Is there a lift?**"]),
        ("Q: Is there a lift? A: Yes.", ["Q: Is there a lift?"]),
        ("Dogs allowed?\n\nOnly small ones.", ["Dogs allowed?"]),
        ("They voted on it.\n\nShall the bridge be closed?", []),
        ("He waited. Why did he wait? Nobody knows.", []),
        ("| Stop | Zone |\n|---|---|\n| Quay | A |", ["| Stop | Zone |\n|---|---|"]),
    ],
)
def test_headings_heads_of_tables_and_questions_over_answers_say_nothing(
    passage: str, silent: list[str]
) -> None:
    spans = sentence_spans(passage)
    found = [ReadSentence(start, end, 0.0, (0, 0), 0.0) for start, end in spans]
    said = [
        passage[it.start : it.end] for it in found if not says_something(passage, it.start, it.end)
    ]
    assert said == silent
