from qa.writing.prompt import asking_prompt, told, writing_prompt


def test_the_tuned_generator_is_told_what_stands_before_and_the_short_answer() -> None:
    shown = told("Marrow - the town", "It has a bridge.", "It opened in 1874.")
    assert shown == "Marrow: It has a bridge. It opened in 1874."
    assert told("", "", "It opened in 1874.") == "It opened in 1874."
    assert "Short answer: 1874" in writing_prompt("When?", [shown], "1874")
    assert "Short answer" not in writing_prompt("When?", [shown], "")


def test_a_question_is_asked_for_an_answer_in_a_sentence() -> None:
    prompt = asking_prompt("Marrow", "It opened in 1874.", "1874")
    assert prompt.endswith("Answer: 1874\nQuestion:")
