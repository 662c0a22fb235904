from qa.writing.prompt import asking_prompt, build_prompt, told, writing_prompt


def words(text: str) -> int:
    return len(text.split())


def test_the_best_evidence_that_fits_the_budget_is_numbered() -> None:
    found = ["It opened in 1874.", "It took nine years.", "It is long. " * 50]
    *_, user = build_prompt("When did it open?", found, words, budget=15)
    assert "1. It opened in 1874." in user["content"]
    assert "2. It took nine years." in user["content"]
    assert "3." not in user["content"]


def test_the_best_sentence_is_told_though_it_is_longer_than_the_budget() -> None:
    *_, user = build_prompt("How long is it?", ["It is long. " * 50], words, budget=5)
    assert "1. It is long." in user["content"]


def test_the_tuned_generator_is_told_what_stands_before_and_the_short_answer() -> None:
    shown = told("Marrow - the town", "It has a bridge.", "It opened in 1874.")
    assert shown == "Marrow: It has a bridge. It opened in 1874."
    assert told("", "", "It opened in 1874.") == "It opened in 1874."
    assert "Short answer: 1874" in writing_prompt("When?", [shown], "1874")
    assert "Short answer" not in writing_prompt("When?", [shown], "")


def test_a_question_is_asked_for_an_answer_in_a_sentence() -> None:
    prompt = asking_prompt("Marrow", "It opened in 1874.", "1874")
    assert prompt.endswith("Answer: 1874\nQuestion:")
