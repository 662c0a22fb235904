import pytest

from qa.types import Evidence, Found
from qa.writing.cutting import part


def found(text: str, answer: str = "") -> Found:
    evidence = Evidence(text, "a", "", "folder/a.txt", 0, len(text), text, 0.9)
    return Found(evidence, answer, text.rfind(answer))


LONG = (
    "The port, which was built by the town in the years after the great fire and has been widened "
    "four times since then, handled "
    "18.8 million crates of fish, with a loss of 2 percent; the ferry terminal sold 16.42 million "
    "tickets; the lateness rate was 0.32%, "
    "and the harbour master, who had served for thirty years, called it the best year that he had "
    "ever seen."
)


def test_a_long_sentence_is_cut_to_the_clauses_around_its_answer() -> None:
    cut = part(found(LONG, "0.32%"))
    assert "the lateness rate was 0.32%" in cut
    assert len(cut.split()) <= 42
    assert cut.startswith("… ")
    assert cut.strip("… ") in LONG


def test_numbers_are_never_cut_at_their_comma() -> None:
    sentence = (
        "word " * 30
        + "and so on, they counted 1,200,345 crates of 3,000 kinds in the year before the last, "
        + "word " * 30
    )
    assert "1,200,345 crates of 3,000 kinds" in part(found(sentence, "1,200,345"))
    assert "1,200,345 crates of 3,000 kinds" in part(found(sentence, "3,000"))


@pytest.mark.parametrize(
    ("sentence", "answer"), [("It is 5 m long.", "5 m"), (LONG, ""), (LONG, "not in it")]
)
def test_a_short_sentence_or_an_unknown_answer_leaves_the_sentence_whole(
    sentence: str, answer: str
) -> None:
    assert part(found(sentence, answer)) == sentence


def test_a_cut_keeps_the_clause_that_the_question_names() -> None:
    sides = ["the northern yards built 20 boats a year", "the southern yards built 30 boats a year"]
    before, behind = "and so it went on for a while, " * 4, "as all could see, " * 8
    sentence = (
        f"In the long years of the old harbour, {before}{sides[0]}, {sides[1]}, {behind}of course."
    )
    assert sides[1] in part(found(sentence, "20"), "How many boats did the southern yards build?")
    assert sides[0] in part(found(sentence, "30"), "How many boats did the northern yards build?")


def test_a_cut_follows_the_place_that_the_reader_found() -> None:
    built = f"By the end of 2015 the town had built, {'with much work, ' * 15}a quay"
    sentence = f"{built}, and it kept 5 ferries, {'old and new, ' * 8}at sea."
    assert "kept 5 ferries" in part(found(sentence, "5"))


@pytest.mark.parametrize(
    "opening", ["If the council does not agree", "The minister denied", "He claimed"]
)
def test_a_sentence_stays_whole_when_what_would_go_governs_the_rest(opening: str) -> None:
    before, behind = "as was said before, " * 10, "as they say, " * 5
    claim = "that the bridge cost 40 million pounds"
    sentence = f"{opening}, {before}{claim}, {behind}it is done."
    assert part(found(sentence, "40 million")) == sentence


def test_a_sentence_whose_end_takes_its_claim_back_stays_whole() -> None:
    claim = (
        "The harbour moved 25 million tonnes of fish in 2019, "
        + "and it was a long year for all of its crews, " * 4
    )
    text = claim + "which auditors never confirmed."
    assert part(found(text, "25 million tonnes")) == text


def test_a_cut_never_begins_without_its_subject() -> None:
    sentence = (
        "With a loan that the county council had given it in the spring of 2020, when the first "
        "patients came, and with the gifts of many "
        "people in the valley, the hospital ordered 1,200,000 masks, bought 18 ambulances, and "
        "hired forty nurses from the towns around."
    )
    cut = part(found(sentence, "18 ambulances"), "How many ambulances did the hospital buy?")
    assert "hospital ordered 1,200,000 masks, bought 18 ambulances" in cut
    assert not cut.startswith("… bought")


def test_a_clause_without_a_subject_follows_the_one_that_it_shares() -> None:
    sentence = (
        "The hospital, which had closed its old wing in spring after a storm that took the roof "
        "off and broke every window, "
        "hired three doctors from the coast, and bought 18 ambulances for the villages in the "
        "hills that have no road in winter."
    )
    cut = part(found(sentence, "18 ambulances"), "How many ambulances did it buy?", longest=25)
    assert cut.startswith("The hospital … ")
    assert cut.endswith(
        "and bought 18 ambulances for the villages in the hills that have no road in winter."
    )


def test_what_is_listed_after_a_verb_follows_subject_and_verb() -> None:
    sentence = (
        "Such work includes repairing the harbour wall and its three lamps after every storm of "
        "the winter, "
        "and keeping the 12 boats of the northern villages in good order for the season."
    )
    cut = part(found(sentence, "12"), "How many boats?", longest=20)
    clause = "keeping the 12 boats of the northern villages in good order for the season."
    assert cut == f"Such work includes … and {clause}"


def test_a_subject_is_not_shared_with_a_clause_that_has_its_own() -> None:
    sentence = (
        "The council repaired the harbour wall and its three lamps after every storm of the "
        "winter, "
        "the northern villages bought 12 boats, and sold their old nets to the museum for the "
        "season."
    )
    assert part(found(sentence, "the museum"), "To whom?", longest=20).startswith(
        "… the northern villages"
    )


@pytest.mark.parametrize(
    ("sentence", "answer", "question", "cut"),
    [
        (
            "The port handled 18.8 million crates, with a loss of 2 percent; the terminal sold 16 "
            "million tickets in all; the lateness rate was 0.32% for the boats.",
            "0.32%",
            "How high was the lateness rate?",
            "… the lateness rate was 0.32% for the boats.",
        ),
        (  # the time belongs to all that follows
            "By the end of 2019, the port had handled 18.8 million crates of fish and of corn; the "
            "terminal sold 16 million tickets to people of all the islands.",
            "16 million",
            "How many tickets were sold?",
            None,
        ),
        (  # nothing is cut within brackets
            "The port handled 18.8 million crates of fish (herring, cod, and some crabs too) for "
            "the whole town, which had seen about as many of them in the year before.",
            "18.8 million",
            "How many crates of fish did the port handle?",
            "The port handled 18.8 million crates of fish (herring, cod, and some crabs too) for "
            "the whole town …",
        ),
        (  # no clause is shown without a verb
            "Three years ago, in the village of Lenn by the eastern sea, the mayor put forward "
            "the plan of a new pier, and the council of the county agreed to it.",
            "Lenn",
            "Where was the plan of a new pier put forward?",
            "Three years ago, in the village of Lenn by the eastern sea, the mayor put forward "
            "the plan of a new pier …",
        ),
    ],
)
def test_what_is_shown_is_as_short_as_the_question_and_the_sense_allow(
    sentence: str, answer: str, question: str, cut: str | None
) -> None:
    assert part(found(sentence, answer), question) == (cut or sentence)
