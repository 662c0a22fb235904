"""What chat programs order beside questions is done without a search; no model is loaded."""

import json
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import openai
import pytest
from fastapi.testclient import TestClient
from openai.types.chat import ChatCompletionMessageParam, ChatCompletionUserMessageParam

from index.embedder import Embedder
from tests.web.conftest import Telling, index_of
from web.app import create_app

MILL = {"town/mill.md": "# The Orla mill\n\nJens Tofte built the Orla mill in 1802.\n"}
QUESTION = "Who built the Orla mill?"
TITLE = (
    "### Task:\nGenerate a concise, 3-5 word title summarizing the chat history.\n"
    '### Output:\nJSON format: { "title": "your title here" }\n### Chat History:\n'
    f"<chat_history>\nUSER: {QUESTION}\nASSISTANT: Jens Tofte built it in 1802.\n</chat_history>"
)
ORDER = [ChatCompletionUserMessageParam(role="user", content=TITLE)]


@pytest.fixture
def telling(tmp_path: Path, hashed: Embedder) -> Iterator[Telling]:
    with closing(index_of(tmp_path, MILL, hashed)) as index:
        yield Telling(index)


@pytest.fixture
def ai(telling: Telling) -> openai.OpenAI:
    app = create_app(telling.index, telling, local=True)
    client = TestClient(app, base_url="http://localhost")
    address = f"{client.base_url}/v1"
    return openai.OpenAI(base_url=address, api_key="none", http_client=client, max_retries=0)


def test_a_title_is_told_without_asking_the_articles(ai: openai.OpenAI, telling: Telling) -> None:
    done = ai.chat.completions.create(model="wellspring", messages=ORDER)
    (choice,) = done.choices
    assert json.loads(choice.message.content or "") == {"title": QUESTION}
    assert choice.finish_reason == "stop"
    assert done.usage is not None
    assert done.usage.total_tokens == done.usage.prompt_tokens + 6
    assert telling.asked == 0


def test_a_stream_tells_the_same(ai: openai.OpenAI, telling: Telling) -> None:
    usage = {"include_usage": True}
    for more in ({}, {"stream_options": usage}):
        chunks = list(
            ai.chat.completions.create(  # type: ignore[call-overload]
                model="wellspring", messages=ORDER, stream=True, **more
            )
        )
        words = [chunk.choices[0].delta.content or "" for chunk in chunks if chunk.choices]
        assert json.loads("".join(words)) == {"title": QUESTION}
        assert [chunk.choices[0].finish_reason for chunk in chunks if chunk.choices][-1] == "stop"
        assert (chunks[-1].usage is not None) == bool(more)
    assert telling.asked == 0


def test_the_question_itself_is_asked(ai: openai.OpenAI, telling: Telling) -> None:
    talk: list[ChatCompletionMessageParam] = [
        *ORDER,
        {"role": "assistant", "content": "A title."},
        {"role": "user", "content": QUESTION},
    ]
    done = ai.chat.completions.create(model="wellspring", messages=talk)
    assert done.choices[0].message.content == "Found."
    assert telling.asked == 1


def test_an_order_is_refused_for_what_a_question_is_refused_for(ai: openai.OpenAI) -> None:
    with pytest.raises(openai.NotFoundError, match="There is no model 'gpt'"):
        ai.chat.completions.create(model="gpt", messages=ORDER)
