from web.examples import drafts


def test_questions_are_made_of_english_sentences() -> None:
    text = "The Orrin bridge was opened in 1874. In 1990, the income of the farmers was 1200 yuan. It rained."
    assert list(drafts(text)) == ["When was the Orrin bridge opened?", "What was the income of the farmers?"]


def test_no_half_english_question_is_made_of_chinese() -> None:
    assert list(drafts("2019年底，the income of 喀什地区 was 5000元。全县贷款余额达到254亿元。")) == []
    mixed = "KPA 喀什大桥 was opened in 1987. In 1990, the income of 合作社 was 90 yuan. The Orrin bridge was opened in 1874."
    assert list(drafts(mixed)) == ["When was the Orrin bridge opened?"]
