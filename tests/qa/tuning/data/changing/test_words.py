import pytest

from qa.tuning.data.changing.swaps import CHANGED
from qa.tuning.data.changing.words import listed
from tests.qa.tuning.data.changing.conftest import made


@pytest.mark.parametrize(
    ("kind", "text", "changed"),
    [
        ("scale", "It cost 3 million euros.", "It cost 3 billion euros."),
        ("scale", "It cost 3 million euros.", "It cost 3 euros."),
        ("scale", "It cost 3bn euros.", "It cost 3mn euros."),
        ("scale", "共有5亿元。", "共有5万元。"),
        ("unit", "It is 5 km long.", "It is 5 miles long."),
        ("unit", "It weighs 5 t.", "It weighs 5 kg."),
        ("unit", "It grew by 5%.", "It grew by 5 percentage points."),
        ("unit", "It is 5 °C.", "It is 5 °F."),
        ("unit", "It needs 5 MW.", "It needs 5 kW."),
        ("currency", "It cost $5.", "It cost €5."),
        ("currency", "It cost C$5.", "It cost US$5."),
        ("currency", "It cost 5 yuan.", "It cost 5 dollars."),
        ("comparison", "More people came.", "Fewer people came."),
        ("comparison", "Prices rose.", "Prices fell."),
        ("quantifier", "So all towns joined.", "So some towns joined."),
        ("quantifier", "Some of the towns joined.", "All of the towns joined."),
        ("modality", "It may close.", "It will close."),
        ("modality", "It is expected to close.", "It will close."),
    ],
)
def test_a_word_of_a_list_gives_way_to_the_other_of_its_pair(
    kind: str, text: str, changed: str
) -> None:
    assert changed in made(listed(kind), text)


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("scale", "The mayor of Bremen spoke."),  # "m" is a scale behind a figure only
        ("unit", "He got it."),  # "t" and "l" are units behind a figure only
        ("unit", "The day was long."),
        ("comparison", "The upper floor burnt down there."[:15]),  # "up" is not "upper"
        ("currency", "It cost C5."),
        ("quantifier", "The ball fell."),  # "all" is not in "ball"
        ("modality", "The mayor spoke."),
    ],
)
def test_a_part_of_another_word_is_left_alone(kind: str, text: str) -> None:
    assert made(listed(kind), text) == set()


def test_the_dollar_of_another_country_is_not_taken_for_the_american_one() -> None:
    assert made(listed("currency"), "It cost C$5.") == {"It cost US$5."}


def test_each_place_is_changed_by_itself() -> None:
    changed = made(listed("comparison"), "It rose in May and rose in June.")
    assert {"It fell in May and rose in June.", "It rose in May and fell in June."} <= changed


@pytest.mark.parametrize("kind", CHANGED)
def test_every_pair_changes_the_text_that_it_is_made_for(kind: str) -> None:
    change = listed(kind)
    for old, new in (pair.split("=") for pair in CHANGED[kind]):
        spaced = "" if old[0] in " %°" or not old.isascii() else " "
        amount = "3" if old in ("m", "bn") else f"3{spaced}"
        text = f"It was {amount}{old} there."
        assert f"It was {amount}{new} there." in made(change, text), old
