"""What chat programs order is done in the form that they ask for; a question stays a question."""

import json

import pytest

from web.desk.chores.doing import done
from web.desk.chores.talk import Said

QUESTION, ANSWER = "Who built the Orla mill?", "Jens Tofte built it in 1802."
TALK = [Said("user", QUESTION), Said("assistant", ANSWER)]
HISTORY = f"<chat_history>\nUSER: {QUESTION}\nASSISTANT: {ANSWER}\n</chat_history>"


def task(order: str, output: str) -> str:
    return (
        f"### Task:\n{order}\n### Guidelines:\n- Use the language of the chat.\n"
        f"- Be accurate; avoid quotation marks.\n### Output:\n{output}\n"
        f"### Chat History:\n{HISTORY}"
    )


def asked(*messages: str, system: str = "") -> str | None:
    """Ask as a program does: what it says first may be of the system."""
    roles = ["user", "assistant"] * len(messages)
    talk = [Said(role, text) for role, text in zip(roles, messages, strict=False)]
    return done([Said("system", system), *talk] if system else talk)


TITLES = {
    "a task with a sample in JSON": task(
        "Write a concise title of 3-5 words that sums up the chat history.",
        'JSON format: { "title": "your title here" }',
    ),
    "an emoji in the title, too": task(
        "Create a short, 3-5 word title with one fitting emoji that summarizes the chat history.",
        'JSON: { "title": "a title" }\n### Examples:\n- { "title": "🎮 Of games" }',
    ),
    "the form in words alone": task(
        "Generate a concise title for this chat.",
        'One JSON object with a single "title" key whose value is a string, nothing else.',
    ),
    "in another language": (
        'Erstelle einen kurzen Titel für den Chat.\nFormat: { "title": "Titel" }\n' + HISTORY
    ),
}


@pytest.mark.parametrize("order", TITLES.values(), ids=TITLES)
def test_a_title_in_json_is_the_question(order: str) -> None:
    assert json.loads(asked(order) or "") == {"title": QUESTION}


PLAIN_TITLES = {
    "an order with who said what": (
        "Provide a concise, 5-word-or-less title for the conversation, in title case. "
        f"Only return the title itself.\n\nConversation:\nUser: {QUESTION}\nAI: {ANSWER}"
    ),
    "two wishes in a list": (
        "Analyze this conversation and provide:\n1. The detected language\n"
        "2. A concise title in that language (5 words or less, no quotation)\n\n"
        f"User: {QUESTION}\nAI: {ANSWER}"
    ),
    "the first message in quotation marks": (
        "Create a very short title (max 5 words) for a conversation that begins with:\n"
        f'"{QUESTION}"\n\nReply with the title only, no additional text.'
    ),
    "the first message after a label": (
        "Generate a concise chat title, 8 words at most, for this message.\n\n"
        f"User Query: {QUESTION}\n\nTitle:"
    ),
    "the answer of the assistant behind the order": (
        "Given the following chat, please reply with a title for the chat that is 3-5 words in "
        f"length, no additional text or explanation.\n\n{QUESTION}"
    ),
    "a name, and lines between the messages": (
        "Give this conversation a name. Keep it short, 40 characters at most, without quotes.\n\n"
        f"```\nuser: {QUESTION}\n\n---------\n\nassistant: {ANSWER}\n```\n\n"
        "Only respond with the name."
    ),
    "the order after the conversation": (
        f"user: {QUESTION}\nassistant: {ANSWER}\n\n"
        "Please summarize the above conversation into a title within 40 characters, no lead-in."
    ),
}


@pytest.mark.parametrize("order", PLAIN_TITLES.values(), ids=PLAIN_TITLES)
def test_a_plain_title_is_the_question_and_nothing_else(order: str) -> None:
    assert asked(order) == QUESTION


@pytest.mark.parametrize(
    "order",
    [
        "Please generate a four to five word title summarizing our conversation without any "
        "lead-in, punctuation, quotation marks, symbols, or additional text.",
        "Generate a concise 3-7 word title for this conversation, omitting punctuation. Go "
        "straight to the title, without any preamble like `Title:`. Be descriptive.",
    ],
)
def test_a_title_is_ordered_after_the_conversation_itself(order: str) -> None:
    assert asked(QUESTION, ANSWER, order) == "Who built the Orla mill"


@pytest.mark.parametrize(
    "system",
    [
        "You summarize conversations. Generate a concise title for the conversation.\n\nRules:\n"
        "- Output ONLY the title text\n- Maximum 10 words\n- No punctuation marks",
        "Summarize the user's request into a single short sentence of five words or less, without "
        "punctuation. Do not try to answer it.",
        "You will write a short title based on the first message a user begins a conversation "
        "with. It is not more than 80 characters long; no punctuation, no quotes.",
    ],
)
@pytest.mark.parametrize("message", [QUESTION, f"user: {QUESTION}\nassistant: {ANSWER}"])
def test_a_title_is_ordered_before_the_message_that_it_is_for(system: str, message: str) -> None:
    assert asked(message, system=system) == "Who built the Orla mill"


def test_a_title_is_as_short_as_ordered_and_keeps_what_means_something() -> None:
    long = "How many of the Dolan sheep were contracted for breeding by families in Guangxi?"
    order = "Write a 3-5 word title for this conversation. Only the title.\n\nUser: "
    assert asked(order + long) == "Dolan sheep contracted breeding families"
    short = asked(f"Write a title for this chat, maximum 20 characters, no quotes.\n\nUser: {long}")
    assert short == "Dolan sheep"
    whole = asked(f"Write a title for this chat, nothing else.\n\nUser: {'mill and ' * 40}")
    assert whole is not None
    assert 20 < len(whole) <= 80


def test_a_greeting_gives_no_title_where_a_question_followed() -> None:
    order = "Give this conversation a short title. Only the title.\n\n"
    assert asked(f"{order}User: and you?\nAI: Well.\nUser: {QUESTION}\nAI: {ANSWER}") == QUESTION


def test_the_tags_are_what_was_asked_about() -> None:
    order = "Generate 1-3 broad tags for the main themes of the chat history."
    in_json = asked(task(order, 'JSON format: { "tags": ["tag1", "tag2"] }'))
    assert json.loads(in_json or "") == {"tags": ["Orla mill"]}
    plain = asked(f"{order} Only the tags, separated by commas.\n\nUser: {QUESTION}\nAI: Jens.")
    assert plain == "Orla mill"


def test_what_may_be_asked_next_is_asked_of_the_articles() -> None:
    order = "Suggest 3-5 relevant follow-up questions that the user might ask in this conversation."
    next_ones = ["What do the articles say about Orla mill?", "Which articles mention Orla mill?"]
    for output, form in (
        ('JSON: { "follow_ups": ["Question 1?", "Question 2?"] }', {"follow_ups": next_ones}),
        ("Return a JSON array of strings.", next_ones),
    ):
        assert json.loads(asked(task(order, output)) or "") == form


def test_a_search_query_is_the_last_question() -> None:
    order = (
        "Analyze the chat history to determine the necessity of generating search queries. "
        "Respond **exclusively** with JSON."
    )
    more = task(order, '{ "queries": ["query1", "query2"] }').replace(
        "</chat", "USER: And who burnt it?\n</chat"
    )
    assert json.loads(asked(more) or "") == {"queries": ["And who burnt it?"]}


def test_a_question_that_is_to_stand_alone_is_given_back() -> None:
    order = (
        "Given the following conversation and a follow up question, rephrase the follow up "
        "question to be a standalone question.\n\nChat History:\n"
        f"Human: {QUESTION}\nAssistant: {ANSWER}\nFollow Up Input: When was it?\n"
        "Standalone question:"
    )
    assert asked(order) == "When was it?"


def test_one_emoji_is_one_emoji() -> None:
    order = (
        "Your task is to reflect the speaker's likely facial expression through a fitting emoji. "
        "Interpret the message.\n\nMessage: ```{}```"
    )
    assert asked(order.format(QUESTION)) == "🤔"
    assert asked(order.format("The mill is old.")) == "🙂"


def test_a_text_is_not_continued_and_a_picture_gets_the_words() -> None:
    order = "### Task:\nYou are an autocompletion system. Continue the text.\n### Output:\n"
    completed = asked(f'{order}JSON: {{ "text": "..." }}\n<type>General</type>\n{HISTORY}')
    assert json.loads(completed or "") == {"text": ""}
    typed = asked(f'{order}Respond only in JSON: {{ "text": "..." }}\n<text>Who built</text>')
    assert json.loads(typed or "") == {"text": ""}
    order = "Generate a detailed prompt for an image generation task from the conversation."
    drawn = asked(task(order, '{ "prompt": "A description." }'))
    assert json.loads(drawn or "") == {"prompt": QUESTION}


QUESTIONS = [
    QUESTION,
    "What is the title of the report about the mill?",
    "Generate a concise title for the article about the mill.",
    "Can you suggest follow-up questions about the mill?",
    "Which tags does the chat of the mill's visitors have?",
    "Give me a list of the keywords of the report, only the keywords.",
    "Summarize the conversation between Jens and Ada.",
    "Write the answer to my last question in 5 words.",
    "Summarize in 25 words the council's discussion of the tower. No extra text.",
    "List the titles of the articles you used in this conversation, nothing else.",
    "Who said in the discussion that the title was lost?",
    "What does the JSON format of the mill's messages hold?",
    "### Task:\nFind out when the mill was built.\n### Output:\nOne sentence.",
    f"### Task:\nRespond to the user query using the provided context, with citations [id].\n"
    f"### Guidelines:\n- If you don't know the answer, say so.\n### Output:\nOnly the answer.\n"
    f"<context>\n<source id='1'>Generate a title for the chat in JSON.</source>\n</context>\n"
    f"<user_query>\n{QUESTION}\n</user_query>",
    "Answer the question with the texts below, in 3-5 words, and give the conversation's title.\n"
    f"Question: {QUESTION}",
    f"The mill is old. {'It ground oats. ' * 60}Generate a title for the chat in 3 words only. "
    f"{'It ground oats. ' * 80}Who built it?",
]


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_question_is_no_order(question: str) -> None:
    assert asked(question) is None
    assert asked(QUESTION, ANSWER, question) is None


@pytest.mark.parametrize(
    "system",
    [
        "You are a helpful assistant. Be brief, without markdown.",
        "Respond to the user's question in 3-5 words, and begin with a short title.",
        "After each answer suggest three follow-up questions to the user's question, as JSON.",
        "Begin every answer with a short title. Use no emoji.",
        "You help with discussion of articles. Write the answer in 2-3 sentences, at most 65 "
        "words. Only use the articles.",
        "Keep the conversation short: reply in 25 words at most. Do not use markdown.",
        "This is a voice chat. Respond in at most 35 words, without markdown.",
        "Reply in three words or fewer, and stay polite in the conversation. No explanations.",
        "You help people. " * 100 + "Give each conversation a title, only the title.",
    ],
)
def test_how_to_behave_is_no_order(system: str) -> None:
    assert asked(QUESTION, system=system) is None


@pytest.mark.parametrize(
    "order",
    [
        "Please write a title for our conversation, in 5 words, only the title.",
        'Generate a title for the chat.\nJSON format: { "title": "your concise title" }',
    ],
)
def test_an_order_about_nothing_is_taken_for_a_question(order: str) -> None:
    assert asked(order) is None
