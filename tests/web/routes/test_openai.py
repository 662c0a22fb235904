"""The OpenAI-compatible API, spoken by the real `openai` package."""

import os
import subprocess
import sys

import openai
import pytest
from fastapi.testclient import TestClient
from openai.types.chat import ChatCompletionUserMessageParam

QUESTION = "When was the Orrin bridge opened?"
USER = ChatCompletionUserMessageParam(role="user", content=QUESTION)
DECK = "And when was the deck renewed?"


@pytest.fixture
def ai(town: TestClient) -> openai.OpenAI:
    return openai.OpenAI(
        base_url=f"{town.base_url}/v1", api_key="none", http_client=town, max_retries=0
    )


def test_the_model_is_listed(ai: openai.OpenAI) -> None:
    assert [model.id for model in ai.models.list()] == ["wellspring"]
    assert ai.models.retrieve("wellspring").owned_by == "wellspring"


def test_a_completion_has_the_answer_its_quotes_and_usage(ai: openai.OpenAI) -> None:
    done = ai.chat.completions.create(model="wellspring", messages=[USER])
    text = done.choices[0].message.content or ""
    assert "1874" in text
    assert "Sources:\n[1] “The Orrin bridge was opened in 1874.” (town/bridge.md)" in text
    assert done.usage is not None
    assert done.usage.prompt_tokens > 3
    assert done.usage.total_tokens == done.usage.prompt_tokens + done.usage.completion_tokens
    assert done.choices[0].finish_reason == "stop"
    assert done.model_extra is not None
    quote = done.model_extra["wellspring"]["citations"][0]["quote"]
    assert quote == "The Orrin bridge was opened in 1874."


def test_a_stream_gives_the_same_words_and_ends_with_usage(ai: openai.OpenAI) -> None:
    whole = ai.chat.completions.create(model="wellspring", messages=[USER])
    chunks = list(
        ai.chat.completions.create(
            model="wellspring",
            messages=[USER],
            stream=True,
            stream_options={"include_usage": True},
        )
    )
    words = [chunk.choices[0].delta.content or "" for chunk in chunks if chunk.choices]
    assert "".join(words) == whole.choices[0].message.content
    assert chunks[-2].choices[0].finish_reason == "stop"
    assert chunks[-1].usage == whole.usage


def test_earlier_messages_are_the_conversation(ai: openai.OpenAI) -> None:
    first = ai.chat.completions.create(model="wellspring", messages=[USER])
    said = first.choices[0].message.content
    done = ai.chat.completions.create(
        model="wellspring",
        temperature=0.2,
        messages=[
            {"role": "system", "content": "Be brief."},
            USER,
            {"role": "assistant", "content": said},
            {"role": "user", "content": [{"type": "text", "text": DECK}]},
        ],
    )
    assert done.model_extra is not None
    assert "Orrin bridge" in done.model_extra["wellspring"]["standalone_question"]


def test_a_fault_is_an_error_of_the_package_with_our_message(ai: openai.OpenAI) -> None:
    with pytest.raises(openai.NotFoundError, match="There is no model 'gpt'"):
        ai.chat.completions.create(model="gpt", messages=[USER])
    with pytest.raises(openai.UnprocessableEntityError, match="The question is empty"):
        ai.chat.completions.create(
            model="wellspring", messages=[{"role": "user", "content": ""}], stream=True
        )
    with pytest.raises(openai.UnprocessableEntityError, match="End the messages"):
        ai.chat.completions.create(
            model="wellspring", messages=[{"role": "assistant", "content": "x"}]
        )
    with pytest.raises(openai.UnprocessableEntityError, match="one answer"):
        ai.chat.completions.create(model="wellspring", n=2, messages=[USER])


def test_messages_without_end_are_refused(ai: openai.OpenAI) -> None:
    with pytest.raises(openai.APIStatusError, match="leave out the oldest") as told:
        ai.chat.completions.create(
            model="wellspring",
            messages=[{"role": "system", "content": "x" * 200_001}, USER],
        )
    assert told.value.status_code == 413


def test_a_client_of_another_maker_is_served_too(address: str) -> None:
    """`huggingface_hub` has its own client; in its own process, as this one is kept off the hub."""
    environment = {name: it for name, it in os.environ.items() if not name.startswith("HF_HUB")}
    command = [sys.executable, "-c", _CLIENT, f"{address}/v1", QUESTION]
    done = subprocess.run(command, capture_output=True, text=True, env=environment, timeout=120)
    assert done.stdout.count("1874") == 4, done.stderr  # answer and quote, whole and streamed


_CLIENT = """
import sys
from huggingface_hub import InferenceClient

client = InferenceClient(base_url=sys.argv[1], api_key="none")
messages = [{"role": "user", "content": sys.argv[2]}]
print(client.chat_completion(messages, model="wellspring").choices[0].message.content)
for chunk in client.chat_completion(messages, model="wellspring", stream=True):
    print(chunk.choices[0].delta.content or "", end="")
"""
