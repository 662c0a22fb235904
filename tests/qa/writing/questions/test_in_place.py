"""Chinese questions: what asks stands in the place of the answer."""

import pytest

from qa.writing.questions.in_place import in_place


@pytest.mark.parametrize(
    ("sentence", "questions"),
    [
        ("镇上的老石桥长350米。", ["镇上的老石桥长多少米？"]),
        ("2019年3月县政府发放了小额贷款。", ["什么时候县政府发放了小额贷款？"]),
        ("这座桥一共长达350米左右。", []),  # "this" points to another sentence
        ("截至2019年底全县都已经通了公路。", []),  # no point of time
        ("全镇有12所学校和350名教师。", []),  # which number is asked for is not clear
        ("短句有5个。", []),
        ("The bridge is 350 metres long.", []),
    ],
)
def test_a_statement_is_asked_for_its_one_number_or_date(
    sentence: str, questions: list[str]
) -> None:
    assert list(in_place(sentence)) == questions
