import pytest

from qa.checking.claims import read, recognised


def kinds(text: str) -> dict[str, str]:
    return {token.text: token.kind for token in read(text)[0]}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The mill in Lenn burnt.", {"mill": "word", "Lenn": "name", "burnt": "word"}),
        ("It moved 25 tonnes.", {"moved": "word", "25 tonnes": "number"}),
        ("It sank on 3 May 2019.", {"sank": "word", "3 May 2019": "date"}),
        ("It sailed at 06:40.", {"sailed": "word", "06:40": "time"}),
        ("Per Lindqvist came.", {"Per": "name", "Lindqvist": "name", "came": "word"}),
        ("They paid 5 yuan per head.", {"paid": "word", "5 yuan per head": "number"}),
        ("Will Adams will come.", {"Will": "name", "Adams": "name", "come": "word"}),
        ("It holds up to 5 boats.", {"holds": "word", "5": "number", "boats": "word"}),
        ("It has about 5 boats.", {"5": "number", "boats": "word"}),
        ("It has 12 boats [2].", {"12": "number", "boats": "word"}),
        ("The E18 and COVID-19", {"E18": "name", "COVID-19": "name"}),
        ("and so it is there", {}),
    ],
)
def test_a_sentence_is_a_row_of_what_it_tells(text: str, found: dict[str, str]) -> None:
    assert kinds(text) == found


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Boats came.", "word"),
        ("Qun came.", "name"),
        ("Green Peak came.", "name"),
        ("NATO came.", "name"),
    ],
)
def test_the_first_word_is_a_name_when_it_is_no_other_word(text: str, first: str) -> None:
    assert read(text)[0][0].kind == first


def test_the_first_word_is_a_name_where_others_have_it_as_one() -> None:
    draft = read("Green paid for it.")[0]
    assert recognised(draft, read("It was paid by Green.")[0])[0].kind == "name"
    assert recognised(draft, read("It was paid by Brown.")[0])[0].kind == "word"
    assert recognised((), draft) == ()


def test_a_word_is_known_by_its_lemmas_and_a_name_by_itself() -> None:
    tokens = {token.text: token.forms for token in read("The boats of Anna's moved 5 km")[0]}
    assert tokens["boats"] == {"boats", "boat"}
    assert tokens["Anna's"] == {"anna"}
    assert tokens["5 km"] == frozenset()


def test_all_pieces_come_with_the_tokens() -> None:
    tokens, pieces = read("The mill of Lenn burnt.")
    assert [piece.text for piece in pieces] == ["The", "mill", "of", "Lenn", "burnt"]
    assert len(tokens) == 3
