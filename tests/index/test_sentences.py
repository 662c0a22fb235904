import hashlib
import time
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.sentences import is_aligned, is_question, sentence_spans

ROOT = Path(__file__).parents[2]


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in sentence_spans(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "He moved to the U.S. in 2019. It rose 3.5 billion.",
            ["He moved to the U.S. in 2019.", "It rose 3.5 billion."],
        ),
        ("See No. 5 on the list. Mr. Smith left.", ["See No. 5 on the list.", "Mr. Smith left."]),
        ("It ended.Then it began.", ["It ended.", "Then it began."]),
        ("The task is arduous. .\nNext line.", ["The task is arduous. .", "Next line."]),
        ("A headline\nThe text follows here.", ["A headline", "The text follows here."]),
        ("| a | b |\n| 1. x | 2 |", ["| a | b |", "| 1. x | 2 |"]),
        (
            "Site              2021      2022\nLittle Skerry     1,187     1,214",
            ["Site              2021      2022", "Little Skerry     1,187     1,214"],
        ),
        ("", []),
        (" \n ", []),
    ],
)
def test_borders_stand_where_a_reader_sees_them(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


def test_hard_wrapped_lines_are_one_sentence() -> None:
    text = (
        "The committee met on a cold day in the\nold town hall of Bergen and decided that\n"
        "the bridge will be closed. It was late."
    )
    assert sentences(text)[0].endswith("the bridge will be closed.")
    assert len(sentences(text)) == 2


@settings(deadline=None)  # the first one loads what tells languages
@given(st.text(alphabet=st.sampled_from("ab.! \n?”5\u4e2d")))
def test_every_visible_character_lies_in_exactly_one_sentence(text: str) -> None:
    spans = sentence_spans(text)
    assert all(start < end for start, end in spans)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
    covered = {i for start, end in spans for i in range(start, end)}
    assert [i for i, char in enumerate(text) if i not in covered and not char.isspace()] == []


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("word " * 20_000, 1),
        ("z" * 50_000, 1),
        ("It is 7. " * 2_000, 2_000),
        ("你好。" * 500, 500),
        ("👩‍👩‍👧 has 4. 🦉 has 2.", 2),
        ("...", 1),
        ("?!\n?!", 1),
        ("One.\u2028Two.", 2),
        ("One.\r\nTwo.", 2),
    ],
)
def test_long_foreign_and_odd_texts_have_their_sentences(text: str, count: int) -> None:
    assert len(sentences(text)) == count


@pytest.mark.parametrize(
    "text",
    [
        "The committee met on a cold day in the\n- old town hall of Bergen and decided.",
        "# The committee met on a cold day in the\nold town hall of Bergen and decided.",
        "The committee met on a cold day in the\n\nold town hall of Bergen and decided.",
        "A short line.\nThe committee met on a cold day in the old town hall of Bergen.",
        f"The committee met on a cold day in the\nold town hall of Bergen {'and sat ' * 12}down.",
    ],
)
def test_lists_headings_gaps_and_long_lines_are_no_hard_wrapped_text(text: str) -> None:
    assert len(sentences(text)) == 2


def test_columns_are_told_by_wide_gaps() -> None:
    assert is_aligned("Skerry     1,187     1,214")
    assert not is_aligned("Skerry     1,187")
    assert not is_aligned("     Skerry is   small.")


@pytest.mark.parametrize(
    "item",
    [
        "2. Hold the red button.",
        "2.a. Hold the red button.",
        "iv. Hold the red button.",
        "b) Hold the red button.",
        "### 2. Hold the red button.",
    ],
)
def test_the_number_of_an_item_stands_with_it(item: str) -> None:
    assert sentences(f"{item} Wait.") == [item, "Wait."]


def test_an_answer_is_a_sentence_of_its_own() -> None:
    question = "**Q: When is the breakfast of the house served?**"
    answer = "A: From 7:15 to 9:45, on Sundays until 10:30."
    assert sentences(f"{question}\n{answer}") == [question, answer]


@pytest.mark.parametrize(
    ("line", "asks"),
    [
        ("Can I bring my dog?", True),
        ("**Q: Can I bring my dog?**", True),
        ("3. **Dogs allowed?**", True),
        ("## Is there a lift?", True),
        ("What do I do if I have lost the key of my room late at night and nobody is there?", True),
        (
            "The ballot asked all the voters of the town: shall the old bridge be closed for good?",
            False,
        ),
        ("There is a lift.", False),
        ("“Why?” she asked.", False),
        ("", False),
    ],
)
def test_a_line_that_only_asks_is_told(line: str, asks: bool) -> None:
    assert is_question(line) is asks


# Marked with "|" where a sentence ends.
LANGUAGES = {
    "de": [
        "Das Freibad ist vom 15. Mai bis zum 10. September geöffnet.| Danach ist es zu.",
        "Wir essen Obst, z. B. Äpfel, u. a. aus Tirol.| Es kostet ca. 5 Euro, d. h. wenig.",
        "Er wohnt in Nr. 5 und wurde auf dem 3. Platz geehrt.| Das sagt Dr. Müller.",
        "Im 19. Jahrhundert lebte Prof. Dr. h. c. Weber in Wien.| Die 2. Auflage ist vergriffen.",
        "Sie zahlen dafür im Jahr 15.| Das ist nicht viel.| Treffen ist am 15.| Danach ist Ruhe.",
        "Gemäß § 5 Abs. 2 BGB gilt das nicht.| Vgl. S. 12 ff. des Berichts.",
        "„Wir kommen.“| Das sagte er am 1. Januar.| „Gut!“, rief sie.",
    ],
    "fr": [
        "M. Dupont habite au n° 5.| Il est né en 50 av. J.-C. à Rome.",
        "Que faire ?| Rien !| Il dit : « Je viens. »| Puis il part.",
        "Mme. Durand, MM. Petit et Roux, le Dr. Leroy, etc. sont là.| Voir p. 12 et art. 5.",
        "Le 1er mai, St. Étienne gagne.| La ville fête la victoire.",
    ],
    "es": [
        "El Sr. García y la Sra. López viven en la Av. Colón, núm. 5.| Ud. lo sabe.",
        "¿Quién llegó a la ciudad?| ¡Fue él!| Nació en 50 a. C. en Roma.",
    ],
    "it": [
        "Il sig. Rossi e il dott. Bianchi abitano in p.zza Roma, n. 5.| Nacque nel 50 a.C. a Roma.",
    ],
    "pt": [
        "O Sr. Silva e a Sra. Costa moram na Av. Brasil, n.º 5.| Nasceu em 50 a.C. em Roma.",
    ],
    "nl": [
        "Dhr. Jansen en mevr. De Vries wonen op nr. 5.| Het is ver, d.w.z. ca. 5 km.",
    ],
    "zh": [
        "青石镇新水厂建成投产,日供水能力为3.2万吨。|总投资为8600万元？|真的！|“好的。”他说。|她走了……没有回来。",
        "他说：“我来。我走。”|然后走了。|「是！」|『不。』|旧水厂将改造成公园(2021年)。",
        "现有社员127户。|2023年采摘鲜叶86吨（其中春茶40吨。秋茶另计）。|《茶经》说得好！|3号茶园减产。",
    ],
    "ja": [
        "青葉図書館は2022年4月5日に開館しました。|蔵書は12万冊です。|「行くぞ。」と言った。|休館日は月曜日です！",
    ],
}


@pytest.mark.parametrize("marked", [text for texts in LANGUAGES.values() for text in texts])
def test_other_languages_are_cut_by_their_own_rules(marked: str) -> None:
    expected = [sentence.strip() for sentence in marked.split("|")]
    assert sentences(marked.replace("|", "")) == expected


def test_a_line_too_short_to_tell_its_language_is_of_that_of_the_text() -> None:
    text = "Das Freibad ist im Sommer geöffnet, im Winter nicht.\n\nOffen! Bis 3. Mai."
    assert sentences(text)[1:] == ["Offen!", "Bis 3. Mai."]


def test_a_line_in_another_language_leaves_english_as_it_is() -> None:
    english = "The plant opened in No. 5. It was closed on the 3. Platz was the name of the square."
    german = "Das Freibad ist vom 15. Mai bis zum 10. September geöffnet. Danach nicht."
    assert sentences(f"{english}\n\n{german}") == [*sentences(english), *sentences(german)]
    assert len(sentences(german)) == 2


@pytest.mark.parametrize(
    ("folder", "count", "digest"),
    [("seeds", 220, "8cb8278162bc3d3d"), ("eval/almanac", 570, "c99a3da866197ccb")],
)
def test_english_is_cut_as_it_was_before_other_languages_were_known(
    folder: str, count: int, digest: str
) -> None:
    told, number = hashlib.sha256(), 0
    for file in sorted((ROOT / folder).glob("*.*")):
        spans = sentence_spans(file.read_text("utf-8"))
        told.update(repr((file.name, spans)).encode())
        number += len(spans)
    assert (number, told.hexdigest()[:16]) == (count, digest)


@pytest.mark.parametrize(
    ("part", "count"),
    [
        (" ", 0),
        ("           \n", 0),
        ("です。", 33_333),
        ("「です。」", 1),
        ("「です。", 1),
        ("It is 7. ", 11_111),
        ("Das Bad ist am 3. Mai offen. ", 3_448),
    ],
)
def test_a_long_text_is_cut_in_time(part: str, count: int) -> None:
    sentence_spans("Das Bad ist am 3. Mai offen. Es ist warm.")  # loads what tells languages
    begun = time.process_time()
    spans = sentence_spans(part * (100_000 // len(part)))
    assert time.process_time() - begun < 6
    assert len(spans) >= count
