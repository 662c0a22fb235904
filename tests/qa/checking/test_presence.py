import pytest

from qa.checking.claims import Token, read
from qa.checking.presence import figures_known, names_known


def tokens(text: str) -> tuple[Token, ...]:
    return read(text)[0]


@pytest.mark.parametrize(
    ("draft", "evidence"),
    [
        ("it has 5 boats", "it has 5 boats and 8 crews"),
        ("it holds 5 million litres", "it holds 5 × 10⁶ litres"),
        ("it holds 5 million litres", "it holds 5 × 10^6 litres"),
        ("it holds 5·10⁶ litres", "it holds 5 million litres"),
        ("it weighs 310 kilograms", "it weighs 310 [1] kilograms"),
        ("it has about 5 boats", "it has some 5 boats"),
        ("it has only 5 boats", "it has 5 boats"),
        ("it sank in May", "it sank on 3 May 2019"),
        ("it sank in 2019", "it sank on 3 May 2019"),
        ("it won by 5,480 votes to 5,480", "it won by 5,480 votes to 5,480"),
        ("it has boats", "it has crews"),
    ],
)
def test_a_figure_of_the_evidence_is_known(draft: str, evidence: str) -> None:
    assert figures_known(tokens(draft), tokens(evidence))


@pytest.mark.parametrize(
    ("draft", "evidence"),
    [
        ("it has 5 boats", "it has 8 boats"),
        ("it holds 10 litres", "it holds 10⁶ litres"),
        ("it holds 106 litres", "it holds 10^6 litres"),
        ("it holds 5 litres", "it holds 5 × 10⁶ litres"),
        ("it has 2 boats", "it has boats [2]"),
        ("it has 5 boats", "it has more than 5 boats"),
        ("it has more than 5 boats", "it has 5 boats"),
        ("it has at least 5 boats", "it has at most 5 boats"),
        ("it won by 5,480 votes to 5,480", "it won by 5,480 votes to 4,120"),
        ("it sank on 3 May 2019", "it sank in May 2019"),
        ("it sank at 06:40", "it sank at 06:30"),
        ("it has 2,019 boats", "it sank in 2019"),
    ],
)
def test_a_figure_of_its_own_another_bound_or_one_too_many_is_not(
    draft: str, evidence: str
) -> None:
    assert not figures_known(tokens(draft), tokens(evidence))


def test_a_name_may_stand_in_any_of_the_texts() -> None:
    draft = tokens("the boats of Lenn and Marrow")
    assert names_known(draft, [tokens("boats of Lenn"), tokens("a bridge at Marrow")])
    assert not names_known(draft, [tokens("boats of Lenn")])
    assert names_known(tokens("the boats sank"), [])
