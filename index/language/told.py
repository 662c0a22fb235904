"""What is told to those who ask in a language that is not read, in theirs where the page has it."""

ENGLISH_ONLY = (
    "I read questions in English only, so this one was not looked for in the articles. "
    "Please ask it in English."
)
CHINESE = "我目前只能读懂英文问题，因此没有在文章中查找这个问题。请用英文提问。"
